import type { OrderNote } from '../order-notes.ts';
import type { KeptOrder } from '../order-book.ts';
import { gmtTime, siteTime } from '../site-zone.ts';
import { json, restError, type SiteAnswer } from './answer.ts';
import { refusal, type Call, type Route, type SiteContext } from './context.ts';
import { notJson } from './orders.ts';
import { readJson, textOf } from './request.ts';

/** `/orders/<id>/notes` and `/orders/<id>/refunds`. */
export function orderExtraRoutes({ shop, home }: SiteContext): Route[] {
  const { book, zone } = shop;
  const orders = `${home}/wp-json/wc/v3/orders`;

  function withOrder(call: Call, act: 'list' | 'create', answer: (held: KeptOrder) => SiteAnswer): SiteAnswer {
    const refused = refusal(call, act);
    if (refused) return refused;
    const held = book.find(call.ids[0] ?? 0);
    return held ? answer(held) : restError(404, 'woocommerce_rest_order_invalid_id', 'Invalid order ID.');
  }

  const links = (orderId: number, kind: 'notes' | 'refunds', id: number) => ({
    self: [{ href: `${orders}/${orderId}/${kind}/${id}`, targetHints: { allow: ['GET', 'DELETE'] } }],
    collection: [{ href: `${orders}/${orderId}/${kind}` }],
    up: [{ href: `${orders}/${orderId}` }],
  });

  const showNote = (orderId: number, { id, author, note, forGuest, at }: OrderNote) => ({
    ...{ id, author, date_created: siteTime(zone, at), date_created_gmt: gmtTime(at), note, customer_note: forGuest },
    _links: links(orderId, 'notes', id),
  });

  function listNotes(call: Call): SiteAnswer {
    return withOrder(call, 'list', ({ order }) => {
      const type = textOf(call.request.query.get('type')) ?? 'any';
      const notes = book.notes
        .of(order.id)
        .filter(({ forGuest }) => type === 'any' || forGuest === (type === 'customer'));
      return json(notes.map((note) => showNote(order.id, note)));
    });
  }

  /** Tells no webhook: a note is no change of the order. */
  function addNote(call: Call): SiteAnswer {
    return withOrder(call, 'create', ({ order }) => {
      const body = readJson(call.request.body);
      if (body === null) return notJson();
      const { note, customer_note: forGuest, added_by_user: byUser } = body;
      if (typeof note !== 'string' || note === '') {
        return restError(400, 'rest_missing_callback_param', 'Missing parameter(s): note', { params: ['note'] });
      }
      const author = byUser === true ? 'admin' : 'WooCommerce';
      const added = book.notes.add(order.id, note, { forGuest: forGuest === true, author });
      return { ...json(showNote(order.id, added), 201), location: `${orders}/${order.id}/notes/${added.id}` };
    });
  }

  function listRefunds(call: Call): SiteAnswer {
    return withOrder(call, 'list', ({ order }) => {
      const shown = order.refunds.map(({ id, reason, total }) => ({
        ...{ id, date_created: order.date_modified, date_created_gmt: order.date_modified_gmt },
        ...{ amount: total.replace('-', ''), reason, refunded_by: 1, refunded_payment: false, meta_data: [] },
        ...{ line_items: [], shipping_lines: [], tax_lines: [], fee_lines: [] },
        _links: links(order.id, 'refunds', id),
      }));
      return { ...json(shown), total: shown.length, pages: shown.length === 0 ? 0 : 1 };
    });
  }

  return [
    {
      pattern: /^\/wc\/v3\/orders\/(\d+)\/notes$/,
      allow: 'GET, POST',
      methods: { GET: listNotes, POST: addNote },
    },
    { pattern: /^\/wc\/v3\/orders\/(\d+)\/refunds$/, allow: 'GET, POST', methods: { GET: listRefunds } },
  ];
}
