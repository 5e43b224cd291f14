import type { StockChange } from '../stock.ts';
import type { Backorders, StockStatus, WooProduct } from '../woo-product.ts';
import { invalidParams, restError, type SiteAnswer } from './answer.ts';
import { notInEnum, pickFields, writeAtHome } from './collection.ts';
import { editing, refusal, type Call, type Route, type SiteContext } from './context.ts';
import { notJson } from './orders.ts';
import { createProductLists, showVariation } from './product-list.ts';
import { listOf, readJson, type Json } from './request.ts';

/** `/products`, `/products/<id>`, their variations and `/products/categories`. */
export function productRoutes(context: SiteContext): Route[] {
  const { shop, home } = context;
  const { catalogue } = shop;
  const lists = createProductLists(context);

  function get(call: Call, show: object): SiteAnswer {
    const fields = listOf(call.request.query.get('_fields'));
    const text = writeAtHome(pickFields({ ...show }, fields), home);
    return refusal(call, 'view') ?? { status: 200, type: 'json', text };
  }

  /** Saves the stock and tells the webhooks, later; `show` is what it looks like from where it was asked for. */
  function put(call: Call, product: WooProduct, show: () => object): SiteAnswer {
    const refused = refusal(call, 'edit');
    if (refused) return refused;
    const body = readJson(call.request.body);
    if (body === null) return notJson();
    const read = readStock(body);
    if (read.type === 'wrong') return read.answer;
    for (const id of catalogue.change(product.id, read.change)) void shop.send(['product.updated'], id);
    return get(call, show());
  }

  function getProduct(call: Call): SiteAnswer {
    const product = catalogue.find(call.ids[0] ?? 0);
    return product ? get(call, product) : invalidId('product', 404);
  }

  function putProduct(call: Call): SiteAnswer {
    const product = catalogue.find(call.ids[0] ?? 0);
    if (!product) return invalidId('product', 400);
    return product.type === 'variation' ? wrongPlace() : put(call, product, () => product);
  }

  /** A variation under the product it belongs to, and under no other. */
  function variationOf({ ids: [productId, id = 0] }: Call): WooProduct | undefined {
    const found = catalogue.find(id);
    return found?.type === 'variation' && found.parent_id === productId ? found : undefined;
  }

  function getVariation(call: Call): SiteAnswer {
    const variation = variationOf(call);
    return variation ? get(call, showVariation(variation)) : invalidId('product_variation', 404);
  }

  function putVariation(call: Call): SiteAnswer {
    const variation = variationOf(call);
    if (!variation) return invalidId('product_variation', 400);
    return put(call, variation, () => showVariation(variation));
  }

  function listVariations(call: Call): SiteAnswer {
    const [id = 0] = call.ids;
    return catalogue.find(id) ? lists.variations(call, id) : invalidId('product', 404);
  }

  const item = 'GET, POST, PUT, PATCH, DELETE';
  return [
    { pattern: /^\/wc\/v3\/products$/, allow: 'GET, POST', methods: { GET: lists.products } },
    { pattern: /^\/wc\/v3\/products\/categories$/, allow: 'GET, POST', methods: { GET: lists.categories } },
    { pattern: /^\/wc\/v3\/products\/(\d+)$/, allow: item, methods: { GET: getProduct, ...editing(putProduct) } },
    { pattern: /^\/wc\/v3\/products\/(\d+)\/variations$/, allow: 'GET, POST', methods: { GET: listVariations } },
    {
      pattern: /^\/wc\/v3\/products\/(\d+)\/variations\/(\d+)$/,
      allow: item,
      methods: { GET: getVariation, ...editing(putVariation) },
    },
  ];
}

type ReadStock = { type: 'ok'; change: StockChange } | { type: 'wrong'; answer: SiteAnswer };

function readStock(body: Json): ReadStock {
  const { stock_status, manage_stock, stock_quantity, inventory_delta, backorders } = body;
  const faults = [
    ...(stock_status === undefined || isOneOf(stockStatuses, stock_status)
      ? []
      : [notInEnum('stock_status', 'stock_status', [...stockStatuses])]),
    ...(backorders === undefined || isOneOf(backorderChoices, backorders)
      ? []
      : [notInEnum('backorders', 'backorders', [...backorderChoices])]),
  ];
  if (faults.length > 0) return { type: 'wrong', answer: invalidParams(faults) };
  const change: StockChange = {};
  if (isOneOf(stockStatuses, stock_status)) change.stock_status = stock_status;
  if (isOneOf(backorderChoices, backorders)) change.backorders = backorders;
  if (typeof manage_stock === 'boolean') change.manage_stock = manage_stock;
  if (typeof stock_quantity === 'number' || stock_quantity === null) change.stock_quantity = stock_quantity;
  if (typeof inventory_delta === 'number') change.inventory_delta = inventory_delta;
  return { type: 'ok', change };
}

const stockStatuses: readonly StockStatus[] = ['instock', 'outofstock', 'onbackorder'];
const backorderChoices: readonly Backorders[] = ['no', 'notify', 'yes'];

function isOneOf<T extends string>(allowed: readonly T[], value: unknown): value is T {
  return allowed.some((one) => one === value);
}

const invalidId = (resource: string, status: 400 | 404): SiteAnswer =>
  restError(status, `woocommerce_rest_${resource}_invalid_id`, 'Invalid ID.');

/** A variation can be read as a product, but not written as one. */
const wrongPlace = (): SiteAnswer =>
  restError(
    404,
    'woocommerce_rest_invalid_product_id',
    'To manipulate product variations you should use the /products/&lt;product_id&gt;/variations/&lt;id&gt; endpoint.',
  );
