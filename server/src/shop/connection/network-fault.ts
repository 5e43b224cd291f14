import { isAxiosError } from 'axios';
import type { ShopFault } from './answer.ts';
import { shopFault } from './shop-fault.ts';

/** Nothing had been sent when these came up. */
const neverLeft = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);
/** Codes of TLS and certificate faults, as Node and OpenSSL name them. */
const tlsCode =
  /^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|EPROTO)/;
/** The answer began and is not HTTP, broke off, does not unpack or is larger than allowed. */
const unreadableCode = /^(HPE_|ERR_HTTP_|Z_|ERR_BAD_RESPONSE|ERR_STREAM_PREMATURE_CLOSE)/;

/**
 * Why there was no answer. Only the code of the error is looked at: axios hangs the request, keys and all, on the rest.
 * @param wrote whether the request was to change something
 */
export function networkFault(error: unknown, wrote: boolean): ShopFault {
  const code = codeOf(error);
  if (neverLeft.has(code)) return shopFault('unreachable');
  if (tlsCode.test(code)) return shopFault('tls', { code });
  const known = { mayHaveArrived: wrote };
  if (code === 'ERR_CANCELED' || code === 'ECONNABORTED' || code === 'ETIMEDOUT') return shopFault('timeout', known);
  if (unreadableCode.test(code) || brokeOff(error)) return shopFault('unreadable', known);
  return shopFault('unreachable', known);
}

/** Whether the connection had been kept from before and was dropped: the shop may never have seen the request. */
export function keptConnectionBroke(error: unknown): boolean {
  if (!isAxiosError(error) || error.response !== undefined) return false;
  const request: unknown = error.request;
  const reused = typeof request === 'object' && request !== null && 'reusedSocket' in request && request.reusedSocket;
  return reused === true && ['ECONNRESET', 'EPIPE'].includes(codeOf(error));
}

/** axios gives a body that broke off the code of the connection; that there was an answer tells it apart. */
function brokeOff(error: unknown): boolean {
  return isAxiosError(error) && error.response !== undefined;
}

function codeOf(error: unknown): string {
  return isAxiosError(error) ? (error.code ?? '') : '';
}
