import { fork } from 'node:child_process';
import { join } from 'node:path';
import { childEnd, readOutput } from '../support/child-process.ts';
import { kaseraEnvironment } from '../support/start-kasera.ts';
import { waitUntil } from '../support/wait-until.ts';
import type { WorkerMessage, WorkerRequest, WorkerState } from './worker-messages.ts';

/** A running `worker.ts`. Disposing kills it; its data stays. */
export interface RunningWorker extends AsyncDisposable {
  readonly url: string;
  ask(request: WorkerRequest): Promise<WorkerState>;
  /** `kill -9`, and waits for the end. */
  kill(): Promise<void>;
}

/** Starts the process whose disk and COMMITs can be tampered with, and waits until it listens. */
export async function startWorker(options: {
  dataDir: string;
  port: number;
  env: Record<string, string>;
}): Promise<RunningWorker> {
  const child = fork(join(import.meta.dirname, 'worker.ts'), [], {
    env: kaseraEnvironment(options),
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const end = childEnd(child);
  const output = readOutput(child);
  const answers = new Map<number, (state: WorkerState) => void>();
  let isReady = false;
  let asked = 0;
  child.on('message', (message: WorkerMessage) => {
    if (message.say === 'ready') isReady = true;
    else answers.get(message.id)?.(message.state);
  });

  async function kill(): Promise<void> {
    child.kill('SIGKILL');
    await end;
  }

  async function untilReady(): Promise<void> {
    await waitUntil(() => isReady || child.exitCode !== null, { what: 'the worker listens', withinMs: 30_000 });
    if (!isReady) throw new Error(`the worker ended instead of starting. It said:\n${output()}`);
  }

  await untilReady().catch(async (error: unknown) => {
    await kill();
    throw error;
  });
  return {
    url: `http://127.0.0.1:${options.port}`,
    ask: (request) =>
      new Promise((resolve, reject) => {
        asked += 1;
        answers.set(asked, resolve);
        void end.then(() => reject(new Error(`the worker ended. It said:\n${output()}`)));
        child.send({ id: asked, ...request });
      }),
    kill,
    [Symbol.asyncDispose]: kill,
  };
}
