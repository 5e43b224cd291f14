import { gmtTime, siteTime } from '../site-zone.ts';
import type { Webhook, WebhookStatus } from '../webhooks.ts';
import { json, restError, type SiteAnswer } from './answer.ts';
import { answerPage, oneOf, pickFields, readCollection } from './collection.ts';
import { editing, refusal, type Call, type Route, type SiteContext } from './context.ts';
import { isTrue } from './dates.ts';
import { notJson } from './orders.ts';
import { readJson, textOf, type Json } from './request.ts';

/** `/webhooks`: they are the shop's own, and deliver from then on. */
export function webhookRoutes({ shop, home }: SiteContext): Route[] {
  const { webhooks, zone } = shop;
  const base = `${home}/wp-json/wc/v3/webhooks`;

  /** Neither the secret nor the count of failures is ever shown. */
  function show(hook: Webhook): object {
    const [resource = '', event = ''] = hook.topic.split('.');
    return {
      ...{ id: hook.id, name: hook.name, status: hook.status, topic: hook.topic, resource, event },
      ...{ hooks: hooksOf[hook.topic] ?? [], delivery_url: hook.deliveryUrl },
      ...{ date_created: siteTime(zone, hook.createdAt), date_created_gmt: gmtTime(hook.createdAt) },
      ...{ date_modified: siteTime(zone, hook.modifiedAt), date_modified_gmt: gmtTime(hook.modifiedAt) },
      _links: { self: [{ href: `${base}/${hook.id}` }], collection: [{ href: base }] },
    };
  }

  function list(call: Call): SiteAnswer {
    const refused = refusal(call, 'list');
    if (refused) return refused;
    const { request } = call;
    const check = (query: typeof request.query) => oneOf(query, 'status', ['all', 'active', 'paused', 'disabled']);
    const checked = readCollection(request, { orderby: ['date', 'id', 'title'], check });
    if (checked.type === 'wrong') return checked.answer;
    const { params } = checked;
    const status = textOf(request.query.get('status')) ?? 'all';
    const found = webhooks.list().filter((hook) => status === 'all' || hook.status === status);
    const items = params.order === 'asc' ? found : found.toReversed();
    const write = (hook: Webhook): string => json(pickFields({ ...show(hook) }, params.fields)).text;
    return answerPage({ items, params, request, home, textOf: write });
  }

  /** The shop pings while the caller waits; what the ping met changes nothing of the answer. */
  async function create(call: Call): Promise<SiteAnswer> {
    const refused = refusal(call, 'create');
    if (refused) return refused;
    const body = readJson(call.request.body);
    if (body === null) return notJson();
    const { topic, delivery_url: deliveryUrl, secret } = body;
    if (!isTopic(topic)) return wrong('topic', 'Webhook topic is required and must be valid.');
    if (!isAddress(deliveryUrl)) return wrong('delivery_url', noAddress);
    const name = typeof body['name'] === 'string' ? body['name'] : 'Webhook created by the API';
    // A status that is asked for is not looked at: a new webhook is active.
    const hook = webhooks.add({
      topic,
      deliveryUrl,
      name,
      secret: typeof secret === 'string' ? secret : 'made by the shop',
    });
    const answer = { ...json(show(hook), 201), location: `${base}/${hook.id}` };
    await shop.ping(hook.id);
    return answer;
  }

  async function update(call: Call): Promise<SiteAnswer> {
    const refused = refusal(call, 'edit');
    if (refused) return refused;
    const hook = webhooks.find(call.ids[0] ?? 0);
    if (!hook) return invalidId(400, 'ID is invalid.');
    const body = readJson(call.request.body);
    if (body === null) return notJson();
    const { topic, delivery_url: deliveryUrl, status } = body;
    if (topic !== undefined && !isTopic(topic)) return wrong('topic', 'Webhook topic must be valid.');
    if (deliveryUrl !== undefined && !isAddress(deliveryUrl)) return wrong('delivery_url', noAddress);
    if (status !== undefined && !isStatus(status)) return wrong('status', 'Webhook status must be valid.');
    const moved = deliveryUrl !== undefined && deliveryUrl !== hook.deliveryUrl;
    Object.assign(hook, changesOf(body), { modifiedAt: shop.now() });
    if (hook.status === 'active' && (moved || hook.pendingDelivery)) await shop.ping(hook.id);
    return json(show(hook));
  }

  function remove(call: Call): SiteAnswer {
    const refused = refusal(call, 'delete');
    if (refused) return refused;
    if (!isTrue(call.request.query.get('force')) && readJson(call.request.body)?.['force'] !== true) {
      return restError(501, 'woocommerce_rest_trash_not_supported', 'Webhooks do not support trashing.');
    }
    const hook = webhooks.find(call.ids[0] ?? 0);
    if (!hook) return invalidId(404, 'Invalid ID.');
    webhooks.remove(hook.id);
    return json(show(hook));
  }

  function get(call: Call): SiteAnswer {
    const hook = webhooks.find(call.ids[0] ?? 0);
    return refusal(call, 'view') ?? (hook ? json(show(hook)) : invalidId(400, 'ID is invalid.'));
  }

  return [
    { pattern: /^\/wc\/v3\/webhooks$/, allow: 'GET, POST', methods: { GET: list, POST: create } },
    {
      pattern: /^\/wc\/v3\/webhooks\/(\d+)$/,
      allow: 'GET, POST, PUT, PATCH, DELETE',
      methods: { GET: get, ...editing(update), DELETE: remove },
    },
  ];
}

function changesOf({ name, topic, delivery_url: deliveryUrl, secret, status }: Json): object {
  const wanted = { name, topic, deliveryUrl, secret, status };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => typeof value === 'string' && value !== ''));
}

const isTopic = (value: unknown): value is string =>
  typeof value === 'string' && /^(order|product|customer|coupon)\.(created|updated|deleted|restored)$/.test(value);

const isAddress = (value: unknown): value is string => typeof value === 'string' && /^https?:\/\/[^/]+/.test(value);

const isStatus = (value: unknown): value is WebhookStatus =>
  value === 'active' || value === 'paused' || value === 'disabled';

const noAddress = 'Webhook delivery URL must be a valid URL starting with http:// or https://.';

const wrong = (field: string, message: string): SiteAnswer =>
  restError(400, `woocommerce_rest_shop_webhook_invalid_${field}`, message);

const invalidId = (status: 400 | 404, message: string): SiteAnswer =>
  restError(status, 'woocommerce_rest_shop_webhook_invalid_id', message);

const hooksOf: Readonly<Record<string, readonly string[]>> = {
  'order.created': ['woocommerce_new_order'],
  'order.updated': ['woocommerce_update_order', 'woocommerce_order_refunded'],
  'order.deleted': ['wp_trash_post', 'woocommerce_trash_order'],
  'order.restored': ['untrashed_post', 'woocommerce_untrash_order'],
  'product.updated': ['woocommerce_update_product', 'woocommerce_update_product_variation'],
};
