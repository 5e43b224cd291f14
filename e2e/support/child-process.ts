import type { ChildProcess } from 'node:child_process';

export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** @returns how the process ended and all it said has been read; ask before it can have ended */
export function childEnd(child: ChildProcess): Promise<End> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
}

/** Collects stdout and stderr. @returns what came so far */
export function readOutput(child: ChildProcess): () => string {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return () => output;
}

/** @returns whether a process with this id exists (and is not a zombie somebody has yet to collect) */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
