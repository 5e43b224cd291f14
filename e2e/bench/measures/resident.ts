import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** @returns the resident memory of a process in bytes, from /proc where there is one, else from `ps` */
export async function residentBytes(pid: number): Promise<number> {
  const kilobytes = Number(await fromProc(pid).catch(() => fromPs(pid)));
  if (!(kilobytes > 0)) throw new Error(`the memory of process ${pid} cannot be read`);
  return kilobytes * 1024;
}

async function fromProc(pid: number): Promise<string | undefined> {
  return /^VmRSS:\s+(\d+) kB/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
}

async function fromPs(pid: number): Promise<string> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return stdout.trim();
}
