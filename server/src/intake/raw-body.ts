import type { IncomingMessage } from 'node:http';

export type RawBody = { type: 'read'; body: Buffer } | { type: 'too-large' } | { type: 'aborted' };

/**
 * Reads a request's bytes as they are.
 * @param maxBytes more than this is not read on
 * @returns `too-large` as soon as that is certain, from the announced length if there is one
 */
export function readRawBody(request: IncomingMessage, maxBytes: number): Promise<RawBody> {
  if (Number(request.headers['content-length']) > maxBytes) return Promise.resolve({ type: 'too-large' });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxBytes) return void chunks.push(chunk);
      request.pause();
      request.removeAllListeners('data');
      resolve({ type: 'too-large' });
    });
    request.on('end', () => {
      const [first] = chunks;
      resolve({ type: 'read', body: chunks.length === 1 && first ? first : Buffer.concat(chunks, length) });
    });
    request.on('error', () => resolve({ type: 'aborted' }));
    request.on('close', () => resolve({ type: 'aborted' }));
  });
}
