import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { childEnd, type End, readOutput } from './child-process.ts';
import { kaseraEnvironment, type KaseraOptions, projectFolder } from './start-kasera.ts';
import { waitUntil } from './wait-until.ts';

export interface StartCommand {
  child: ChildProcess;
  end: Promise<End>;
  output: () => string;
  untilReady(): Promise<void>;
}

/**
 * Starts Kasera as its owner does, from a terminal on a machine with its own Node only.
 * @param command such as `npm start`
 * @param toolsFirst a folder whose programs hide those of the machine
 */
export function startCommand([program = '', ...args]: string[], options: KaseraOptions, toolsFirst = ''): StartCommand {
  const environment = kaseraEnvironment(options);
  const path = [toolsFirst, machinePath()].filter(Boolean).join(delimiter);
  const child = spawn(program, args, {
    cwd: projectFolder,
    env: { ...environment, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = readOutput(child);
  return {
    child,
    end: childEnd(child),
    output,
    async untilReady() {
      const said = () => `${program} ${args.join(' ')} said:\n${output()}`;
      const settled = () => output().includes('Kasera is ready on http') || child.exitCode !== null;
      await waitUntil(settled, { what: 'Kasera is ready', withinMs: 30_000 }).catch((cause: unknown) => {
        throw new Error(said(), { cause });
      });
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}; ${said()}`);
    },
  };
}

/** Puts a program in front that runs without any network, where the machine allows that to be made. */
export function withoutNetwork(command: string[]): { type: 'cut' | 'not-allowed'; command: string[] } {
  const cut = ['unshare', '--map-root-user', '--net'];
  try {
    execFileSync(cut[0] ?? '', [...cut.slice(1), 'true'], { stdio: 'ignore' });
    return { type: 'cut', command: [...cut, ...command] };
  } catch {
    return { type: 'not-allowed', command };
  }
}

/** PATH without this project's own tools, which `npm test` put in front. */
function machinePath(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.filter((folder) => !folder.startsWith(projectFolder)).join(delimiter);
}
