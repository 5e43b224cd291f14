import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What every measure gets. */
export interface Bench {
  /** A short run: shows that everything works, its figures are coarse. */
  quick: boolean;
  /** Tells the person waiting what is going on. */
  say(text: string): void;
}

/** One line of the table. */
export interface Row {
  what: string;
  kasera: string;
  /** The peer or limit it stands beside, with its figure; '' where there is none. */
  beside: string;
  ratio: string;
  aim: string;
  /** Null where nothing is claimed. */
  met: boolean | null;
}

export interface Section {
  title: string;
  rows: Row[];
  /** What a reader has to know to judge the figures. */
  remarks: string[];
}

/** The path of a file of the bench. */
export const benchFile = (name: string): string => join(import.meta.dirname, name);

/** The secret with which the simulated shop signs. */
export const webhookSecret = 'bench-webhook-secret';

/** A data folder that goes when it is disposed. */
export async function temporaryFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'kasera-bench-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
