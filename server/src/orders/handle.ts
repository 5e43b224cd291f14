import { createHash } from 'node:crypto';
import type { Command, Refusal } from '@kasera/shared/command.ts';
import { decideCommand } from '@kasera/shared/decide/command.ts';
import type { Actor, Change } from '@kasera/shared/decide/decision.ts';
import { decideSignal } from '@kasera/shared/decide/signal.ts';
import type { KitchenRules, Order, OrderSnapshot, ShopSignal } from '@kasera/shared/order.ts';
import type { OrderEffect } from '@kasera/shared/order-change.ts';
import type { WriteBackMapping } from '@kasera/shared/shop.ts';
import type { BoardEvent } from '@kasera/shared/socket.ts';
import { StaleWrite, type Row } from '../db/database.ts';
import type { Sql } from '../db/sql.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import type { CommandLog } from './command-log.ts';
import type { CommandResult } from './command-result.ts';
import { withDishNames, type NameOf } from './dish-names.ts';
import { withRoutes, withRoutesOfNow, type RouteOf } from './line-routes.ts';
import type { PressedBy } from './saving.ts';
import type { OrderStore } from './store.ts';

export interface OrderHandlingDeps {
  store: Pick<OrderStore, 'byId' | 'byExternalId' | 'saving'>;
  commands: CommandLog;
  write(statements: readonly Sql[]): Promise<Row[][]>;
  /** What a change causes outside: deliveries written in the same commit. */
  consequences(order: Order, effects: readonly OrderEffect[], now: number): Sql[];
  /** Told after the commit, once per numbered change. */
  committed(event: BoardEvent, effects: readonly OrderEffect[]): void;
  now(): number;
  newId(): string;
  kitchenId: string;
  /** Asked anew for each decision: the owner changes them while orders come. */
  rules(): KitchenRules;
  /** What each step tells the shop the order came from; null: it is told nothing. */
  writeBack?(source: string): WriteBackMapping | null;
  /** The order kept from a former shop that this unknown one turns out to be; null: there is none. */
  adopt?(snapshot: OrderSnapshot): Promise<Order | null>;
  /** What the shop's catalogue calls a line that comes without a name. */
  nameOf?: NameOf;
  /** Which stations make a line; absent: nobody claims any. */
  routeOf?: RouteOf;
}

export interface SignalResult {
  type: 'changed' | 'unchanged';
  order: Order | null;
  reason: string;
  /** Its own alert was left out, as asked: somebody else has to name it. */
  unrung?: true;
}

export interface SignalOptions {
  /** False: no alert of its own (old orders found at once are told of together). Default: true. */
  ring?: boolean;
}

export interface OrderHandling {
  /**
   * Carries out what a shop told.
   * @param along statements that belong into the same commit (the inbox row's end), given what became of the order
   */
  signal(signal: ShopSignal, along: (result: SignalResult) => Sql[], options?: SignalOptions): Promise<SignalResult>;
  /** Carries out a person's (or, as `kasera`, our own) command. The same id gives the same answer, for ever. */
  command(orderId: string, command: Command, actor?: Actor): Promise<CommandResult>;
}

/** Load, decide, write: the one way an order changes (DESIGN 2, steps 4 and 5). */
export function createOrderHandling(deps: OrderHandlingDeps): OrderHandling {
  const queue = createKeyedQueue();
  return {
    signal(signal, along, options = {}) {
      const { source, externalId } = signal.type === 'snapshot' ? signal.snapshot : signal;
      return queue.run(`${source}/${externalId}`, () => untilFresh(() => handleSignal(deps, signal, along, options)));
    },
    async command(orderId, command, actor = 'kitchen') {
      const known = await deps.store.byId(orderId);
      if (!known) return refused('not-found', 'There is no such order.', null);
      return queue.run(`${known.source}/${known.externalId}`, () =>
        untilFresh(() => handleCommand(deps, orderId, command, actor)),
      );
    },
  };
}

const maxTries = 10;

/** Another process may have changed the order between load and write: then everything is decided again. */
async function untilFresh<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StaleWrite) || tries === maxTries) throw error;
    }
  }
}

