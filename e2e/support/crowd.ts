import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Asked } from './kitchen-api.ts';

/** Connections that take the places of screens; disposing ends them all. */
export interface Crowd extends Disposable {
  readonly size: number;
}

export interface CrowdOptions {
  size: number;
  /** They connect and say nothing: nobody of them is told that there is no place for him, and so none goes. */
  isMute?: boolean;
}

const atOnce = 100;

/** Connects so many with the API key as scripts do, which count as screens of this machine's address. */
export async function openCrowd({ url, apiKey }: Asked, { size, isMute = false }: CrowdOptions): Promise<Crowd> {
  const sockets: WebSocket[] = [];
  const address = `${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
  while (sockets.length < size) {
    const next = Array.from({ length: Math.min(atOnce, size - sockets.length) }, () => {
      return new WebSocket(address, { headers: { authorization: `Bearer ${apiKey}` } });
    });
    sockets.push(...next);
    await Promise.all(next.map((socket) => (isMute ? once(socket, 'open') : joined(socket))));
  }
  return {
    size: sockets.length,
    [Symbol.dispose]() {
      for (const socket of sockets) socket.terminate();
    },
  };
}

/** Says what Socket.IO wants said of a connection that stays, and answers its pings. */
async function joined(socket: WebSocket): Promise<void> {
  const told = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const packet = data.toString();
      if (packet === '2') socket.send('3');
      if (packet.startsWith('40')) resolve();
    });
  });
  await once(socket, 'open');
  socket.send('40');
  await told;
}
