import { expect, test } from 'vitest';
import { roundLine, summary } from '../chaos/report-text.ts';
import { runChaos } from '../chaos/run-chaos.ts';

const rounds = 3;
const seed = 20_260_110;
const say = (text: string) => void process.stdout.write(`${text}\n`);

test(
  '[PR1] nothing answered 200 is missing after kills under load, a full disk, failing COMMITs and a log cut short',
  { timeout: 180_000 },
  async () => {
    say(`chaos: ${rounds} rounds with seed ${seed}; again: npm run chaos -- --rounds ${rounds} --seed ${seed}`);
    const reports = await runChaos({ rounds, seed, onRound: (report) => say(roundLine(report, rounds)) });
    expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
    expect(reports).toHaveLength(rounds);
    // A proof that met nothing proves nothing.
    for (const { kill, storage } of reports) {
      expect(kill?.kills).toBeGreaterThanOrEqual(2);
      expect(kill?.answered).toBeGreaterThan(20);
      expect(kill?.pushes).toBeGreaterThan(5);
      expect(storage?.refused).toBeGreaterThan(20);
      expect(storage?.durability).toBe('wal/full');
    }
    const cuts = reports.flatMap(({ kill }) => kill?.cuts ?? []);
    expect(cuts.reduce((sum, { owed }) => sum + owed, 0)).toBeGreaterThan(100);
    expect(cuts.reduce((sum, { takenLater }) => sum + takenLater, 0)).toBeGreaterThan(100);
    say(summary(reports));
  },
);
