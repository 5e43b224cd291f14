import { AxiosError } from 'axios';
import { expect, test } from 'vitest';
import type { ShopFaultKind } from '@kasera/shared/shop.ts';
import { networkFault } from './network-fault.ts';

test.each<[string, ShopFaultKind, boolean]>([
  ['ENOTFOUND', 'unreachable', false],
  ['EAI_AGAIN', 'unreachable', false],
  ['ECONNREFUSED', 'unreachable', false],
  ['EHOSTUNREACH', 'unreachable', false],
  ['ECONNRESET', 'unreachable', true],
  ['EPIPE', 'unreachable', true],
  ['ETIMEDOUT', 'timeout', true],
  ['ECONNABORTED', 'timeout', true],
  ['ERR_CANCELED', 'timeout', true],
  ['CERT_HAS_EXPIRED', 'tls', false],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls', false],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls', false],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls', false],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls', false],
  ['EPROTO', 'tls', false],
  ['HPE_INVALID_CONSTANT', 'unreadable', true],
  ['Z_DATA_ERROR', 'unreadable', true],
  ['ERR_BAD_RESPONSE', 'unreadable', true],
  ['ESOMETHING', 'unreachable', true],
])('[SH8] %s of a write is %s; may have arrived: %s', (code, kind, mayHaveArrived) => {
  const error = new AxiosError('of no matter', code);
  expect(networkFault(error, true)).toMatchObject({ kind, mayHaveArrived });
  expect(networkFault(error, false)).toMatchObject({ kind, mayHaveArrived: false });
});

test('[SH8] what is not of the network is told as such, and nothing of it goes on', () => {
  expect(networkFault(new Error('ck_secret'), true)).toEqual({
    ...{ kind: 'unreachable', status: null, code: null, retryAfterMs: null, mayHaveArrived: true },
  });
});
