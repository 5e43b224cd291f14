import { createHmac, timingSafeEqual } from 'node:crypto';
import { webhookSecret } from '../bench.ts';
import { answer, startPeer, takeRawBody } from './peer.ts';

// The least any honest receiver does: checks the signature over the bytes, reads the order, answers. Stores nothing.

startPeer(() => async (request, response) => {
  const body = await takeRawBody(request);
  const expected = createHmac('sha256', webhookSecret).update(body).digest();
  const given = Buffer.from(request.get('x-wc-webhook-signature') ?? '', 'base64');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return answer(response, 401, {});
  const order = JSON.parse(body.toString('utf8')) as { id: number };
  answer(response, 200, { status: 'accepted', id: order.id });
});
