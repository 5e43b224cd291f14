import { Router, type Response } from 'express';
import { cookieName, type Guard } from '../access/guard.ts';

export interface BoardLinkDeps {
  guard: Pick<Guard, 'isBoardKey'>;
  cookie: string;
}

const yearMs = 365 * 86_400_000;

/** The board link: its key is swapped for a cookie scripts cannot read, and leaves the address bar ([BD6]). */
export function createBoardLink({ guard, cookie }: BoardLinkDeps): Router {
  const router = Router();
  router.get('/board', (request, response, next) => {
    const { key } = request.query;
    if (typeof key !== 'string') return next();
    if (guard.isBoardKey(key)) setCookie(response, cookie, request.secure);
    response.redirect(303, '/board');
  });
  return router;
}

function setCookie(response: Response, value: string, secure: boolean): void {
  response.cookie(cookieName, value, { httpOnly: true, sameSite: 'lax', secure, maxAge: yearMs, path: '/' });
}
