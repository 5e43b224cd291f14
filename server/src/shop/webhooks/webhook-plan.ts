import { webhookTopics, type WebhookTopic } from '@kasera/shared/shop.ts';

/** A webhook as the shop lists it. */
export interface FoundWebhook {
  id: string;
  name: string;
  status: string;
  topic: string;
  deliveryUrl: string;
}

/** The one Kasera made for a topic, as it was when last looked at. */
export interface HeldWebhook {
  topic: WebhookTopic;
  webhookId: string;
  deliveryUrl: string;
  /** Of the secret it was given. */
  secretMark: string;
}

/** What is to be done for one topic, in the order in which the shop must be asked to. */
export type WebhookStep =
  /** It stands as it should; `status` as found. */
  | { type: 'keep'; topic: WebhookTopic; id: string; status: 'active' | 'paused' }
  | { type: 'make'; topic: WebhookTopic }
  /** The shop had disabled it: re-activating keeps its count of failures, so a new one takes its place. */
  | { type: 'replace'; topic: WebhookTopic; id: string; isOurs: boolean }
  /** Made for us by hand, or our address or secret has changed: both are written into it. */
  | { type: 'change'; topic: WebhookTopic; id: string; status: 'active' | 'paused' }
  /** Another one of ours for the same topic, which would only say everything twice. */
  | { type: 'remove'; topic: WebhookTopic; id: string };

interface Addresses {
  current: string;
  ours: readonly string[];
  secretMark: string;
}

/**
 * Decides how the shop's webhooks become one active one per topic that leads here ([SH2]).
 * @param held what Kasera made before
 * @param found everything the shop lists
 * @param addresses `current` is where webhooks go now; `ours` are all places that are Kasera's, older names included;
 * `secretMark` is that of the secret in force
 */
export function planWebhooks(
  held: readonly HeldWebhook[],
  found: readonly FoundWebhook[],
  addresses: Addresses,
): WebhookStep[] {
  return webhookTopics.flatMap((topic) => {
    const known = held.find((one) => one.topic === topic);
    const candidates = found.filter(
      (one) => one.topic === topic && (one.id === known?.webhookId || addresses.ours.includes(one.deliveryUrl)),
    );
    const best = candidates.toSorted((a, b) => rank(b, known) - rank(a, known))[0];
    if (!best) return [{ type: 'make', topic } as const];
    const others = candidates.filter((one) => one !== best && one.name.startsWith(webhookNamePrefix));
    const removals = others.map(({ id }) => ({ type: 'remove', topic, id }) as const);
    return [stepFor(topic, best, known, addresses), ...removals];
  });
}

/** Names what Kasera makes; what bears another name was made by a person, and is never removed. */
export const webhookNamePrefix = 'Kasera: ';

/** An active one before a paused one before a disabled one; among equals the one that is known to be ours. */
function rank(one: FoundWebhook, known: HeldWebhook | undefined): number {
  const byStatus = { active: 4, paused: 2 }[one.status] ?? 0;
  return byStatus + (one.id === known?.webhookId ? 1 : 0);
}

function stepFor(
  topic: WebhookTopic,
  best: FoundWebhook,
  known: HeldWebhook | undefined,
  { current, secretMark }: Addresses,
): WebhookStep {
  const { id } = best;
  if (best.status !== 'active' && best.status !== 'paused') {
    return { type: 'replace', topic, id, isOurs: best.name.startsWith(webhookNamePrefix) };
  }
  const isOurs = id === known?.webhookId && best.deliveryUrl === current && known.secretMark === secretMark;
  return { type: isOurs ? 'keep' : 'change', topic, id, status: best.status };
}
