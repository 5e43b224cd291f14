import { isIP } from 'node:net';
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import { HttpError } from '../http/errors.ts';
import { sameSecret, type DerivedKeys } from './keys.ts';

export const cookieName = 'kasera';

export interface Guard {
  /** Whether these headers carry the API key or the board's cookie. */
  isKnown(headers: IncomingHttpHeaders): boolean;
  /** Whether they carry the API key itself: the board's cookie is on every screen of the kitchen. */
  hasApiKey(headers: IncomingHttpHeaders): boolean;
  /** Whether Host is one of ours (against DNS rebinding) and Origin, if given, the same place. */
  isFromHere(headers: IncomingHttpHeaders): boolean;
  /** Lets only requests with a key through, and only from our own pages. */
  requireKey: RequestHandler;
  /** Turns away requests for a host that is not ours. */
  requireHost: RequestHandler;
  isBoardKey(key: string): boolean;
}

export interface GuardDeps {
  apiKey: string;
  keys: DerivedKeys;
  /** Names this server answers to, lower-case, without port; addresses are always answered. */
  hosts: readonly string[];
  /** Where our pages come from besides the host asked for: a reverse proxy may ask by another name than people do. */
  origins?: readonly string[];
}

/** Who may see and change orders ([BD6]). The check sits here, in what routers and sockets share. */
export function createGuard({ apiKey, keys, hosts, origins = [] }: GuardDeps): Guard {
  const names = new Set(['localhost', ...hosts]);
  const isKnown = (headers: IncomingHttpHeaders): boolean => {
    const bearer = bearerOf(headers);
    if (bearer) return sameSecret(bearer, apiKey);
    const cookie = cookieOf(headers);
    return cookie !== undefined && sameSecret(cookie, keys.cookie);
  };
  const isOurHost = (headers: IncomingHttpHeaders): boolean => {
    const host = hostnameOf(`http://${headers.host ?? ''}`);
    return host !== null && (names.has(host) || isIP(host.replace(/^\[|\]$/g, '')) !== 0);
  };
  const isOurPage = (origin: string, host: string | undefined): boolean =>
    authorityOf(origin) === host?.toLowerCase() || origins.includes(origin.toLowerCase());
  const isFromHere = (headers: IncomingHttpHeaders): boolean =>
    isOurHost(headers) && (headers.origin === undefined || isOurPage(headers.origin, headers.host));
  return {
    isKnown,
    hasApiKey(headers) {
      const bearer = bearerOf(headers);
      return bearer !== undefined && sameSecret(bearer, apiKey);
    },
    isFromHere,
    isBoardKey: (key) => sameSecret(key, keys.boardKey),
    requireHost: (request, _response, next) => {
      if (!isOurHost(request.headers)) throw new HttpError(421, 'wrong-host', wrongHost);
      next();
    },
    requireKey: (request, _response, next) => {
      if (!isFromHere(request.headers)) throw new HttpError(403, 'wrong-origin', wrongOrigin);
      if (!isKnown(request.headers)) throw new HttpError(401, 'unauthorised', noKey);
      next();
    },
  };
}

const noKey =
  'A key is needed: open the board by the link Kasera printed when it started, or send "Authorization: Bearer <API key>".';
const wrongOrigin = 'This request comes from another site’s page and is not carried out.';
const wrongHost = 'Kasera does not know itself by this name. Add it to ALLOWED_HOSTS in .env if it is yours.';

function bearerOf(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

function cookieOf(headers: IncomingHttpHeaders): string | undefined {
  for (const part of headers.cookie?.split(';') ?? []) {
    const [name, value] = part.trim().split('=', 2);
    if (name === cookieName) return value;
  }
  return undefined;
}

function hostnameOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : null;
}

function authorityOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host.toLowerCase() : null;
}
