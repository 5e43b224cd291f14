import { apiInboxRequestSchema } from '@kasera/shared/api.ts';
import { createChaosOrders, type ChaosOrder } from '../chaos/chaos-orders.ts';
import { readBacklog, readDeliveries, readOrders } from '../chaos/read-api.ts';
import type { OneSignalSimulator } from '../simulators/onesignal/onesignal.ts';
import { createHttpPost } from '../simulators/woocommerce/http-post.ts';
import { headersFor } from '../simulators/woocommerce/signed-request.ts';
import type { RunningKasera } from '../support/start-kasera.ts';
import { waitUntil } from '../support/wait-until.ts';
import type { CaseSource } from './cases.ts';
import { personalWords, personalWordsIn } from './personal-data.ts';

/** Sends a few ordinary orders. @returns their ids once they are on the board */
export async function placeOrders(kasera: RunningKasera): Promise<string[]> {
  const orders = createChaosOrders({ random: () => 0.5, now: Date.now, firstId: 900_000, hugeShare: 0 });
  const placed = Array.from({ length: 5 }, () => orders.place());
  for (const order of placed) await send(kasera, order);
  return untilListed(kasera, placed);
}

/** What must hold after all that was thrown at the server. @returns what does not, as sentences */
export async function checkAfterwards(
  kasera: RunningKasera,
  { recorded }: CaseSource,
  provider: OneSignalSimulator,
): Promise<string[]> {
  const failures: string[] = [];
  const attempt = async (what: string, check: () => Promise<string | null>): Promise<void> => {
    const fault = await check().catch((error: unknown) => (error instanceof Error ? error.message : 'unknown'));
    if (fault !== null) failures.push(`${what}: ${fault}`);
  };
  const words = personalWords(recorded);
  await attempt('an ordinary order afterwards', () => sendOneMore(kasera));
  await attempt('everything stored is carried out', async () => {
    await waitUntil(async () => (await readBacklog(kasera)) === 0, { what: 'nothing is left', withinMs: 30_000 });
    return null;
  });
  await attempt('no error of ours in the inbox', () => readInboxFaults(kasera, words));
  await attempt('no push was wrong', async () => wrongPushes(await readDeliveries(kasera), provider));
  await attempt('TERM', async () => {
    const { code, signal } = await kasera.stop();
    return code === 0 ? null : `ended with ${code ?? signal}`;
  });
  await attempt('nobody’s name in the log', async () => namesIn(kasera.output(), words));
  await attempt('no secret in the log', async () => (kasera.output().includes(kasera.apiKey) ? 'the API key' : null));
  return failures;
}

async function sendOneMore(kasera: RunningKasera): Promise<string | null> {
  const orders = createChaosOrders({ random: () => 0.5, now: Date.now, firstId: 990_000, hugeShare: 0 });
  const order = orders.place();
  await send(kasera, order);
  await untilListed(kasera, [order]);
  return null;
}

async function send({ url, webhookSecret }: RunningKasera, order: ChaosOrder): Promise<void> {
  const body = order.body(1);
  const headers = headersFor('order.created', body, { secret: webhookSecret, atMs: Date.now() });
  using post = createHttpPost({ timeoutMs: 20_000 });
  const answer = await post({ url: new URL(`${url}/webhooks/woocommerce`), headers, body });
  if (answer.status !== 200) throw new Error(`answered ${answer.status} ${answer.body}`);
}

async function untilListed(kasera: RunningKasera, orders: readonly ChaosOrder[]): Promise<string[]> {
  const wanted = new Set(orders.map(({ externalId }) => externalId));
  const listed = async () => {
    const found = (await readOrders(kasera, 'all')).filter(({ externalId }) => wanted.has(externalId));
    return found.length === wanted.size && found.map(({ id }) => id);
  };
  return waitUntil(listed, { what: 'the orders are listed', withinMs: 30_000, everyMs: 200 });
}

/** Requests that failed by a fault of Kasera's own, or whose reason tells somebody's name. */
async function readInboxFaults({ url, apiKey }: RunningKasera, words: readonly string[]): Promise<string | null> {
  let cursor = '';
  do {
    const response = await fetch(`${url}/api/inbox?limit=500${cursor}`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    const page: { requests: unknown[]; nextCursor?: string } = JSON.parse(await response.text());
    for (const request of page.requests) {
      const { id, state, reason, warnings } = apiInboxRequestSchema.parse(request);
      if (state === 'received') return `request ${id} was never carried out`;
      if (/internal|unexpected/.test(reason ?? '')) return `request ${id} failed by "${reason}"`;
      const [word] = personalWordsIn(`${reason} ${warnings.join(' ')}`, words);
      if (word !== undefined) return `the reason of request ${id} tells "${word}"`;
    }
    cursor = page.nextCursor === undefined ? '' : `&cursor=${page.nextCursor}`;
  } while (cursor !== '');
  return null;
}

/** A push the provider would not take was built wrongly of something hostile. */
function wrongPushes(
  deliveries: Awaited<ReturnType<typeof readDeliveries>>,
  { requests }: OneSignalSimulator,
): string | null {
  const parked = deliveries.find(({ state }) => state === 'parked');
  if (parked) return `the provider refused ${parked.id}: ${parked.error}`;
  const long = requests.find(({ bodyText }) => Buffer.byteLength(bodyText) > 4_000);
  return long ? `a push of ${Buffer.byteLength(long.bodyText)} bytes: ${long.bodyText.slice(0, 300)}` : null;
}

function namesIn(output: string, words: readonly string[]): string | null {
  const [word] = personalWordsIn(output, words);
  if (word === undefined) return null;
  const at = output.toLowerCase().indexOf(word.toLowerCase());
  return `"${word}" stands in: ${output.slice(Math.max(0, at - 300), at + 100)}`;
}
