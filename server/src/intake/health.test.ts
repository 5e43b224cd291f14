import { expect, test } from 'vitest';
import type { IntakeHealth } from '@kasera/shared/socket.ts';
import { createIntakeHealth } from './health.ts';

function harness() {
  const told: IntakeHealth[] = [];
  const disk = { full: false, tries: 0 };
  const health = createIntakeHealth({
    changed: (state) => void told.push(state),
    tryWrite: () => {
      disk.tries++;
      return disk.full ? Promise.reject(Object.assign(new Error('full'), { code: 'SQLITE_FULL' })) : Promise.resolve();
    },
  });
  return { told, disk, health };
}

test('[IN3] a refused order is said at once, once, with since when and why', () => {
  const { health, told } = harness();
  health.refused(1_000, 'SQLITE_FULL');
  health.refused(2_000, 'SQLITE_FULL');
  expect(told).toEqual([{ state: 'failing', failingSince: 1_000, reason: 'SQLITE_FULL' }]);
});

test('[IN3] heals by itself when the disk takes data again, without an order having to come', async () => {
  const { health, told, disk } = harness();
  disk.full = true;
  health.refused(1_000, 'SQLITE_FULL');
  await health.probe(6_000);
  expect(health.state().state).toBe('failing');
  disk.full = false;
  await health.probe(11_000);
  expect(told.at(-1)).toEqual({ state: 'ok' });
});

test('[IN3] a disk that stops taking data in a quiet hour is found out before the next order', async () => {
  const { health, disk } = harness();
  health.stored(100_000);
  disk.full = true;
  await health.probe(110_000);
  expect(disk.tries).toBe(0);
  await health.probe(140_000);
  expect(health.state()).toEqual({ state: 'failing', failingSince: 140_000, reason: 'SQLITE_FULL' });
});
