import type { ServerResponse } from 'node:http';
import type { SiteAnswer } from './answer.ts';
import { headersOf, type HeaderFacts } from './headers.ts';
import type { Outcome } from './misbehave.ts';

/** Writes an outcome to the connection, headers in the recorded order and nothing of Node's own besides. */
export function writeOutcome(response: ServerResponse, outcome: Outcome, facts: HeaderFacts): void {
  response.sendDate = false;
  switch (outcome.type) {
    case 'answer':
      return writeWhole(response, outcome.answer, facts);
    case 'cut':
      return writeCut(response, outcome, facts);
    case 'drip':
      return drip(response);
    case 'reset':
      return void response.socket?.resetAndDestroy();
    case 'silence':
      // The connection is closed with the site, or by the one who waits.
      return;
  }
}

/** As the recorded shop: no length, the end of the connection is the end of the answer. */
function writeWhole(response: ServerResponse, answer: SiteAnswer, facts: HeaderFacts): void {
  response.useChunkedEncodingByDefault = false;
  response.writeHead(answer.status, headersOf(answer, facts)).end(answer.text);
}

function writeCut(
  response: ServerResponse,
  { answer, how }: Extract<Outcome, { type: 'cut' }>,
  facts: HeaderFacts,
): void {
  const half = answer.text.slice(0, Math.floor(answer.text.length / 2));
  const headers = headersOf(answer, facts);
  if (how === 'content-length') headers.push('Content-Length', String(Buffer.byteLength(answer.text)));
  response.useChunkedEncodingByDefault = how === 'chunk';
  response.writeHead(answer.status, headers);
  if (how === 'close') return void response.end(half);
  response.write(half, () => response.socket?.destroy());
}

function drip(response: ServerResponse): void {
  response.writeHead(200, ['Content-Type', 'application/json; charset=UTF-8']).write('[{"id":');
  const timer = setInterval(() => response.write('1'), 200);
  response.on('close', () => clearInterval(timer));
}
