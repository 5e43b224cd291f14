import type { Refusal } from '@kasera/shared/command.ts';
import type { Order } from '@kasera/shared/order.ts';

/** What became of a command; `seq` is the kitchen's number at its end. */
export type CommandResult =
  { type: 'done'; order: Order; seq: number } | { type: 'refused'; refusal: Refusal; order: Order | null };
