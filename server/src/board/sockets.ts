import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { z } from 'zod';
import { commandSchema, type Command } from '@kasera/shared/command.ts';
import { maxSinceEvents } from '@kasera/shared/socket.ts';
import type {
  Beat,
  BoardEvent,
  ClientToServerEvents,
  CommandAnswer,
  ServerToClientEvents,
  SyncAnswer,
  SyncRequest,
} from '@kasera/shared/socket.ts';
import type { KitchenRules } from '@kasera/shared/order.ts';
import type { SoldOut } from '@kasera/shared/shop.ts';
import type { Guard } from '../access/guard.ts';
import type { CommandResult } from '../orders/command-result.ts';
import type { OrderStore } from '../orders/store.ts';
import type { Log } from '../ops/log.ts';

export interface SocketsDeps {
  guard: Pick<Guard, 'isKnown' | 'isFromHere'>;
  store: Pick<OrderStore, 'head' | 'board' | 'since' | 'paints'>;
  command(orderId: string, command: Command): Promise<CommandResult>;
  beat(): Beat;
  /** Everything that cannot be made now. */
  soldOut(): SoldOut[];
  now(): number;
  kitchenId: string;
  rules: KitchenRules;
  log: Log;
}

export interface Sockets {
  /** Answers handshakes that come to this server. */
  attach(http: HttpServer): void;
  /** To every screen of the kitchen. */
  event(event: BoardEvent): void;
  beat(beat: Beat): void;
  soldOut(list: SoldOut[]): void;
  /** Makes every screen connect and ask anew. */
  resync(): void;
  screens(): number;
  close(): Promise<void>;
}

type BoardSocket = Socket<ClientToServerEvents, ServerToClientEvents>;

/** How long an ended order stays on the screens' Done list. */
const doneForMs = 3_600_000;

/** The board protocol over Socket.IO (DESIGN 6). Nobody without a key gets past the handshake. */
export function createSockets(deps: SocketsDeps): Sockets {
  const io = new Server<ClientToServerEvents, ServerToClientEvents>({
    serveClient: false,
    maxHttpBufferSize: 100_000,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    allowRequest: (request, answer) => answer(null, deps.guard.isFromHere(request.headers)),
  });
  io.use((socket, next) => {
    if (deps.guard.isKnown(authOf(socket))) return next();
    next(Object.assign(new Error('A key is needed.'), { data: { code: 'unauthorised' } }));
  });
  io.on('connection', (socket) => serve(socket, deps));
  return {
    attach: (http) => void io.attach(http),
    event: (event) => void io.to(deps.kitchenId).emit('board:event', event),
    beat: (beat) => void io.emit('board:beat', beat),
    soldOut: (list) => void io.to(deps.kitchenId).emit('board:sold-out', list),
    resync: () => io.disconnectSockets(true),
    screens: () => io.of('/').sockets.size,
    close: async () => {
      io.disconnectSockets(true);
      await io.close();
    },
  };
}

/** Scripts may send the API key in the handshake's `auth`; browsers bring their cookie. */
function authOf(socket: Pick<BoardSocket, 'handshake'>) {
  const { headers, auth } = socket.handshake;
  const key: unknown = auth.key;
  return typeof key === 'string' ? { ...headers, authorization: `Bearer ${key}` } : headers;
}

const syncSchema = z.object({
  kitchen: z.string().max(100),
  epoch: z.string().max(100).optional(),
  since: z.int().min(0).optional(),
  screen: z.string().min(1).max(100),
});
const orderCommandSchema = z.object({ orderId: z.string().min(1).max(100), command: commandSchema });
const paintedSchema = z.object({
  orders: z.array(z.object({ orderId: z.string().max(100), ageMs: z.number().min(0).max(86_400_000) })).max(500),
});

function serve(socket: BoardSocket, deps: SocketsDeps): void {
  let screen = socket.id;
  const failed = (error: unknown) => deps.log.error({ error }, 'a screen’s request failed');
  socket.on('board:sync', (request, answer) => {
    const parsed = syncSchema.safeParse(request);
    if (typeof answer !== 'function') return;
    if (!parsed.success) return answer({ error: { code: 'invalid', message: 'That sync request cannot be read.' } });
    ({ screen } = parsed.data);
    sync(socket, parsed.data as SyncRequest, deps).then(answer, (error: unknown) => {
      failed(error);
      answer({ error: { code: 'invalid', message: 'The board could not be read; try again.' } });
    });
  });
  socket.on('order:command', (request, answer) => {
    if (typeof answer !== 'function') return;
    const parsed = orderCommandSchema.safeParse(request);
    if (!parsed.success)
      return answer({ ok: false, error: { code: 'invalid', message: z.prettifyError(parsed.error) } });
    const { orderId, command } = parsed.data;
    // Without an answer the screen keeps the command and sends it again: better than a false one.
    deps.command(orderId, command).then((result) => answer(toAnswer(result)), failed);
  });
  socket.on('board:painted', (request) => {
    const parsed = paintedSchema.safeParse(request);
    if (!parsed.success || parsed.data.orders.length === 0) return;
    const now = deps.now();
    const paints = parsed.data.orders.map(({ orderId, ageMs }) => ({ orderId, screen, at: now - ageMs }));
    deps.store.paints(paints).catch(failed);
  });
}

function toAnswer(result: CommandResult): CommandAnswer {
  if (result.type === 'done') return { ok: true, seq: result.seq, order: result.order };
  return { ok: false, error: result.refusal, ...(result.order && { order: result.order }) };
}

/** Joins before reading the number: what is committed in between comes twice, never not at all. */
async function sync(socket: BoardSocket, request: SyncRequest, deps: SocketsDeps): Promise<SyncAnswer> {
  const { kitchenId, rules, store } = deps;
  await socket.join(kitchenId);
  const { seq, epoch } = await store.head(kitchenId);
  const base = { epoch, seq, rules, beat: deps.beat(), soldOut: deps.soldOut() };
  const { since } = request;
  if (request.epoch === epoch && since !== undefined && since <= seq && seq - since <= maxSinceEvents) {
    return { ...base, type: 'since', events: await store.since(kitchenId, since, maxSinceEvents) };
  }
  const events = await store.board(kitchenId, deps.now() - doneForMs);
  return { ...base, type: 'all', orders: events.map((event) => event.order) };
}
