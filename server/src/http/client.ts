import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';
import { z } from 'zod';
import { HttpError } from './errors.ts';

/** The built client's identity: a screen that runs another one reloads when idle. */
export function readBuild(clientDir: string): string {
  const path = join(clientDir, 'build.json');
  if (!existsSync(path)) return 'development';
  return z.object({ build: z.string() }).parse(JSON.parse(readFileSync(path, 'utf8'))).build;
}

/** Where the client has a page. */
const pages = [
  ...['/board', '/handover', '/pickup', '/service', '/history', '/order/:id', '/keys'],
  ...['/settings/shop', '/settings/kitchen'],
];

/**
 * Serves the built client; every page of it is the same document. Only what has its content's hash in its name is kept
 * by browsers: the rest, the service worker's script before all, is asked for each time.
 */
export function createClientRouter(clientDir: string): Router {
  const router = Router();
  router.get('/', (_request, response) => response.redirect(302, '/board'));
  router.use(
    express.static(clientDir, {
      index: false,
      setHeaders: (response, path) => {
        const hashed = path.includes(`${join(clientDir, 'assets')}`);
        response.set('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  router.get('/settings', (_request, response) => response.redirect(302, '/settings/shop'));
  router.get(pages, (_request, response, next) => {
    response.set('Cache-Control', 'no-cache');
    response.sendFile(join(clientDir, 'index.html'), (error: NodeJS.ErrnoException | undefined) => {
      // Who left before the end of it needs no answer.
      if (error && error.code !== 'ECONNABORTED' && error.syscall !== 'write') next(asMissing(error));
    });
  });
  return router;
}

/** While the client is built anew its document is gone for a moment; it is the server that is not ready then. */
function asMissing(error: NodeJS.ErrnoException): Error {
  if (error.code !== 'ENOENT') return error;
  return new HttpError(503, 'client-missing', 'The pages of Kasera are being built. Try again shortly.');
}
