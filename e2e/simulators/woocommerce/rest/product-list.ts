import type { WooProduct } from '../woo-product.ts';
import type { SiteAnswer } from './answer.ts';
import { answerPage, pickFields, readCollection, writeAtHome, type CollectionParams } from './collection.ts';
import { refusal, type Call, type SiteContext } from './context.ts';
import { dateFaults, isTrue, readDate } from './dates.ts';
import { listOf } from './request.ts';

const orderings = ['date', 'id', 'include', 'title', 'slug', 'modified', 'price', 'popularity', 'rating', 'menu_order'];

/** Lists of products, of the variations of one, and of categories. */
export function createProductLists({ shop, home }: SiteContext) {
  const { catalogue, zone } = shop;

  function list(call: Call, all: readonly WooProduct[], show: (product: WooProduct) => object): SiteAnswer {
    const refused = refusal(call, 'list');
    if (refused) return refused;
    const { request } = call;
    const check = (query: typeof request.query) => dateFaults(query, ['modified_after', 'modified_before']);
    const checked = readCollection(request, { orderby: orderings, check });
    if (checked.type === 'wrong') return checked.answer;
    const { params } = checked;
    const items = sort(all.filter(matching(call, params, zone)), params);
    const write = (product: WooProduct): string => writeAtHome(pickFields({ ...show(product) }, params.fields), home);
    return answerPage({ items, params, request, home, textOf: write });
  }

  function categories(call: Call): SiteAnswer {
    const refused = refusal(call, 'list');
    if (refused) return refused;
    const { request } = call;
    const checked = readCollection(request, { orderby: ['id', 'include', 'name', 'slug', 'count'] });
    if (checked.type === 'wrong') return checked.answer;
    const { params } = checked;
    const write = (category: object): string => writeAtHome(pickFields({ ...category }, params.fields), home);
    return answerPage({ items: catalogue.categories(), params, request, home, textOf: write });
  }

  return {
    products: (call: Call): SiteAnswer => list(call, catalogue.products(), (product) => product),
    variations: (call: Call, productId: number): SiteAnswer =>
      list(call, catalogue.variationsOf(productId), showVariation),
    categories,
  };
}

/** Below its product a variation is called by its choices alone and has no categories. */
export function showVariation(variation: WooProduct): object {
  const name = variation.attributes.map(({ option }) => option).join(', ');
  return Object.fromEntries(Object.entries({ ...variation, name }).filter(([field]) => field !== 'categories'));
}

function matching({ request }: Call, params: CollectionParams, zone: string): (product: WooProduct) => boolean {
  const { include, exclude, search } = params;
  const after = readDate(request, 'modified_after', zone);
  const field = isTrue(request.query.get('dates_are_gmt')) ? 'date_modified_gmt' : 'date_modified';
  const parents = listOf(request.query.get('parent')).map(Number);
  return (product) =>
    (include.length === 0 || include.includes(product.id)) &&
    !exclude.includes(product.id) &&
    (parents.length === 0 || parents.includes(product.parent_id)) &&
    (after === null || product[field] > after) &&
    product.name.toLowerCase().includes(search.toLowerCase());
}

function sort(found: WooProduct[], { orderby, order, include }: CollectionParams): WooProduct[] {
  if (orderby === 'include') return found.toSorted((a, b) => include.indexOf(a.id) - include.indexOf(b.id));
  const sign = order === 'asc' ? 1 : -1;
  const keyOf = (product: WooProduct): string =>
    orderby === 'modified' ? product.date_modified_gmt : orderby === 'title' ? product.name : '';
  return found.toSorted((a, b) => sign * (keyOf(a).localeCompare(keyOf(b)) || a.id - b.id));
}
