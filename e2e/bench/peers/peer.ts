import express, { type Request, type Response } from 'express';
import { answerParent } from '../child.ts';

/** A handler to stand beside Kasera's; it may need something of another process first. */
export type PeerHandler = (request: Request, response: Response) => Promise<void>;
export interface PeerPlan {
  /** Where the service it needs listens, if it needs one. */
  serviceUrl: string | null;
}
export interface Peer extends Record<string, (argument: never) => unknown> {
  start(plan: PeerPlan): Promise<{ port: number }>;
  /** The processor time this process has used, in milliseconds. */
  cpuMs(): number;
}

/** Makes this process an Express server with one handler at the webhook's path. */
export function startPeer(createHandler: (plan: PeerPlan) => PeerHandler | Promise<PeerHandler>): void {
  const questions: Peer = {
    async start(plan) {
      const handler = await createHandler(plan);
      const app = express();
      app.disable('x-powered-by');
      app.disable('etag');
      app.post('/webhooks/woocommerce', handler);
      return new Promise((resolve, reject) => {
        const server = app.listen(0, '127.0.0.1', (error) => {
          const address = server.address();
          if (error || address === null || typeof address === 'string') return reject(error ?? new Error('no port'));
          resolve({ port: address.port });
        });
      });
    },
    cpuMs() {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000;
    },
  };
  answerParent(questions);
}

/** The least an honest receiver does: the whole body as bytes. */
export function takeRawBody(request: Request): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

export function answer(response: Response, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
}
