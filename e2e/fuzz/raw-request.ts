import { connect } from 'node:net';

/** What came back. `status` null: the connection was closed without an answer. */
export interface RawAnswer {
  status: number | null;
  body: string;
  ended: 'closed' | 'timeout';
}

const timeoutMs = 20_000;
/** After this long without a word, an unfinished request is given up, as its sender would sooner or later. */
const giveUpAfterMs = 250;

/**
 * Sends bytes as they are, whatever they are, over a connection of their own, and reads until the server closes it.
 * Never rejects.
 * @param isWhole whether the bytes are a whole request after which the server closes; if not, the sender hangs up at
 * some time (not before: Node drops the answer of one who has)
 */
export function sendRaw(port: number, bytes: Uint8Array, isWhole: boolean): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const received: Buffer[] = [];
    let length = 0;
    const socket = connect({ port, host: '127.0.0.1' });
    const finish = (ended: RawAnswer['ended']): void => {
      clearTimeout(patience);
      socket.destroy();
      resolve({ ...readAnswer(Buffer.concat(received).toString('latin1')), ended });
    };
    const patience = setTimeout(() => finish('timeout'), timeoutMs);
    if (!isWhole) socket.setTimeout(giveUpAfterMs, () => socket.end());
    socket.on('error', () => finish('closed'));
    socket.on('close', () => finish('closed'));
    socket.on('data', (chunk) => {
      // A board full of hostile orders is long; its first part tells what is asked here.
      if (length < 1_000_000) received.push(chunk);
      length += chunk.length;
    });
    socket.write(bytes);
  });
}

/** The final answer: interim ones (100 Continue) come before it. */
function readAnswer(text: string): { status: number | null; body: string } {
  const [, status, rest] = /^(?:HTTP\/1\.[01] 1\d\d[^]*?\r\n\r\n)*HTTP\/1\.[01] (\d{3})([^]*)$/.exec(text) ?? [];
  if (status === undefined) return { status: null, body: '' };
  const bodyAt = rest?.indexOf('\r\n\r\n') ?? -1;
  return { status: Number(status), body: bodyAt === -1 ? '' : (rest?.slice(bodyAt + 4) ?? '') };
}

/** A request's bytes, from its first line, its headers (name and value in turn) and its body. */
export function rawRequest(firstLine: string, headers: readonly string[], body: Uint8Array): Uint8Array {
  const lines = [firstLine];
  for (let at = 0; at < headers.length; at += 2) lines.push(`${headers[at]}: ${headers[at + 1]}`);
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}
