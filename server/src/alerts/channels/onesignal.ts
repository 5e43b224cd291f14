import { Client } from 'onesignal-node';
import { z } from 'zod';
import type { Channel, SendOutcome } from './channel.ts';
import { readAnswer, readFailure } from './onesignal-answer.ts';

/** A push as `render.ts` wrote it; read without a shape, because a shape would reorder its bytes. */
const payloadSchema = z.record(z.string(), z.unknown());

/**
 * The channel to OneSignal's `POST /notifications`, by onesignal-node.
 * @param config.apiUrl without a slash at the end
 */
export function createOneSignalChannel(config: { appId: string; apiKey: string; apiUrl: string }): Channel {
  const client = new Client(config.appId, config.apiKey, { apiRoot: config.apiUrl });
  return { send: async (payload) => withoutKey(await send(client, payload), config.apiKey) };
}

async function send(client: Client, payload: string): Promise<SendOutcome> {
  const push = payloadSchema.parse(JSON.parse(payload));
  try {
    const answer = await client.createNotification(push);
    return readAnswer(answer.statusCode, answer.body as unknown);
  } catch (error) {
    return readFailure(error);
  }
}

/** Whatever the provider echoes, the key is in nothing that is kept. */
function withoutKey(outcome: SendOutcome, apiKey: string): SendOutcome {
  const clean = (text: string): string => text.replaceAll(apiKey, '[key]');
  switch (outcome.type) {
    case 'sent':
      return { ...outcome, warnings: outcome.warnings.map(clean), invalid: outcome.invalid.map(clean) };
    case 'nobody':
      return { ...outcome, reason: clean(outcome.reason) };
    case 'retry':
    case 'refused':
      return { ...outcome, error: clean(outcome.error) };
  }
}
