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

export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...envelope,
    type: z.literal('acknowledge'),
    readyInMinutes: z.number().min(1).max(1440).optional(),
  }),
  z.strictObject({ ...envelope, type: z.literal('item-done'), itemId: z.string().min(1).max(200) }),
  z.strictObject({ ...envelope, type: z.literal('item-undone'), itemId: z.string().min(1).max(200) }),
  z.strictObject({ ...envelope, type: z.literal('ready') }),
  z.strictObject({ ...envelope, type: z.literal('complete') }),
  z.strictObject({ ...envelope, type: z.literal('recall') }),
  z.strictObject({ ...envelope, type: z.literal('cancel'), reason: z.string().trim().min(1).max(300) }),
  z.strictObject({ ...envelope, type: z.literal('confirm') }),
  z.strictObject({
    ...envelope,
    type: z.literal('note'),
    text: z.string().trim().min(1).max(500),
    allergy: z.boolean().default(false),
  }),
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
