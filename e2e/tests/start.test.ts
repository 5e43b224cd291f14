import { expect, test } from 'vitest';
import { isAlive } from '../support/child-process.ts';
import { createScratchProject, type ScratchProject } from '../support/scratch-project.ts';
import { waitUntil } from '../support/wait-until.ts';

const install = 'npx --yes pnpm@12.21.0 install --frozen-lockfile --reporter=append-only';

test('[SU1] installs and builds on the first start, and does neither on later ones', async () => {
  await using project = await createScratchProject();
  expect(await startAndStop(project)).toMatchObject({ calls: [install, 'vite build'] });
  expect(await startAndStop(project)).toMatchObject({ calls: [] });
});

test('[SU1] installs again when the lockfile changed, and builds again when a source of the screens did', async () => {
  await using project = await createScratchProject();
  await startAndStop(project);
  await project.write('client/src/main.tsx', 'two');
  expect(await startAndStop(project)).toMatchObject({ calls: ['vite build'] });
  await project.write('shared/src/order.ts', 'two');
  expect(await startAndStop(project)).toMatchObject({ calls: ['vite build'] });
  await project.write('server/package.json', '{}');
  expect(await startAndStop(project)).toMatchObject({ calls: [install] });
  await project.write('pnpm-lock.yaml', 'two');
  expect(await startAndStop(project)).toMatchObject({ calls: [install, 'vite build'] });
  await project.remove('client/dist');
  expect(await startAndStop(project)).toMatchObject({ calls: ['vite build'] });
});

test('[SU1] does an installation again that was interrupted half-way', async () => {
  await using project = await createScratchProject();
  await project.write('npx-dies', '');
  const start = project.start();
  expect(await start.end).toMatchObject({ code: 1 });
  expect(start.output()).toContain('The packages could not be installed');
  await project.remove('npx-dies');
  await project.takeCalls();
  expect(await startAndStop(project)).toMatchObject({ calls: [install, 'vite build'] });
});

test('[SU1] runs on the Node of the machine when the packaged one is not the one asked for', async () => {
  await using project = await createScratchProject('24.0.0');
  expect(await startAndStop(project)).toMatchObject({ output: expect.stringContaining(`on ${process.version}`) });
});

test.for(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '[SU4] passes %s on to the server once, and its exit code back',
  async (signal) => {
    await using project = await createScratchProject();
    const start = project.start();
    const pid = await serverPid(start.output);
    for (let times = 0; times < 3; times++) start.child.kill(signal);
    expect(await start.end).toEqual({ code: 7, signal: null });
    expect(start.output().match(/server got/g)).toHaveLength(1);
    expect(start.output()).toContain(`server got ${signal}`);
    expect(isAlive(pid)).toBe(false);
  },
);

test('[SU4] ends with 128 + n when the server is killed by signal n', async () => {
  await using project = await createScratchProject();
  const start = project.start();
  process.kill(await serverPid(start.output), 'SIGUSR2');
  expect(await start.end).toEqual({ code: 128 + 9, signal: null });
});

async function startAndStop(project: ScratchProject): Promise<{ calls: string[]; output: string }> {
  const start = project.start();
  await serverPid(start.output);
  start.child.kill('SIGTERM');
  expect(await start.end).toEqual({ code: 7, signal: null });
  return { calls: await project.takeCalls(), output: start.output() };
}

async function serverPid(output: () => string): Promise<number> {
  return Number(await waitUntil(() => /ready (\d+) on/.exec(output())?.[1], { what: 'the server is ready' }));
}
