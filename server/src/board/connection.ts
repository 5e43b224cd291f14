import type { Socket } from 'socket.io';
import { z } from 'zod';
import { commandSchema, type Command } from '@kasera/shared/command.ts';
import type { ClientToServerEvents, CommandAnswer, ServerToClientEvents, SyncRequest } from '@kasera/shared/socket.ts';
import type { Log } from '../ops/log.ts';
import type { CommandResult } from '../orders/command-result.ts';
import type { OrderStore } from '../orders/store.ts';
import type { Presence } from './presence.ts';
import { answerSync, type SyncDeps } from './sync.ts';

export type BoardSocket = Socket<ClientToServerEvents, ServerToClientEvents>;

export interface ConnectionDeps extends SyncDeps {
  store: Pick<OrderStore, 'head' | 'board' | 'since' | 'paints'>;
  command(orderId: string, command: Command): Promise<CommandResult>;
  presence: Presence;
  log: Log;
}

/** The room of all who may know everything of a kitchen's orders, and that of the screens guests see. */
export function roomOf(kitchenId: string, role: SyncRequest['role']): string {
  return role === 'guests' ? `${kitchenId}/guests` : kitchenId;
}

const syncSchema = z.object({
  kitchen: z.string().max(100),
  epoch: z.string().max(100).optional(),
  since: z.int().min(0).optional(),
  screen: z.string().min(1).max(100),
  role: z.literal('guests').optional(),
});
const orderCommandSchema = z.object({ orderId: z.string().min(1).max(100), command: commandSchema });
const paintedSchema = z.object({
  orders: z.array(z.object({ orderId: z.string().max(100), ageMs: z.number().min(0).max(86_400_000) })).max(500),
});

/** Who is at the other end; another sync may make it somebody else, nothing but a sync does. */
interface Peer {
  screen: string;
  role: SyncRequest['role'];
}

/** Serves one screen's connection for as long as it lasts. */
export function serve(socket: BoardSocket, deps: ConnectionDeps): void {
  const peer: Peer = { screen: socket.id, role: undefined };
  const { presence, log } = deps;
  const failed = (error: unknown) => log.error({ error }, 'a screen’s request failed');
  socket.on('board:sync', (request, answer) => {
    const parsed = syncSchema.safeParse(request);
    if (typeof answer !== 'function') return;
    if (!parsed.success) return answer({ error: { code: 'invalid', message: 'That sync request cannot be read.' } });
    peer.screen = parsed.data.screen;
    peer.role = parsed.data.role;
    presence.named(socket.id, peer.screen);
    sync(socket, parsed.data as SyncRequest, deps).then(answer, (error: unknown) => {
      failed(error);
      answer({ error: { code: 'invalid', message: 'The board could not be read; try again.' } });
    });
  });
  socket.on('order:command', (request, answer) => {
    if (typeof answer !== 'function') return;
    if (peer.role === 'guests') return answer(notForGuests);
    const parsed = orderCommandSchema.safeParse(request);
    if (!parsed.success)
      return answer({ ok: false, error: { code: 'invalid', message: z.prettifyError(parsed.error) } });
    const { orderId, command } = parsed.data;
    // Without an answer the screen keeps the command and sends it again: better than a false one.
    deps.command(orderId, command).then((result) => answer(toAnswer(result)), failed);
  });
  socket.on('board:painted', (request) => {
    const parsed = paintedSchema.safeParse(request);
    if (peer.role === 'guests' || !parsed.success || parsed.data.orders.length === 0) return;
    const now = deps.now();
    const { screen } = peer;
    const paints = parsed.data.orders.map(({ orderId, ageMs }) => ({ orderId, screen, at: now - ageMs }));
    deps.store.paints(paints).catch(failed);
  });
  socket.on('board:screen', (report) => presence.report(socket.id, report));
  socket.on('disconnect', () => presence.left(socket.id));
}

const notForGuests: CommandAnswer = {
  ok: false,
  error: { code: 'not-allowed', message: 'A screen that guests see changes no orders.' },
};

function toAnswer(result: CommandResult): CommandAnswer {
  if (result.type === 'done') return { ok: true, seq: result.seq, order: result.order };
  return { ok: false, error: result.refusal, ...(result.order && { order: result.order }) };
}

/** Joins before reading the number: what is committed in between comes twice, never not at all. */
async function sync(socket: BoardSocket, request: SyncRequest, deps: ConnectionDeps) {
  const other = request.role === 'guests' ? undefined : 'guests';
  await socket.leave(roomOf(deps.kitchenId, other));
  await socket.join(roomOf(deps.kitchenId, request.role));
  return answerSync(request, deps);
}
