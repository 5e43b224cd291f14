import { WebSocket } from 'ws';
import { answerParent } from '../child.ts';
import { connectBoard, machineNow } from '../board-client.ts';

// A process of its own that is many screens at once: Kasera's, and clients of the bare web socket loop.

export interface Arrivals {
  count: number;
  /** On the machine's clock, in milliseconds. */
  firstAt: number;
  lastAt: number;
}

const arrivals = new Map<string, Arrivals>();

function arrived(name: string): void {
  const at = machineNow();
  const known = arrivals.get(name);
  if (!known) return void arrivals.set(name, { count: 1, firstAt: at, lastAt: at });
  known.count += 1;
  known.lastAt = at;
}

let lastEvent = '';

const questions = {
  async connectBoards({ url, apiKey, count }: { url: string; apiKey: string; count: number }): Promise<void> {
    for (let made = 0; made < count; made += 50) {
      await Promise.all(Array.from({ length: Math.min(50, count - made) }, () => connectOne(url, apiKey)));
    }
  },
  async connectBare({ url, count }: { url: string; count: number }): Promise<void> {
    for (let made = 0; made < count; made += 50) {
      await Promise.all(Array.from({ length: Math.min(50, count - made) }, () => connectBare(url)));
    }
  },
  /** When `name` (an order's number, a broadcast's) arrived here, or null while it has not. */
  arrivals: (name: string): Arrivals | null => arrivals.get(name) ?? null,
  /** The text that carried the last event, as Socket.IO put it on the wire. */
  lastEvent: (): string => lastEvent,
};
export type Boards = typeof questions;

async function connectOne(url: string, apiKey: string): Promise<void> {
  const { socket } = await connectBoard(url, apiKey);
  socket.on('board:event', (event) => {
    arrived(event.order.number);
    if (lastEvent === '') lastEvent = `42${JSON.stringify(['board:event', event])}`;
  });
}

async function connectBare(url: string): Promise<void> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  // What any screen has to do with it: take the text and read it.
  socket.on('message', (data: Buffer) => {
    const text = data.toString('utf8');
    const [name]: [string] = JSON.parse(text.slice(2));
    arrived(name);
  });
}

answerParent(questions);
