import { appendFileSync } from 'node:fs';

/** Says why a part of the tests does not run here: now, and in the summary of `npm test`. */
export function saySkipped(reason: string): void {
  process.stderr.write(`skipped: ${reason}\n`);
  const file = process.env['KASERA_SKIP_REASONS'];
  if (file) appendFileSync(file, `${reason}\n`);
}
