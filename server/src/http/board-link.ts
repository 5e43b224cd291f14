import { Router, type Response } from 'express';
import { cookieName, type Guard } from '../access/guard.ts';

export interface BoardLinkDeps {
  guard: Pick<Guard, 'isBoardKey'>;
  cookie: string;
}

const yearMs = 365 * 86_400_000;

/** Pages that may be opened with the key, each on a device of its own. */
const pages = ['/board', '/handover', '/pickup', '/service'];

/** The board link, and its like for other screens: its key is swapped for a cookie scripts cannot read, and leaves the address bar ([BD6]). */
export function createBoardLink({ guard, cookie }: BoardLinkDeps): Router {
  const router = Router();
  router.get(pages, (request, response, next) => {
    const { key } = request.query;
    if (typeof key !== 'string') return next();
    if (guard.isBoardKey(key)) setCookie(response, cookie, request.secure);
    response.redirect(303, request.path);
  });
  return router;
}

function setCookie(response: Response, value: string, secure: boolean): void {
  response.cookie(cookieName, value, { httpOnly: true, sameSite: 'lax', secure, maxAge: yearMs, path: '/' });
}
