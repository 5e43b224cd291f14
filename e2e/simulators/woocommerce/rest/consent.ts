import { html, redirect, type SiteAnswer } from './answer.ts';
import type { Permissions } from './access.ts';
import type { SiteContext } from './context.ts';
import { textOf, type SiteRequest } from './request.ts';
import { isLoopback } from '../destination.ts';

interface Handshake {
  appName: string;
  userId: string;
  returnUrl: string;
  callbackUrl: string;
  scope: Permissions;
}

/**
 * WooCommerce's consent page, for somebody who is signed in to the shop: it shows who asks for what; approving makes
 * keys, posts them to the callback and leads back; denying leads back.
 * @returns null for any other path
 */
export function createConsent(context: SiteContext) {
  const { home, shop, access } = context;

  async function approve(handshake: Handshake): Promise<SiteAnswer> {
    const made = access.add(handshake.scope);
    const body = JSON.stringify({
      ...{ key_id: made.id, user_id: handshake.userId, consumer_key: made.key, consumer_secret: made.secret },
      key_permissions: handshake.scope,
    });
    const destination = shop.reach(handshake.callbackUrl);
    const headers = [
      ...['User-Agent', `WordPress/6.9.1; ${home}`, 'Accept', '*/*', 'Connection', 'close'],
      ...['Content-Type', 'application/json;charset=UTF-8', 'Content-Length', String(Buffer.byteLength(body))],
    ];
    const answer = destination && (await shop.post({ ...destination, headers, body }));
    if (answer?.status === 200) return redirect(302, returnTo(context, handshake, 1));
    access.revoke(made.key);
    if (!answer || answer.status === 0) return accessDenied(answer?.fault ?? 'A valid URL was not provided.');
    return accessDenied('An error occurred in the request and at the time were unable to send the consumer data');
  }

  return async (request: SiteRequest): Promise<SiteAnswer | null> => {
    const [, route] = /^\/wc-auth\/v1\/(authorize|access_granted)\/?$/.exec(request.path) ?? [];
    if (route === undefined) return null;
    const read = readHandshake(request, context.https);
    if ('fault' in read) return accessDenied(read.fault);
    if (route === 'authorize') return html(200, page(read, context));
    if (request.query.get('wc_auth_nonce') !== nonce) return accessDenied('Invalid nonce verification');
    return approve(read);
  };
}

/** Plain http to this machine counts as https, where the site itself is taken for it. */
function readHandshake({ query }: SiteRequest, loopbackIsHttps: boolean): Handshake | { fault: string } {
  const given = (name: string): string => textOf(query.get(name)) ?? '';
  for (const name of ['app_name', 'user_id', 'return_url', 'callback_url', 'scope']) {
    if (given(name) === '') return { fault: `Missing parameter ${name}` };
  }
  const scope = given('scope');
  if (scope !== 'read' && scope !== 'write' && scope !== 'read_write') return { fault: `Invalid scope ${scope}` };
  const [returnUrl, callbackUrl] = [given('return_url'), given('callback_url')];
  for (const url of [returnUrl, callbackUrl]) if (!URL.canParse(url)) return { fault: `The ${url} is not a valid URL` };
  const { protocol, hostname } = new URL(callbackUrl);
  if (protocol !== 'https:' && !(loopbackIsHttps && isLoopback(hostname))) {
    return { fault: 'The callback_url needs to be over SSL' };
  }
  return { appName: given('app_name'), userId: given('user_id'), returnUrl, callbackUrl, scope };
}

/** Where the browser goes back to; a public address that stands for this machine leads there. */
function returnTo({ hosts }: SiteContext, { returnUrl, userId }: Handshake, success: 0 | 1): string {
  const url = new URL(returnUrl);
  const here = new URL(`${url.pathname}${url.search}${url.hash}`, hosts[url.origin] ?? url.origin);
  here.searchParams.set('success', String(success));
  here.searchParams.set('user_id', userId);
  return here.href;
}

const nonce = 'a1b2c3d4e5';

function page(handshake: Handshake, context: SiteContext): string {
  const { appName, userId, returnUrl, callbackUrl, scope } = handshake;
  const query = new URLSearchParams({
    ...{ app_name: appName, user_id: userId, return_url: returnUrl, callback_url: callbackUrl, scope },
    wc_auth_nonce: nonce,
  });
  const granted = `${context.home}/wc-auth/v1/access_granted/?${query.toString()}`;
  const name = escapeHtml(appName);
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Application authentication request</title></head>
<body class="wc-auth"><h1>${name} wants to reach your shop</h1>
<p>Access asked for: <strong>${scopeNames[scope]}</strong>. The keys go to ${escapeHtml(new URL(callbackUrl).host)}.</p>
<p><a class="wc-auth-approve" href="${escapeHtml(granted)}">Approve</a>
<a class="wc-auth-deny" href="${escapeHtml(returnTo(context, handshake, 0))}">Deny</a></p></body></html>`;
}

const scopeNames: Readonly<Record<Permissions, string>> = { read: 'Read', write: 'Write', read_write: 'Read/Write' };

const accessDenied = (fault: string): SiteAnswer =>
  html(
    401,
    `<!DOCTYPE html><html lang="en"><head><title>Access denied</title></head><body><p>Error: ${escapeHtml(fault)}.</p></body></html>`,
  );

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
