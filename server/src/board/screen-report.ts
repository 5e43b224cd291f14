import { z } from 'zod';
import { oneLine } from '@kasera/shared/one-line.ts';
import { screenPages, screenSounds, type ScreenReport } from '@kasera/shared/socket.ts';

const maxName = 40;
/** A kitchen has at most 20, and Expo. */
const maxStations = 21;

/** Foreign input as a screen's report; null where it is none. What is too long is cut. */
export function readReport(input: unknown): ScreenReport | null {
  const parsed = reportSchema.safeParse(input);
  return parsed.success ? parsed.data : null;
}

const reportSchema = z.object({
  name: z.string().max(10_000).transform(tidy),
  page: z.enum(screenPages),
  stations: z
    .array(z.string().min(1).max(60))
    .max(50)
    .transform((stations) => stations.slice(0, maxStations))
    .nullable(),
  sound: z.enum(screenSounds),
  awake: z.boolean(),
  visible: z.boolean(),
});

/** One line of so many letters, never half of one. */
function tidy(name: string): string {
  return Array.from(oneLine(name)).slice(0, maxName).join('').trim();
}
