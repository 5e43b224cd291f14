import { setTimeout as sleep } from 'node:timers/promises';
import { denied } from './access.ts';
import { html, redirect, restError, type SiteAnswer } from './answer.ts';
import type { Fault } from './fault.ts';
import type { SiteRequest } from './request.ts';
import { notFoundPage } from './router.ts';

/** What becomes of an exchange: an answer to write, whole or cut, or no answer at all. */
export type Outcome =
  | { type: 'answer'; answer: SiteAnswer }
  | { type: 'cut'; answer: SiteAnswer; how: 'content-length' | 'chunk' | 'close' }
  | { type: 'drip' }
  | { type: 'silence' }
  | { type: 'reset' };

/** Carries a fault out; `honest` does what was asked for and gives the right answer. */
export async function misbehave(
  fault: Fault,
  request: SiteRequest,
  honest: () => Promise<SiteAnswer>,
): Promise<Outcome> {
  switch (fault.type) {
    case 'silence':
    case 'reset':
      if (fault.done) await honest();
      return { type: fault.type };
    case 'drip':
      return { type: 'drip' };
    case 'truncated':
      return { type: 'cut', answer: await honest(), how: fault.how };
    case 'php-warning': {
      const answer = await honest();
      return { type: 'answer', answer: { ...answer, text: `${phpWarning}${answer.text}` } };
    }
    case 'slow':
      await sleep(fault.ms);
      return { type: 'answer', answer: await honest() };
    default:
      return { type: 'answer', answer: standing(fault, request) };
  }
}

type Standing = Exclude<
  Fault,
  | { type: 'silence' }
  | { type: 'reset' }
  | { type: 'drip' }
  | { type: 'truncated' }
  | { type: 'php-warning' }
  | { type: 'slow' }
>;

/** The answers that do not depend on what was asked for. */
function standing(fault: Standing, request: SiteRequest): SiteAnswer {
  const retryAfter = 'retryAfter' in fault && fault.retryAfter !== undefined ? ['Retry-After', fault.retryAfter] : [];
  switch (fault.type) {
    case 'unauthorized':
      return denied('list');
    case 'forbidden':
      return denied('list', 403);
    case 'not-found':
      return restError(404, 'woocommerce_rest_shop_order_invalid_id', 'Invalid ID.');
    case 'no-route':
      return restError(404, 'rest_no_route', 'No route was found matching the URL and request method.');
    case 'not-found-page':
      return html(404, notFoundPage);
    case 'bad-request':
      return restError(400, 'rest_invalid_param', 'Invalid parameter(s): status', { params: {} });
    case 'rate-limited':
      return { ...html(429, pageOf('Too Many Requests')), extra: retryAfter };
    case 'unavailable':
      return { ...html(503, pageOf('Briefly unavailable for scheduled maintenance.')), extra: retryAfter };
    case 'critical-error':
      return fault.json ? restError(500, 'internal_server_error', criticalError) : html(500, pageOf(criticalError));
    case 'firewall':
      return html(fault.status, pageOf('Checking your browser before you go on. Reference 8f2c01.'));
    case 'login':
      return redirect(302, `/wp-login.php?redirect_to=${encodeURIComponent(request.path)}`);
    case 'to-https':
      return redirect(301, `https://tienda.example.test${request.path}`);
    case 'huge':
      return { status: 200, type: 'json', text: `[${'1,'.repeat(Math.max(0, fault.bytes - 3) / 2)}1]` };
  }
}

const phpWarning =
  '<br />\n<b>Warning</b>:  Undefined array key "meta" in <b>/var/www/html/wp-content/plugins/x/x.php</b> on line <b>7</b><br />\n';

const criticalError = '<p>There has been a critical error on this website.</p>';

const pageOf = (text: string): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"></head><body>${text}</body></html>`;
