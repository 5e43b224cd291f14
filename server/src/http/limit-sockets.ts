import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { createPlaces, type PlacesLimit } from '../access/places.ts';
import type { TurnedAway } from '../access/turned-away.ts';
import type { ClientAddress } from './client-address.ts';

/** More than the screens there may be, and room for webhooks beside them. */
export const usualSockets: PlacesLimit = { ofAddress: 2_500, altogether: 5_000 };

export interface LimitSocketsDeps {
  limits: PlacesLimit;
  /** A trusted proxy's connections are everybody's: of it there may be as many as altogether. */
  clientAddress: Pick<ClientAddress, 'isProxy'>;
  turnedAway: TurnedAway;
}

/**
 * Turns away who opens more connections than anybody needs ([BD6b]): each costs memory and a file handle, also where
 * nothing is ever said on it, and without those no order could be taken in.
 */
export function limitSockets(http: Server, deps: LimitSocketsDeps): void {
  const places = createPlaces(deps.limits);
  http.on('connection', (socket: Socket) => {
    const { remoteAddress } = socket;
    const leave = places.take(deps.clientAddress.isProxy(remoteAddress) ? null : (remoteAddress ?? ''));
    if (leave) return void socket.once('close', leave);
    deps.turnedAway.count();
    socket.end(refusal, () => socket.destroy());
  });
}

const body = JSON.stringify({
  error: {
    code: 'too-many-connections',
    message: 'Too many connections are open, from your address or altogether.',
  },
});
const refusal = [
  'HTTP/1.1 503 Service Unavailable',
  'Connection: close',
  'Retry-After: 5',
  'Content-Type: application/json; charset=utf-8',
  `Content-Length: ${body.length}`,
  '',
  body,
].join('\r\n');
