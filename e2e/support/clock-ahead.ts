// Preloaded into a server (`node --import`): its clock is ahead of this machine's, as if it had been off for so long.

/** Milliseconds, read once as the process starts. */
export const clockAheadVariable = 'KASERA_TEST_CLOCK_AHEAD_MS';

const aheadMs = Number(process.env[clockAheadVariable] ?? 0);
const here = Date;
const now = (): number => here.now() + aheadMs;

if (aheadMs !== 0) {
  globalThis.Date = new Proxy(here, {
    construct: (target, args, newTarget: Function) =>
      Object(Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget)),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
}
