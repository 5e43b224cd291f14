import { writeFileSync } from 'node:fs';

// Loaded into the server before its own first line (`--import`): on SIGUSR2 it collects all garbage and writes down
// what is left, so that memory is compared and not the collector's mood.

let samples = 0;
const { gc } = globalThis;
const path = process.env.KASERA_MEMORY_FILE ?? '';

process.on('SIGUSR2', () => {
  if (typeof gc !== 'function') throw new Error('start with --expose-gc');
  gc();
  gc();
  samples += 1;
  const { rss, heapUsed, external } = process.memoryUsage();
  writeFileSync(path, `${JSON.stringify({ samples, resident: rss, held: heapUsed + external })}\n`);
});
