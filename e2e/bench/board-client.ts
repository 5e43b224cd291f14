import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Command } from '@kasera/shared/command.ts';
import type { ClientToServerEvents, ServerToClientEvents, SyncAnswer } from '@kasera/shared/socket.ts';

export type BoardSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** Connects as a screen of the kitchen, over a web socket from the start. @returns once it knows all orders */
export async function connectBoard(url: string, apiKey: string): Promise<{ socket: BoardSocket; synced: SyncAnswer }> {
  const socket: BoardSocket = io(url, { transports: ['websocket'], auth: { key: apiKey }, forceNew: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const synced = await socket.emitWithAck('board:sync', { kitchen: 'main', screen: randomUUID() });
  if ('error' in synced) throw new Error(synced.error.message);
  return { socket, synced };
}

/** What a person asks of an order, without what every command carries. */
export type Press =
  { type: 'acknowledge' } | { type: 'ready' } | { type: 'complete' } | { type: 'cancel'; reason: string };

/** Sends a command as a screen does. @throws when it is refused */
export async function press(socket: BoardSocket, orderId: string, wish: Press): Promise<void> {
  const command: Command = { id: randomUUID(), ...wish };
  const answer = await socket.emitWithAck('order:command', { orderId, command });
  if (!answer.ok) throw new Error(`${wish.type} was refused: ${answer.error.message}`);
}

/** The time all processes of this machine share, in milliseconds, finer than `Date.now`. */
export const machineNow = (): number => performance.timeOrigin + performance.now();
