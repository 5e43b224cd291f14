import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { createPlaces, type PlacesLimit } from '../access/places.ts';
import type { TurnedAway } from '../access/turned-away.ts';

/** More than the screens there may be, and room for webhooks beside them. */
export const usualSockets: PlacesLimit = { ofAddress: 2_500, altogether: 5_000 };

/**
 * Turns away who opens more connections than anybody needs ([BD6b]): each costs memory and a file handle, also where
 * nothing is ever said on it, and without those no order could be taken in.
 */
export function limitSockets(http: Server, deps: { limits: PlacesLimit; turnedAway: TurnedAway }): void {
  const places = createPlaces(deps.limits);
  http.on('connection', (socket: Socket) => {
    const leave = places.take(socket.remoteAddress ?? '');
    if (leave) return void socket.once('close', leave);
    deps.turnedAway.count();
    socket.end(refusal, () => socket.destroy());
  });
}

const sentence = 'Too many connections are open, from your address or altogether.';
const refusal = [
  'HTTP/1.1 503 Service Unavailable',
  'Connection: close',
  'Retry-After: 5',
  'Content-Type: text/plain; charset=utf-8',
  `Content-Length: ${sentence.length}`,
  '',
  sentence,
].join('\r\n');
