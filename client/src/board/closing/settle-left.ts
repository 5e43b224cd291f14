import { expoStation } from '@kasera/shared/kitchen.ts';
import type { Order } from '@kasera/shared/order.ts';
import type { CommandDraft } from '../../live/live.ts';

/** What became of an order that was open at closing. */
export type LeftChoice =
  { type: 'made' } | { type: 'not-made'; reason: string } | { type: 'tomorrow'; promisedAt: number };

/** The presses that say so, in their order; they mean the whole order, whichever stations the screen shows. */
export function pressesFor({ status }: Pick<Order, 'status'>, choice: LeftChoice): CommandDraft[] {
  switch (choice.type) {
    case 'made': {
      const whole: CommandDraft[] = [{ type: 'ready', stations: [expoStation] }, { type: 'complete' }];
      return status === 'new' ? [{ type: 'acknowledge' }, ...whole] : whole;
    }
    case 'not-made':
      return [{ type: 'cancel', reason: choice.reason }];
    case 'tomorrow':
      return [{ type: 'postpone', promisedAt: choice.promisedAt }];
  }
}
