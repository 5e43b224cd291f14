import type { KeptOrder } from '../order-book.ts';
import type { SiteAnswer } from './answer.ts';
import { answerPage, notInEnum, readCollection, type CollectionParams } from './collection.ts';
import type { SiteContext } from './context.ts';
import { dateFaults, isTrue, readDate } from './dates.ts';
import { listOf, type Param, type SiteRequest } from './request.ts';
import type { OrderTexts } from './order-texts.ts';

interface OrderListParams extends CollectionParams {
  statuses: string[];
  /** Wall times without a zone, exclusive. */
  modifiedAfter: string | null;
  modifiedBefore: string | null;
  after: string | null;
  before: string | null;
  areGmt: boolean;
}

/** `GET /orders`: filters, sorts and pages as the recorded shop does. */
export function createOrderList({ shop, home }: SiteContext, texts: OrderTexts) {
  const { book } = shop;
  let last = { key: '', found: [] as KeptOrder[] };

  /** Pages of one list are asked for one after the other: what was found is kept until an order changes. */
  function findAll(params: OrderListParams): KeptOrder[] {
    const { page: _page, perPage: _perPage, fields: _fields, ...filters } = params;
    const key = `${book.revision()} ${JSON.stringify(filters)}`;
    if (last.key !== key) last = { key, found: sort(book.all().filter(matching(params)), params) };
    return last.found;
  }

  return (request: SiteRequest): SiteAnswer => {
    const slugs = shop.statuses.map(({ slug }) => slug);
    const allowed = ['any', 'trash', 'auto-draft', ...slugs];
    const checked = readCollection(request, {
      orderby: ['date', 'id', 'include', 'title', 'slug', 'modified'],
      check: (query) => [
        ...dateFaults(query, ['after', 'before', 'modified_after', 'modified_before']),
        ...statusFaults(query, allowed),
      ],
    });
    if (checked.type === 'wrong') return checked.answer;
    const params = addOrderParams(checked.params, request, shop.zone);
    return answerPage({
      ...{ items: findAll(params), params, request, home },
      textOf: (held) => texts.write(held, params.fields),
      echoed: (isEmpty): Record<string, string> => ({
        ...(request.query.has('status') ? {} : { 'status[0]': 'any' }),
        ...(isEmpty ? {} : { dp: '2', context: 'view' }),
      }),
    });
  };
}

function statusFaults(query: ReadonlyMap<string, Param>, allowed: readonly string[]) {
  const wrong = listOf(query.get('status')).findIndex((status) => !allowed.includes(status));
  return wrong === -1 ? [] : [notInEnum('status', `status[${wrong}]`, allowed)];
}

function addOrderParams(params: CollectionParams, request: SiteRequest, zone: string): OrderListParams {
  const date = (name: string): string | null => readDate(request, name, zone);
  const statuses = listOf(request.query.get('status'));
  return {
    ...params,
    statuses: statuses.length === 0 ? ['any'] : statuses,
    ...{ modifiedAfter: date('modified_after'), modifiedBefore: date('modified_before') },
    ...{ after: date('after'), before: date('before') },
    areGmt: isTrue(request.query.get('dates_are_gmt')),
  };
}

function matching(params: OrderListParams): (held: KeptOrder) => boolean {
  const { statuses, include, exclude, modifiedAfter, modifiedBefore, after, before, areGmt } = params;
  const any = statuses.includes('any');
  const search = params.search.toLowerCase();
  return ({ order }) => {
    // "any" is every status but the trash, drafts of the checkout among them.
    if (!statuses.includes(order.status) && !(any && order.status !== 'trash')) return false;
    if (include.length > 0 && !include.includes(order.id)) return false;
    if (exclude.includes(order.id)) return false;
    const modified = areGmt ? order.date_modified_gmt : order.date_modified;
    if (modifiedAfter !== null && modified <= modifiedAfter) return false;
    if (modifiedBefore !== null && modified >= modifiedBefore) return false;
    const created = areGmt ? order.date_created_gmt : order.date_created;
    if (after !== null && created <= after) return false;
    if (before !== null && created >= before) return false;
    return search === '' || searchable(order).includes(search);
  };
}

function searchable(order: KeptOrder['order']): string {
  const { id, number, billing, line_items: lines } = order;
  return [id, number, billing.first_name, billing.last_name, ...lines.map(({ name }) => name)].join('\n').toLowerCase();
}

function sort(found: KeptOrder[], { orderby, order, include }: OrderListParams): KeptOrder[] {
  if (orderby === 'include') return include.flatMap((id) => found.filter((held) => held.order.id === id));
  const sign = order === 'asc' ? 1 : -1;
  const keyOf = ({ order: one }: KeptOrder): string =>
    orderby === 'modified' ? one.date_modified_gmt : orderby === 'date' ? one.date_created_gmt : '';
  return found
    .map((held) => ({ held, key: keyOf(held) }))
    .toSorted((a, b) => sign * (a.key < b.key ? -1 : a.key > b.key ? 1 : a.held.order.id - b.held.order.id))
    .map(({ held }) => held);
}
