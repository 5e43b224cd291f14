import { io, type Socket } from 'socket.io-client';
import type { Command } from '@kasera/shared/command.ts';
import type {
  Beat,
  BoardEvent,
  ClientToServerEvents,
  CommandAnswer,
  ScreenReport,
  ServerToClientEvents,
  SyncAnswer,
} from '@kasera/shared/socket.ts';
import type { Refusal } from '@kasera/shared/command.ts';
import type { KitchenRules } from '@kasera/shared/order.ts';
import type { SoldOut } from '@kasera/shared/shop.ts';

export interface ScreenOptions {
  /** The API key in the handshake; null: none. */
  key?: string | null;
  /** Further headers of the handshake. */
  headers?: Record<string, string>;
}

/** A kitchen screen at the end of a real socket; it keeps all it is told. */
export interface Screen extends Disposable {
  readonly events: BoardEvent[];
  readonly beats: Beat[];
  readonly rules: KitchenRules[];
  readonly soldOut: SoldOut[][];
  readonly connected: () => boolean;
  sync(known?: { epoch: string; since: number }): Promise<SyncAnswer>;
  rawSync(request: unknown): Promise<SyncAnswer | { error: Refusal }>;
  command(orderId: string, command: Command): Promise<CommandAnswer>;
  /** Says how it is. */
  report(report: ScreenReport): void;
  paint(orders: { orderId: string; ageMs: number }[]): void;
}

/** @throws the handshake's error where the server does not let it in */
export async function openScreen(url: string, { key = null, headers = {} }: ScreenOptions): Promise<Screen> {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io(url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: headers,
    ...(key !== null && { auth: { key } }),
  });
  const events: BoardEvent[] = [];
  const beats: Beat[] = [];
  const rules: KitchenRules[] = [];
  const soldOut: SoldOut[][] = [];
  socket.on('board:event', (event) => void events.push(event));
  socket.on('board:beat', (beat) => void beats.push(beat));
  socket.on('board:rules', (set) => void rules.push(set));
  socket.on('board:sold-out', (list) => void soldOut.push(list));
  await connected(socket);
  const rawSync = (request: unknown): Promise<SyncAnswer | { error: Refusal }> =>
    socket.timeout(5_000).emitWithAck('board:sync', request as never);
  return {
    events,
    beats,
    rules,
    soldOut,
    connected: () => socket.connected,
    rawSync,
    async sync(known) {
      const answer = await rawSync({ kitchen: 'main', screen: 'test-screen', ...known });
      if ('error' in answer) throw new Error(answer.error.message);
      return answer;
    },
    command: (orderId, command) => socket.timeout(5_000).emitWithAck('order:command', { orderId, command }),
    report: (report) => void socket.emit('board:screen', report),
    paint: (orders) => void socket.emit('board:painted', { orders }),
    [Symbol.dispose]: () => void socket.close(),
  };
}

function connected(socket: Socket<ServerToClientEvents, ClientToServerEvents>): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error) => {
      socket.close();
      reject(error);
    });
  });
}
