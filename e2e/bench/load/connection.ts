import { connect } from 'node:net';

export interface ConnectionDeps {
  port: number;
  /** The next request's bytes; null: this connection has done its part. */
  next(): Buffer | null;
  answered(status: number, tookMs: number): void;
}

/**
 * One keep-alive connection with one request under way at a time, written and read as bytes: whatever an HTTP client
 * costs would be taken from what is measured on the same machine.
 * @returns when `next` has nothing more and the last answer is there; rejects when the connection breaks
 */
export function runConnection({ port, next, answered }: ConnectionDeps): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let sentAt = 0;
    let received: Buffer | null = null;
    const sendNext = (): void => {
      const request = next();
      if (!request) return void socket.end(resolve);
      sentAt = performance.now();
      socket.write(request);
    };
    socket.on('connect', sendNext);
    socket.on('data', (chunk) => {
      received = received ? Buffer.concat([received, chunk]) : chunk;
      const status = statusOf(received);
      if (status === null) return;
      received = null;
      answered(status, performance.now() - sentAt);
      sendNext();
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed a connection in use')));
  });
}

/** The same, one after the other on a new connection for each request. */
export async function runFreshConnections({ port, next, answered }: ConnectionDeps): Promise<void> {
  for (let request = next(); request; request = next()) {
    const left = [request];
    await runConnection({ port, next: () => left.pop() ?? null, answered });
  }
}

const contentLength = /\r\ncontent-length: *(\d+)/i;

/** The status of an answer once all of it is there, else null. */
function statusOf(received: Buffer): number | null {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = received.toString('latin1', 0, headEnd);
  const length = Number(contentLength.exec(head)?.[1] ?? 0);
  return received.length < headEnd + 4 + length ? null : Number(head.slice(9, 12));
}
