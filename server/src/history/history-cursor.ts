import { z } from 'zod';

/** Where a page of history ended, and what the first page found: the pages of one look belong together. */
const cursorSchema = z.object({
  /** The moment of the first page: what is late by now is so on every page alike. */
  now: z.int().min(0),
  total: z.int().min(0),
  late: z.int().min(0),
  /** The last row: its arrival, or on the list of the late ones its lateness. */
  after: z.int().min(0),
  id: z.string().max(100),
});
export type HistoryCursor = z.infer<typeof cursorSchema>;

export function writeCursor(cursor: HistoryCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @returns null where it is not one that a page gave */
export function readCursor(text: string): HistoryCursor | null {
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
