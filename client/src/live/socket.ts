import type { Command } from '@kasera/shared/command.ts';
import type { ClientToServerEvents, CommandAnswer, ScreenReport, ServerToClientEvents } from '@kasera/shared/socket.ts';
import { io, type Socket } from 'socket.io-client';
import type { BoardSocket } from './board-link.ts';
import { createRetryPace } from './retry-pace.ts';
import { whyRefused, type WhyRefused } from './why-refused.ts';

const answerWithinMs = 8_000;

export interface LiveSocket extends BoardSocket {
  command(orderId: string, command: Command): Promise<CommandAnswer>;
  painted(orders: { orderId: string; ageMs: number }[]): void;
  /** Tells how this screen is; nothing while there is no connection. */
  screen(report: ScreenReport): void;
  /** For good: this screen shows nothing any more, and the others are to know. */
  close(): void;
}

/**
 * The board's connection, at the page's own origin with its cookie. It is tried again for ever, at most about two
 * seconds apart, so that every screen is right within three seconds of the server's return; where the server refuses it,
 * less often.
 */
export function createSocket(): LiveSocket {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io({
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 200,
    reconnectionDelayMax: 1_200,
    randomizationFactor: 0.4,
    timeout: 5_000,
    autoConnect: false,
  });
  const connection = createConnection(socket);
  return {
    sync: (request) => connectedOrThrow(socket).timeout(answerWithinMs).emitWithAck('board:sync', request),
    command: (orderId, command) =>
      connectedOrThrow(socket).timeout(answerWithinMs).emitWithAck('order:command', { orderId, command }),
    painted(orders) {
      socket.emit('board:painted', { orders });
    },
    screen(report) {
      if (socket.connected) socket.emit('board:screen', report);
    },
    reconnect: connection.renew,
    close: connection.close,
    listen(listeners) {
      socket.on('connect', () => {
        connection.stands();
        listeners.connected();
      });
      socket.on('board:event', listeners.event);
      socket.on('board:beat', listeners.beat);
      socket.on('board:sold-out', listeners.soldOut);
      socket.on('board:rules', listeners.rules);
      socket.on('disconnect', (reason) => {
        listeners.disconnected();
        if (reason === 'io server disconnect') socket.connect();
      });
      socket.on('connect_error', (error) => {
        const why = whyRefused(error);
        if (why === null) listeners.unreached();
        else listeners.refused(why);
        // A refusal by the server ends socket.io's own attempts, or is to.
        if (why !== null || !socket.active) connection.retry(why);
      });
      socket.connect();
    },
  };
}

/** Decides when it is tried again where socket.io does not. */
function createConnection(socket: Pick<Socket, 'connect' | 'disconnect'>) {
  const pace = createRetryPace(Math.random);
  let isWaiting = false;
  let isClosed = false;
  return {
    stands: pace.reset,
    /** Later; nothing else connects meanwhile. */
    retry(why: WhyRefused | null): void {
      socket.disconnect();
      if (isWaiting) return;
      isWaiting = true;
      setTimeout(() => {
        isWaiting = false;
        if (!isClosed) socket.connect();
      }, pace.next(why));
    },
    renew(): void {
      if (!isWaiting && !isClosed) socket.disconnect().connect();
    },
    close(): void {
      isClosed = true;
      socket.disconnect();
    },
  };
}

/** What is emitted while there is no connection would be kept and sent later, behind the queue's back. */
function connectedOrThrow<S extends { connected: boolean }>(socket: S): S {
  if (!socket.connected) throw new Error('not connected');
  return socket;
}
