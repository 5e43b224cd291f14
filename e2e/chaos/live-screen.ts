import { applyEvent, applySync, emptyBoard, type Board } from '@kasera/shared/board.ts';
import type { ClientToServerEvents, ServerToClientEvents, SyncAnswer } from '@kasera/shared/socket.ts';
import { io, type Socket } from 'socket.io-client';

/** A kitchen screen without a picture: it holds what the protocol tells it, and finds back by itself. */
export interface LiveScreen extends Disposable {
  board(): Board;
  isConnected(): boolean;
  /** Asks for everything anew, as a screen just switched on would. */
  syncAnew(): Promise<Board>;
}

/** Connects a screen that stays through every restart of its server. */
export function openLiveScreen(url: string, apiKey: string): LiveScreen {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io(url, {
    auth: { key: apiKey },
    transports: ['websocket'],
    reconnectionDelay: 50,
    reconnectionDelayMax: 300,
  });
  let board = emptyBoard;

  function sync(): void {
    const { epoch, seq } = board;
    const known = epoch === null ? {} : { epoch, since: seq };
    socket.emit('board:sync', { kitchen: 'main', screen: 'chaos', ...known }, (answer) => {
      if (!('error' in answer)) board = applySync(board, answer);
    });
  }

  socket.on('connect', sync);
  socket.on('board:event', (event) => {
    const applied = applyEvent(board, event);
    board = applied.board;
    if (applied.gap) sync();
  });
  return {
    board: () => board,
    isConnected: () => socket.connected,
    syncAnew: async () => applySync(emptyBoard, readSync(await askAnew(socket))),
    [Symbol.dispose]: () => void socket.disconnect(),
  };
}

function askAnew(socket: Socket<ServerToClientEvents, ClientToServerEvents>) {
  return socket.timeout(10_000).emitWithAck('board:sync', { kitchen: 'main', screen: 'chaos-anew' });
}

function readSync(answer: SyncAnswer | { error: { message: string } }): SyncAnswer {
  if ('error' in answer) throw new Error(`the board could not be synced: ${answer.error.message}`);
  return answer;
}
