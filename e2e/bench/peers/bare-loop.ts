import { WebSocketServer } from 'ws';
import { answerParent } from '../child.ts';
import { machineNow } from '../board-client.ts';

// The limit of (c): a loop over web sockets that sends each the same text.

let server: WebSocketServer | undefined;

const questions = {
  async start(): Promise<{ url: string }> {
    const made = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    server = made;
    await new Promise((resolve) => made.once('listening', resolve));
    const address = made.address();
    return { url: `ws://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` };
  },
  /** @returns when it began, on the machine's clock */
  broadcast(text: string): number {
    const startedAt = machineNow();
    for (const client of server?.clients ?? []) client.send(text);
    return startedAt;
  },
};
export type BareLoop = typeof questions;

answerParent(questions);