async function handleSignal(
  deps: OrderHandlingDeps,
  signal: ShopSignal,
  along: (result: SignalResult) => Sql[],
  { ring = true }: SignalOptions,
): Promise<SignalResult> {
  const { source, externalId } = signal.type === 'snapshot' ? signal.snapshot : signal;
  const known = await deps.store.byExternalId(source, externalId);
  const adopted = known === null && signal.type === 'snapshot' ? await deps.adopt?.(signal.snapshot) : null;
  const before = known ?? adopted ?? null;
  const { kitchenId } = deps;
  const id = before?.id ?? deps.newId();
  const context = { now: deps.now(), rules: deps.rules(), kitchenId, id };
  const decision = decideSignal(before, completed(signal, before, deps), context);
  if (decision.type === 'unchanged') {
    const result: SignalResult = { type: 'unchanged', order: decision.order, reason: decision.reason };
    const ending = along(result);
    if (ending.length > 0) await deps.write(ending);
    return result;
  }
  const effects = ring ? decision.effects : decision.effects.filter(({ type }) => type !== 'alert');
  const unrung = effects.length < decision.effects.length ? ({ unrung: true } as const) : {};
  const reason = decision.event?.type ?? 'not shown';
  const result: SignalResult = { type: 'changed', order: decision.order, reason, ...unrung };
  await save(deps, before, { ...decision, effects }, along(result));
  return result;
}

/** What the shop's message leaves out and the kitchen knows: names of dishes, and who makes them. */
function completed(
  signal: ShopSignal,
  held: Order | null,
  { nameOf, routeOf }: Pick<OrderHandlingDeps, 'nameOf' | 'routeOf'>,
): ShopSignal {
  if (signal.type !== 'snapshot') return signal;
  const named = nameOf ? withDishNames(signal.snapshot, held, nameOf) : signal.snapshot;
  return { ...signal, snapshot: routeOf ? withRoutes(named, held, routeOf) : named };
}

async function handleCommand(
  deps: OrderHandlingDeps,
  orderId: string,
  command: Command,
  actor: Actor,
): Promise<CommandResult> {
  const bodyHash = hashOf(orderId, command);
  const earlier = await deps.commands.find(command.id);
  if (earlier) {
    if (earlier.bodyHash === bodyHash) return earlier.answer;
    return refused('reused-id', 'This command id was already used for something else. Make a new one.', null);
  }
  const held = await deps.store.byId(orderId);
  if (!held) return refused('not-found', 'There is no such order.', null);
  const comesBack = command.type === 'recall' && held.status === 'completed';
  const before = comesBack && deps.routeOf ? withRoutesOfNow(held, deps.routeOf) : held;
  const now = deps.now();
  const writeBack = deps.writeBack?.(before.source) ?? null;
  const decision = decideCommand(before, command, { now, rules: deps.rules(), writeBack });
  const record = { id: command.id, orderId, bodyHash, kitchenId: deps.kitchenId, at: now };
  if (decision.type === 'changed') {
    const event = decision.event && { ...decision.event, actor };
    const remember = deps.commands.remembering(record, { type: 'done', order: decision.order });
    const seq = await save(deps, before, { ...decision, event }, [remember], pressedBy(command));
    return { type: 'done', order: decision.order, seq };
  }
  if (decision.type === 'refused') {
    await deps.write([deps.commands.remembering(record, { ...decision, order: before })]);
    return { ...decision, order: before };
  }
  const rows = await deps.write([deps.commands.remembering(record, { type: 'done', order: before })]);
  return { type: 'done', order: before, seq: Number(rows[0]?.[0]?.seq) };
}

/** One commit for the order, its event, what it causes and what goes along; then, and only then, the word is spread. */
async function save(
  deps: OrderHandlingDeps,
  before: Order | null,
  change: Change,
  along: Sql[],
  by?: PressedBy,
): Promise<number> {
  const { order, event, effects } = change;
  const caused = effects.length > 0 ? deps.consequences(order, effects, deps.now()) : [];
  const rows = await deps.write([...deps.store.saving({ before, order, event, by }), ...caused, ...along]);
  const seq = Number(rows[0]?.[0]?.seq ?? 0);
  if (event) deps.committed({ seq, order }, effects);
  return seq;
}

function pressedBy(command: Command): PressedBy {
  return { screen: command.screen, stations: 'stations' in command ? command.stations : undefined };
}

/** What makes two commands the same one: everything but its age, which grows while it waits to be sent. */
function hashOf(orderId: string, { ageMs: _age, ...rest }: Command): string {
  const entries = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([orderId, entries]))
    .digest('hex');
}

function refused(code: Refusal['code'], message: string, order: Order | null): CommandResult {
  return { type: 'refused', refusal: { code, message }, order };
}
