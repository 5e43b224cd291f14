import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** @returns the ids of all processes that came, directly or not, from this one; without it */
export function descendantsOf(pid: number): number[] {
  const parents = parentOfEach();
  const found = [pid];
  for (const ancestor of found) {
    for (const [child, parent] of parents) if (parent === ancestor) found.push(child);
  }
  return found.slice(1);
}

/** From /proc where there is one (a small machine may have no `ps`), else from `ps`. */
function parentOfEach(): Map<number, number> {
  if (!existsSync('/proc/self/stat')) return fromPs();
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(ids.map((id) => [Number(id), parentOf(id)]));
}

function parentOf(id: string): number {
  try {
    // The second field is the program's name in parentheses and may hold spaces; the parent is two after it.
    return Number(/\) \S+ (\d+)/.exec(readFileSync(`/proc/${id}/stat`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
}

function fromPs(): Map<number, number> {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return new Map(
    lines.map((line): [number, number] => [Number(line.trim().split(/\s+/)[0]), Number(line.trim().split(/\s+/)[1])]),
  );
}
