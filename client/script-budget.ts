import { gzipSync } from 'node:zlib';

/** What of a built chunk is looked at. */
export interface BuiltChunk {
  fileName: string;
  name: string;
  isEntry: boolean;
  code: string;
  /** The chunks it cannot run without. */
  imports: readonly string[];
}

/** Of script, gzipped, for the first ticket on a board. */
export const mostOfBoard = 130_000;
/** One of them is loaded before anything is shown. */
const languages = ['en', 'es'];

/**
 * Adds up what a board loads before its first ticket: the entry and everything that imports itself with it.
 * @returns gzipped bytes, alone and with the larger of the languages, and a sentence where they are too many
 */
export function keepWithin(
  mostBytes: number,
  chunks: readonly BuiltChunk[],
): { bytes: number; withWords: number; fault: string | null } {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const needed = new Set<BuiltChunk>();
  const need = (chunk: BuiltChunk | undefined) => {
    if (!chunk || needed.has(chunk)) return;
    needed.add(chunk);
    for (const file of chunk.imports) need(byFile.get(file));
  };
  need(chunks.find((chunk) => chunk.isEntry && chunk.name === 'index'));
  const size = ({ code }: BuiltChunk) => gzipSync(code, { level: 9 }).length;
  const spoken = chunks.filter((chunk) => languages.includes(chunk.name) && !needed.has(chunk)).map(size);
  const bytes = [...needed].reduce((sum, chunk) => sum + size(chunk), 0);
  const withWords = bytes + Math.max(0, ...spoken);
  const isTooMuch = withWords > mostBytes || needed.size === 0;
  const words = `The board needs ${withWords} bytes of script (gzipped, its words included) before its first ticket; ${mostBytes} are allowed.`;
  return { bytes, withWords, fault: isTooMuch ? words : null };
}
