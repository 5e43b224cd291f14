import { expect, test } from 'vitest';
import { summary } from '../fuzz/report-text.ts';
import { runFuzz } from '../fuzz/run-fuzz.ts';

const count = 2_000;
const seed = 20_260_110;

test(
  '[PR2] no bytes make the server answer 5xx, crash, grow, or tell a name in its log',
  { timeout: 180_000 },
  async () => {
    process.stdout.write(
      `fuzz: ${count} cases with seed ${seed}; again: npm run fuzz -- --count ${count} --seed ${seed}\n`,
    );
    const report = await runFuzz({ count, seed });
    process.stdout.write(`${summary(report, seed)}\n`);
    expect(report.failures).toEqual([]);
    // A proof that met nothing proves nothing.
    expect(report.answers.get('200')).toBeGreaterThan(count / 3);
    expect(report.answers.get('401')).toBeGreaterThan(count / 20);
    expect(report.answers.get('415')).toBeGreaterThan(0);
    expect(report.answers.get('socket answered')).toBeGreaterThan(0);
    expect(report.memory).not.toBeNull();
  },
);
