import { phpJson } from '../php-json.ts';
import { html, noRoute, type SiteAnswer } from './answer.ts';
import { createConsent } from './consent.ts';
import type { Asker } from './access.ts';
import { pickFields } from './collection.ts';
import type { Route, SiteContext } from './context.ts';
import { orderExtraRoutes } from './order-extras.ts';
import { orderRoutes } from './orders.ts';
import { productRoutes } from './products.ts';
import { isObject, listOf, type SiteRequest } from './request.ts';
import { siteFactRoutes } from './site-facts.ts';
import { webhookRoutes } from './webhooks.ts';

export interface Routed {
  answer: SiteAnswer;
  asker: Asker;
  isRest: boolean;
}

/** Finds who answers a request: the REST API, the consent page, or a page that says there is nothing here. */
export function createRouter(context: SiteContext): (request: SiteRequest) => Promise<Routed> {
  const consent = createConsent(context);
  const routes = [
    ...siteFactRoutes(context),
    ...[orderRoutes(context), orderExtraRoutes(context), productRoutes(context), webhookRoutes(context)].flat(),
  ];

  return async (request) => {
    const asker = context.access.judge(request);
    if (!request.path.startsWith('/wp-json')) {
      const answer = (await consent(request)) ?? html(404, notFoundPage);
      return { answer, asker, isRest: false };
    }
    const path = request.path.slice('/wp-json'.length);
    // The shop's own keys mean nothing to the index, a wrong one included.
    if (asker.type === 'refused' && path.startsWith('/wc/')) return { answer: asker.answer, asker, isRest: true };
    return { answer: await answerRest(routes, { request, asker, path }), asker, isRest: true };
  };
}

async function answerRest(
  routes: readonly Route[],
  { request, asker, path }: { request: SiteRequest; asker: Asker; path: string },
): Promise<SiteAnswer> {
  for (const { pattern, allow, methods } of routes) {
    const found = pattern.exec(path);
    if (!found) continue;
    const handler = isMethod(request.method) ? methods[request.method] : undefined;
    if (!handler) return noRoute();
    const answer = withFields(await handler({ request, asker, ids: found.slice(1).map(Number) }), request);
    // WordPress names the methods that the asker may use: for nobody there are none.
    return asker.type === 'manager' || path.length < 2 ? { ...answer, allow } : answer;
  }
  return noRoute();
}

/** WordPress leaves out what was not asked for of whatever it answers; pages of a list were written so already. */
function withFields(answer: SiteAnswer, { query }: SiteRequest): SiteAnswer {
  const fields = listOf(query.get('_fields'));
  if (fields.length === 0 || answer.pages !== undefined || answer.status >= 300) return answer;
  const value: unknown = JSON.parse(answer.text);
  const pick = (one: unknown): unknown => (isObject(one) ? pickFields(one, fields) : one);
  return { ...answer, text: phpJson(Array.isArray(value) ? value.map(pick) : pick(value)) };
}

function isMethod(method: string): method is keyof Route['methods'] {
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method);
}

/** The page any WordPress shows for what it does not have. */
export const notFoundPage =
  '<!DOCTYPE html><html lang="es"><head><title>Página no encontrada</title></head><body><h1>404</h1></body></html>';
