import { Agent, request } from 'node:http';

/** What became of one request; `status` 0 with a `fault` where no answer came. */
export interface Answer {
  status: number;
  body: string;
  /** The system's own word (`ECONNREFUSED`), or `TIMEOUT`. */
  fault: string | null;
  durationMs: number;
}

export interface WebhookRequest {
  url: URL;
  /** The host it is asked for by, where a public name stands for this machine; left out: the URL's. */
  host?: string;
  /** Shorter than usual. */
  timeoutMs?: number;
  /** Name and value in turn, without Host. */
  headers: readonly string[];
  body: Uint8Array | string;
}

export type Post = (webhook: WebhookRequest) => Promise<Answer>;

export interface HttpPostOptions {
  /** Keeps connections for the next request; the real shop opens one for each. */
  keepAlive?: boolean;
  /** WooCommerce waits a minute. */
  timeoutMs?: number;
}

/** Sends as WordPress does: no redirects, no retries. Never rejects. Dispose it to close kept connections. */
export function createHttpPost(options: HttpPostOptions = {}): Post & Disposable {
  const { keepAlive = false, timeoutMs: usualTimeoutMs = 60_000 } = options;
  const agent = keepAlive ? new Agent({ keepAlive: true, maxSockets: 256 }) : undefined;
  const post: Post = ({ url, host = url.host, timeoutMs = usualTimeoutMs, headers, body }) =>
    new Promise((resolve) => {
      const started = performance.now();
      const end = (status: number, text: string, fault: string | null): void =>
        resolve({ status, body: text, fault, durationMs: performance.now() - started });
      const sent = request(
        url,
        {
          method: 'POST',
          agent: agent ?? false,
          headers: ['Host', host, ...headers],
          timeout: Math.min(timeoutMs, usualTimeoutMs),
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => end(response.statusCode ?? 0, Buffer.concat(parts).toString('utf8'), null));
          response.on('error', (error) => end(0, '', codeOf(error)));
        },
      );
      sent.on('timeout', () => sent.destroy(Object.assign(new Error('no answer'), { code: 'TIMEOUT' })));
      sent.on('error', (error) => end(0, '', codeOf(error)));
      sent.end(body);
    });
  return Object.assign(post, { [Symbol.dispose]: () => agent?.destroy() });
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
