import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { KitchenRules } from '@kasera/shared/order.ts';
import type { SoldOut } from '@kasera/shared/shop.ts';
import type {
  Beat,
  BoardEvent,
  ClientToServerEvents,
  LiveScreen,
  ServerToClientEvents,
} from '@kasera/shared/socket.ts';
import type { Guard } from '../access/guard.ts';
import { createTurnedAway } from '../access/turned-away.ts';
import type { ClientAddress } from '../http/client-address.ts';
import type { Schedule } from '../alerts/looks.ts';
import { roomOf, serve, type BoardSocket, type ConnectionDeps } from './connection.ts';
import { createDoor, usualDoor, type Door, type DoorLimits } from './door.ts';
import { beatForGuests } from './for-guests.ts';
import type { KnownScreens } from './known-screens.ts';
import { createPresence } from './presence.ts';
import { eventFor } from './sync.ts';

export interface SocketsDeps extends Omit<ConnectionDeps, 'presence'> {
  guard: Pick<Guard, 'isKnown' | 'hasApiKey' | 'isFromHere'>;
  clientAddress: Pick<ClientAddress, 'of'>;
  schedule: Schedule;
  /** Keeps the names of screens. */
  known: Pick<KnownScreens, 'seen'>;
  /** How many may be connected at once; default: far more than a kitchen has. */
  limits?: DoorLimits;
}

export interface Sockets {
  /** Answers handshakes that come to this server. */
  attach(http: HttpServer): void;
  /** To every screen of the kitchen, as its role may have it; so are all below. */
  event(event: BoardEvent): void;
  beat(beat: Beat): void;
  soldOut(list: SoldOut[]): void;
  /** The kitchen's settings are these from now on. */
  rules(rules: KitchenRules): void;
  /** Makes every screen connect and ask anew. */
  resync(): void;
  /** How many are connected, screens or scripts. */
  screens(): number;
  /** The screens that said what they are, each once. */
  live(): LiveScreen[];
  close(): Promise<void>;
}

/** The board protocol over Socket.IO (DESIGN 6). Nobody without a key gets past the handshake. */
export function createSockets(deps: SocketsDeps): Sockets {
  const { guard, log, now, limits = usualDoor } = deps;
  const turnedAway = createTurnedAway({ log, now, what: 'connections of screens' });
  const door = createDoor({ limits, isKnown: guard.isKnown, addressOf: deps.clientAddress.of, turnedAway });
  const io = openServer(guard, door);
  const presence = createPresence({
    ...{ now: deps.now, schedule: deps.schedule, seen: deps.known.seen },
    changed: () => beat(deps.beat()),
  });
  const scripts = `${deps.kitchenId}/scripts`;
  io.on('connection', (socket) => {
    // A page may be one that guests see: until its sync says who looks at it, it hears nothing.
    if (guard.hasApiKey(authOf(socket))) void socket.join(scripts);
    serve(socket, { ...deps, presence });
  });
  const kitchen = io.to(roomOf(deps.kitchenId, undefined));
  const guests = io.to(roomOf(deps.kitchenId, 'guests'));
  const hasGuests = () => (io.of('/').adapter.rooms.get(roomOf(deps.kitchenId, 'guests'))?.size ?? 0) > 0;
  const beat = (next: Beat): void => {
    // Also to scripts that never sync and only want to know whether all is well.
    kitchen.to(scripts).except(roomOf(deps.kitchenId, 'guests')).emit('board:beat', next);
    if (hasGuests()) guests.emit('board:beat', beatForGuests(next, deps.rules()));
  };
  return {
    attach(http) {
      io.attach(http);
      io.engine.on('connection', door.arrived);
    },
    event(event) {
      kitchen.emit('board:event', event);
      if (hasGuests()) guests.emit('board:event', eventFor('guests', event, deps.rules()));
    },
    beat,
    soldOut: (list) => void kitchen.emit('board:sold-out', list),
    rules(rules) {
      kitchen.emit('board:rules', rules);
      // Whether they have names is part of what guests' screens hold: they ask anew, which costs them a second.
      io.in(roomOf(deps.kitchenId, 'guests')).disconnectSockets(true);
    },
    resync: () => io.disconnectSockets(true),
    screens: () => io.of('/').sockets.size,
    live: presence.live,
    close: async () => {
      presence.stop();
      io.disconnectSockets(true);
      await io.close();
    },
  };
}

type BoardServer = Server<ClientToServerEvents, ServerToClientEvents>;

const tooManyCode = 'too-many-connections';
const tooMany = 'Too many screens are connected to Kasera already, from your address or altogether.';

function openServer(guard: SocketsDeps['guard'], door: Door): BoardServer {
  const io: BoardServer = new Server({
    serveClient: false,
    maxHttpBufferSize: 100_000,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    connectTimeout: 20_000,
    allowRequest: (request, answer) => {
      if (!guard.isFromHere(request.headers)) return answer(null, false);
      // With the code in it: before the handshake there is nothing but this text.
      answer(`${tooManyCode}: ${tooMany}`, door.isOpen());
    },
  });
  io.use((socket, next) => {
    if (!guard.isKnown(authOf(socket))) return next(refusal('unauthorised', 'A key is needed.'));
    if (door.letIn(socket.conn)) return next();
    next(refusal(tooManyCode, tooMany));
    // Once it has been told.
    setImmediate(() => socket.conn.close());
  });
  return io;
}

function refusal(code: string, sentence: string): Error {
  return Object.assign(new Error(sentence), { data: { code } });
}

/** Scripts may send the API key in the handshake's `auth`; browsers bring their cookie. */
function authOf(socket: Pick<BoardSocket, 'handshake'>) {
  const { headers, auth } = socket.handshake;
  const key: unknown = auth.key;
  return typeof key === 'string' ? { ...headers, authorization: `Bearer ${key}` } : headers;
}
