import { connect } from 'node:net';

export interface RawAnswer {
  status: number;
  text: string;
  /** The server ended the connection by itself. */
  closed: boolean;
}

/**
 * Posts to the webhook path and never ends the body: whatever comes back was decided without its end.
 * @param chunks sent one after another with their lengths, as `transfer-encoding: chunked` wants it
 */
export function rawExchange(
  url: string,
  headers: Readonly<Record<string, string>>,
  chunks: readonly Buffer[],
): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(url);
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.on('data', (bytes) => (text += bytes.toString('utf8')));
    socket.on('error', reject);
    socket.on('end', () => {
      socket.destroy();
      resolve({ status: Number(text.split(' ')[1]), text, closed: true });
    });
    socket.write(`POST /webhooks/woocommerce HTTP/1.1\r\n${lines.join('')}\r\n`);
    for (const chunk of chunks) {
      socket.write(`${chunk.length.toString(16)}\r\n`);
      socket.write(chunk);
      socket.write('\r\n');
    }
  });
}
