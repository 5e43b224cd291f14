import { lookup } from 'node:dns';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios from 'axios';
import type { ShopFault } from './answer.ts';
import { keptConnectionBroke, networkFault } from './network-fault.ts';
import type { RawAnswer } from './read-answer.ts';
import { createSharedLookup } from './shared-lookup.ts';

export interface ShopRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  /** Given only where keys may travel. */
  authorization: string | null;
  /** JSON text. */
  body: string | null;
  /** For the whole exchange, connecting and the answer's last byte included. */
  timeoutMs: number;
  signal: AbortSignal | null;
}

/** Carries one request to the shop and brings what came back, or why nothing did. Never rejects. */
export type Exchange = (request: ShopRequest) => Promise<RawAnswer | { fault: ShopFault }>;

/** A page of 100 large orders is 2 to 5 MB. */
const maxAnswerBytes = 20 * 1024 * 1024;

/** Exchanges over axios, on a few connections that are kept open. Nothing of an axios error leaves here. */
export function createExchange(): { exchange: Exchange; close(): void } {
  const options = { keepAlive: true, maxSockets: 8, maxFreeSockets: 2, lookup: createSharedLookup(lookup) };
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) };
  return {
    async exchange(request) {
      const wrote = request.method !== 'GET';
      try {
        return await carry(request, agents);
      } catch (error) {
        if (wrote || !keptConnectionBroke(error)) return { fault: networkFault(error, wrote) };
      }
      // The shop closed a kept connection just as it was used again: asked once more, on a new one.
      return carry(request, agents).catch((error: unknown) => ({ fault: networkFault(error, wrote) }));
    },
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

async function carry(
  { method, url, authorization, body, timeoutMs, signal }: ShopRequest,
  agents: { http: HttpAgent; https: HttpsAgent },
): Promise<RawAnswer> {
  const deadline = AbortSignal.timeout(timeoutMs);
  const response = await axios.request<Buffer>({
    ...{ method, url, data: body ?? undefined },
    headers: {
      Accept: 'application/json',
      'User-Agent': 'Kasera',
      // Some hosts keep answers of the REST API for days.
      'Cache-Control': 'no-cache',
      ...(body !== null && { 'Content-Type': 'application/json' }),
      ...(authorization !== null && { Authorization: authorization }),
    },
    ...{ httpAgent: agents.http, httpsAgent: agents.https },
    // A proxy named in the environment would be handed the keys.
    proxy: false,
    maxRedirects: 0,
    maxContentLength: maxAnswerBytes,
    responseType: 'arraybuffer',
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    validateStatus: () => true,
    signal: signal === null ? deadline : AbortSignal.any([deadline, signal]),
  });
  return { status: response.status, headers: textHeaders(response.headers), bytes: response.data };
}

function textHeaders(headers: object): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' ? [[name.toLowerCase(), value] as const] : [],
  );
  return Object.fromEntries(entries);
}
