import type { KeptOrder } from '../order-book.ts';
import { json, restError, type SiteAnswer } from './answer.ts';
import { editing, refusal, type Call, type Route, type SiteContext } from './context.ts';
import { readOrderEdit } from './order-edit.ts';
import { createOrderList } from './order-list.ts';
import { createOrderTexts } from './order-texts.ts';
import { isTrue } from './dates.ts';
import { isObject, listOf, readJson, type Json } from './request.ts';

/** `/orders` and `/orders/<id>`. */
export function orderRoutes(context: SiteContext): Route[] {
  const { shop, home } = context;
  const { book } = shop;
  const texts = createOrderTexts(home);
  const list = createOrderList(context, texts);

  function whole(held: KeptOrder, fields: readonly string[] = []): SiteAnswer {
    return { status: 200, type: 'json', text: texts.write(held, fields) };
  }

  /** Saves and, unless the order lies or lay in the trash, tells the webhooks: later, as the shop's queue does. */
  function edit(id: number, body: Json): SiteAnswer {
    const held = book.find(id);
    if (!held) return invalidId(400);
    const read = readOrderEdit(body, held.order, shop.statuses);
    if (read.type === 'wrong') return read.answer;
    const wasTrashed = held.order.status === 'trash';
    book.change(held, read.change);
    if (!wasTrashed) void shop.send(['order.updated'], id);
    return whole(held);
  }

  function get(call: Call): SiteAnswer {
    const held = book.find(call.ids[0] ?? 0);
    // Whether there is such an order is looked at before who asks.
    if (!held) return invalidId(404);
    return refusal(call, 'view') ?? whole(held, listOf(call.request.query.get('_fields')));
  }

  function put(call: Call): SiteAnswer {
    const [id = 0] = call.ids;
    const body = readJson(call.request.body);
    if (body === null) return notJson();
    return (book.find(id) ? refusal(call, 'edit') : null) ?? edit(id, body);
  }

  function remove(call: Call): SiteAnswer {
    const [id = 0] = call.ids;
    const held = book.find(id);
    if (!held) return invalidId(404);
    const refused = refusal(call, 'delete');
    if (refused) return refused;
    if (isTrue(call.request.query.get('force'))) {
      const answer = whole(held);
      book.erase(id);
      return answer;
    }
    if (held.order.status === 'trash') {
      return restError(410, 'woocommerce_rest_already_trashed', 'The order has already been deleted.');
    }
    held.formerStatus = held.order.status;
    book.change(held, { status: 'trash' });
    void shop.send(['order.deleted'], id);
    return whole(held);
  }

  function batch(call: Call): SiteAnswer {
    const refused = refusal(call, 'batch');
    if (refused) return refused;
    const body = readJson(call.request.body);
    if (body === null) return notJson();
    const wanted = Array.isArray(body['update']) ? body['update'].filter(isObject) : [];
    return json(wanted.length === 0 ? [] : { update: wanted.map((one) => inBatch(one, edit)) });
  }

  return [
    {
      pattern: /^\/wc\/v3\/orders$/,
      allow: 'GET, POST',
      methods: { GET: (call) => refusal(call, 'list') ?? list(call.request) },
    },
    {
      pattern: /^\/wc\/v3\/orders\/(\d+)$/,
      allow: 'GET, POST, PUT, PATCH, DELETE',
      methods: { GET: get, ...editing(put), DELETE: remove },
    },
    { pattern: /^\/wc\/v3\/orders\/batch$/, allow: 'POST, PUT, PATCH', methods: editing(batch) },
  ];
}

/** One entry of a batch: what it became, or its error under its id. */
function inBatch(one: Json, edit: (id: number, body: Json) => SiteAnswer): object {
  const id = Number(one['id']);
  const { status, text } = edit(id, one);
  const answered: object = JSON.parse(text);
  return status === 200 ? answered : { id, error: answered };
}

const invalidId = (status: 400 | 404): SiteAnswer =>
  restError(status, 'woocommerce_rest_shop_order_invalid_id', 'Invalid ID.');

/** What WordPress says of a body that is no JSON object. */
export const notJson = (): SiteAnswer =>
  restError(400, 'rest_invalid_json', 'Invalid JSON body passed.', {
    json_error_code: 4,
    json_error_message: 'Syntax error',
  });
