import { z } from 'zod';
import { screenPages, screenSounds, type ScreenReport } from '@kasera/shared/socket.ts';

const maxName = 40;

/** Foreign input as a screen's report; null where it is none. A name that is too long is cut. */
export function readReport(input: unknown): ScreenReport | null {
  const parsed = reportSchema.safeParse(input);
  return parsed.success ? parsed.data : null;
}

const reportSchema = z.object({
  name: z.string().max(10_000).transform(tidy),
  page: z.enum(screenPages),
  stations: z.array(z.string().min(1).max(60)).max(50).nullable(),
  sound: z.enum(screenSounds),
  awake: z.boolean(),
  visible: z.boolean(),
});

/** One line of so many letters, never half of one. */
function tidy(name: string): string {
  const line = name.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return Array.from(line).slice(0, maxName).join('').trim();
}
