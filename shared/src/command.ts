import { z } from 'zod';
import { orderStatuses } from './order.ts';

/** What every command carries (DESIGN 6): who made it up, what the person saw, and how long ago they pressed. */
const envelope = {
  /** Made by the client, once per press; the same id gives the same answer for ever. */
  id: z.string().min(1).max(100),
  /** The status the person saw. Optional for scripts. */
  from: z.enum(orderStatuses).optional(),
  /** The newest version the server had told the screen when the person pressed. */
  version: z.int().min(0).optional(),
  /** Milliseconds between the press and this sending; never part of the command's identity. */
  ageMs: z
    .number()
    .min(0)
    .max(7 * 24 * 3_600_000)
    .optional(),
  /** The screen it came from: notes are confirmed per screen. */
  screen: z.string().min(1).max(100).optional(),
};

/** Which stations' part is meant; without it the whole order, as on Expo. */
const part = { stations: z.array(z.string().min(1).max(60)).min(1).max(50).optional() };

export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...envelope,
    type: z.literal('acknowledge'),
    readyInMinutes: z.number().min(1).max(1440).optional(),
  }),
  z.strictObject({ ...envelope, ...part, type: z.literal('item-done'), itemId: z.string().min(1).max(200) }),
  z.strictObject({ ...envelope, ...part, type: z.literal('item-undone'), itemId: z.string().min(1).max(200) }),
  z.strictObject({ ...envelope, ...part, type: z.literal('ready') }),
  z.strictObject({ ...envelope, type: z.literal('complete') }),
  z.strictObject({ ...envelope, ...part, type: z.literal('recall') }),
  z.strictObject({ ...envelope, type: z.literal('cancel'), reason: z.string().trim().min(1).max(300) }),
  z.strictObject({ ...envelope, ...part, type: z.literal('confirm') }),
  z.strictObject({
    ...envelope,
    type: z.literal('note'),
    text: z.string().trim().min(1).max(500),
    allergy: z.boolean().default(false),
  }),
  /** The promise moves back by that many minutes. */
  z.strictObject({ ...envelope, type: z.literal('delay'), minutes: z.int().min(1).max(240) }),
  /** First on all stations, or not any more (`why` null). */
  z.strictObject({ ...envelope, type: z.literal('rush'), why: z.enum(['rush', 'driver']).nullable() }),
  /** One for later goes to the board now. */
  z.strictObject({ ...envelope, type: z.literal('fire') }),
  /** What is left at closing is for another day: it waits in Later until its new promise. */
  z.strictObject({ ...envelope, type: z.literal('postpone'), promisedAt: z.int().min(0) }),
  /** The day ended with it open: it goes to history, out of every figure, and nobody is told. */
  z.strictObject({ ...envelope, type: z.literal('put-away') }),
]);

/** One press of a person (or a script), as it travels. */
export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];

/**
 * Why a command was refused; each has a sentence in every language of the client, and an English one for scripts.
 * `conflict`: the order is not in the state the person saw. `changed`: its dishes changed since. `not-allowed`: that
 * step does not exist from here. `reused-id`: the id was used for something else.
 */
export type RefusalCode = 'conflict' | 'changed' | 'not-allowed' | 'not-found' | 'reused-id' | 'invalid';

export interface Refusal {
  code: RefusalCode;
  message: string;
}
