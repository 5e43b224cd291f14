import express, { type Express, type Router } from 'express';
import helmet from 'helmet';
import type { Guard } from '../access/guard.ts';
import type { Log } from '../ops/log.ts';
import type { ClientAddress } from './client-address.ts';
import { createErrorHandler, notFound } from './errors.ts';

export interface AppDeps {
  guard: Guard;
  clientAddress: Pick<ClientAddress, 'isProxy'>;
  intake: Router;
  health: Router;
  boardLink: Router;
  /** Where the shop's server brings keys after a person's consent: open, since it has none yet. */
  grant: Router;
  /** Routers below `/api`, all behind the key. */
  api: readonly Router[];
  client: Router;
  log: Log;
}

/** The Express application: webhooks first and bare, everything a person sees behind host check and headers. */
export function createApp({
  guard,
  clientAddress,
  intake,
  health,
  boardLink,
  grant,
  api,
  client,
  log,
}: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // A reverse proxy's word for "https" is believed, and nobody else's.
  app.set('trust proxy', clientAddress.isProxy);
  app.use(intake);
  app.use(health);
  app.use(securityHeaders());
  app.use(guard.requireHost);
  app.use(grant);
  app.use('/api', guard.requireKey, noStore);
  // A rule for each product of a large shop.
  app.use('/api/kitchen', express.json({ limit: '1mb' }));
  app.use('/api', express.json({ limit: '100kb' }), ...api);
  app.use('/api', notFound);
  app.use(boardLink);
  app.use(client);
  app.use(notFound);
  app.use(createErrorHandler(log));
  return app;
}

const noStore: express.RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

function securityHeaders(): express.RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // On a local network there is often only http; https is the reverse proxy's to promise.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}
