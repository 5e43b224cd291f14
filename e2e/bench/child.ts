import { type ChildProcess, fork } from 'node:child_process';
import { childEnd } from '../support/child-process.ts';

/** What a bench process can be asked, by name; each takes one argument. */
export type Questions = Record<string, (argument: never) => unknown>;

type ArgumentOf<Asked> = Asked extends (argument: infer Argument) => unknown ? Argument : never;
type AnswerOf<Asked> = Asked extends (argument: never) => infer Answer ? Awaited<Answer> : never;

/** A process of the bench. Disposing kills it. */
export interface Child<Asked extends Questions> extends AsyncDisposable {
  readonly pid: number;
  /** Resolves when it has ended, however. */
  readonly ended: Promise<void>;
  ask<Name extends keyof Asked & string>(name: Name, argument: ArgumentOf<Asked[Name]>): Promise<AnswerOf<Asked[Name]>>;
}

interface Question {
  id: number;
  name: string;
  argument: unknown;
}

interface Answer {
  id: number;
  value?: unknown;
  fault?: string;
}

/** Starts a process that answers with `answerParent`. `nodeArgs` go to Node itself. */
export function startChild<Asked extends Questions>(file: string, nodeArgs: string[] = []): Child<Asked> {
  const child = fork(file, [], {
    execArgv: nodeArgs,
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lastWords = keepLastWords(child);
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let asked = 0;
  child.on('message', ({ id, value, fault }: Answer) => {
    const question = waiting.get(id);
    waiting.delete(id);
    if (fault === undefined) question?.resolve(value);
    else question?.reject(new Error(`${file}: ${fault}`));
  });
  const end = childEnd(child).then(({ code, signal }) => {
    const fault = new Error(`${file} ended (${signal ?? code}):\n${lastWords()}`);
    for (const { reject } of waiting.values()) reject(fault);
  });
  return {
    pid: child.pid ?? 0,
    ended: end,
    ask: (name, argument) =>
      new Promise((resolve, reject) => {
        const id = (asked += 1);
        // Both ends are this program: what comes back is what the handler of that name returned.
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        child.send({ id, name, argument } satisfies Question, (error) => error && reject(error));
      }),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await end;
    },
  };
}

/** The other side: answers what the parent asks, and ends with it. */
export function answerParent<Asked extends Questions>(questions: Asked): void {
  process.on('message', ({ id, name, argument }: Question) => {
    const question = questions[name] as ((argument: unknown) => unknown) | undefined;
    const carriedOut = async () => (question ? question(argument) : Promise.reject(new Error(`no question "${name}"`)));
    carriedOut().then(
      (value) => process.send?.({ id, value } satisfies Answer),
      (error: unknown) =>
        process.send?.({ id, fault: error instanceof Error ? (error.stack ?? '') : 'unknown' } satisfies Answer),
    );
  });
  process.on('disconnect', () => process.exit());
}

function keepLastWords(child: ChildProcess): () => string {
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-4_000)));
  }
  return () => words;
}
