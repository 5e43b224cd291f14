import { setTimeout as pause } from 'node:timers/promises';
import { launchKasera, type KaseraOptions, type RunningKasera } from '../support/start-kasera.ts';

export interface Killer {
  /** Tell it of each answer 200. */
  answered(): void;
  /** `kill -9` at a random moment: after a while, or in the very turn in which some answer arrives. */
  strike(kasera: RunningKasera): Promise<void>;
  /** Starts the server and kills it again before (or just when) it is ready. */
  strikeDuringStart(options: KaseraOptions): Promise<void>;
  readonly kills: number;
}

export function createKiller(random: () => number): Killer {
  let kills = 0;
  let onAnswer: () => void = () => undefined;

  /** Resolves in the turn of the n-th answer from now; after three seconds in any case. */
  async function untilAnswers(count: number, strike: () => void): Promise<void> {
    let left = count;
    await Promise.race([
      pause(3_000),
      new Promise<void>((resolve) => {
        onAnswer = () => {
          left -= 1;
          if (left !== 0) return;
          strike();
          resolve();
        };
      }),
    ]);
    onAnswer = () => undefined;
  }

  return {
    answered: () => onAnswer(),
    async strike(kasera) {
      kills += 1;
      if (random() < 0.5) await pause(100 + random() * 1_600);
      // Here and now: the promise of `kill` only waits for the end.
      else await untilAnswers(10 + Math.floor(random() * 240), () => process.kill(kasera.pid(), 'SIGKILL'));
      await kasera.kill('SIGKILL');
    },
    async strikeDuringStart(options) {
      kills += 1;
      const { child, end } = launchKasera(options);
      await pause(100 + random() * 700);
      child.kill('SIGKILL');
      await end;
    },
    get kills() {
      return kills;
    },
  };
}
