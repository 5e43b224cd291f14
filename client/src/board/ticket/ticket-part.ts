import type { LineRange } from '../wall/split-lines.ts';

/** Which part of a long ticket this is; null: all of it. */
export interface TicketPart {
  range: LineRange;
  index: number;
  of: number;
}
