import { phpJson } from '../php-json.ts';
import { englishList, invalidParams, type InvalidParam, type SiteAnswer } from './answer.ts';
import { isObject, listOf, textOf, type Param, type SiteRequest } from './request.ts';

/** What every list of the API can be asked for. */
export interface CollectionParams {
  page: number;
  perPage: number;
  order: 'asc' | 'desc';
  orderby: string;
  include: number[];
  exclude: number[];
  search: string;
  fields: string[];
}

export type Checked<T> = { type: 'ok'; params: T } | { type: 'wrong'; answer: SiteAnswer };

export interface CollectionRules {
  orderby: readonly string[];
  /** Further faults, in the order of their parameters. */
  check?: (query: ReadonlyMap<string, Param>) => InvalidParam[];
}

/** Checks and reads the parameters of a list, with WordPress' own words for what is wrong. */
export function readCollection({ query }: SiteRequest, rules: CollectionRules): Checked<CollectionParams> {
  const faults = [
    ...numberFault(query, 'page', 1, null),
    ...numberFault(query, 'per_page', 1, 100),
    ...oneOf(query, 'order', ['asc', 'desc']),
    ...oneOf(query, 'orderby', rules.orderby),
    ...(rules.check?.(query) ?? []),
  ];
  if (faults.length > 0) return { type: 'wrong', answer: invalidParams(faults) };
  const numbers = (name: string): number[] => listOf(query.get(name)).map(Number);
  const params: CollectionParams = {
    page: Number(textOf(query.get('page')) ?? 1),
    perPage: Number(textOf(query.get('per_page')) ?? 10),
    order: textOf(query.get('order')) === 'asc' ? 'asc' : 'desc',
    orderby: textOf(query.get('orderby')) ?? 'date',
    include: numbers('include'),
    exclude: numbers('exclude'),
    search: textOf(query.get('search')) ?? '',
    fields: listOf(query.get('_fields')).map((field) => field.trim()),
  };
  return { type: 'ok', params };
}

function numberFault(
  query: ReadonlyMap<string, Param>,
  name: string,
  least: number,
  most: number | null,
): InvalidParam[] {
  const text = query.get(name);
  if (text === undefined) return [];
  const value = Number(text);
  if (!Number.isInteger(value) || text === '') {
    return [{ name, code: 'rest_invalid_type', message: `${name} is not of type integer.`, data: { param: name } }];
  }
  if (value >= least && (most === null || value <= most)) return [];
  const message =
    most === null
      ? `${name} must be greater than or equal to ${least}`
      : `${name} must be between ${least} (inclusive) and ${most} (inclusive)`;
  return [{ name, code: 'rest_out_of_bounds', message }];
}

/** A fault where a parameter is given and none of the allowed ones. */
export function oneOf(query: ReadonlyMap<string, Param>, name: string, allowed: readonly string[]): InvalidParam[] {
  const text = query.get(name);
  if (text === undefined || (typeof text === 'string' && allowed.includes(text))) return [];
  return [notInEnum(name, name, allowed)];
}

/** The fault of a value outside its list; `where` names the element ("status[0]"). */
export function notInEnum(name: string, where: string, allowed: readonly string[]): InvalidParam {
  return { name, code: 'rest_not_in_enum', message: `${where} is not one of ${englishList(allowed)}.` };
}

export interface Page<T> {
  items: readonly T[];
  params: CollectionParams;
  /** An item as JSON text, with the fields asked for only. */
  textOf: (item: T) => string;
  request: SiteRequest;
  home: string;
  /** What the shop adds to the links to other pages, which depends on whether the page holds anything. */
  echoed?: (isEmpty: boolean) => Readonly<Record<string, string>>;
}

/** One page of a list, with the totals and links of the recorded shop: past the last page it claims to have none. */
export function answerPage<T>({ items, params, textOf: write, request, home, echoed }: Page<T>): SiteAnswer {
  const { page, perPage } = params;
  const shown = items.slice((page - 1) * perPage, page * perPage);
  const isPast = shown.length === 0;
  const total = isPast ? 0 : items.length;
  const pages = Math.ceil(total / perPage);
  const links: string[] = [];
  const linkTo = (number: number, rel: string): void => {
    const extra = echoed?.(isPast) ?? {};
    links.push(`<${home}${request.path}?${pageQuery(request.query, number, extra)}>; rel="${rel}"`);
  };
  if (page > 1) linkTo(Math.min(page - 1, pages), 'prev');
  if (page < pages) linkTo(page + 1, 'next');
  const text = `[${shown.map(write).join(',')}]`;
  return { status: 200, type: 'json', text, total, pages, ...(links.length > 0 ? { link: links.join(', ') } : {}) };
}

/** The query as WordPress writes it back: cleaned values, lists with numbered brackets, the page where it stood. */
function pageQuery(query: ReadonlyMap<string, Param>, page: number, extra: Readonly<Record<string, string>>): string {
  const pairs = new Map<string, string>();
  for (const [name, value] of query) {
    if (name === 'consumer_key' || name === 'consumer_secret' || name === 'rest_route') continue;
    const isList = typeof value !== 'string' || name === 'status' || name === 'include' || name === 'exclude';
    if (isList) listOf(value).forEach((one, index) => pairs.set(`${name}[${index}]`, one));
    else pairs.set(name, value === 'true' ? '1' : value === 'false' ? '0' : value);
  }
  for (const [name, value] of Object.entries(extra)) if (!pairs.has(name)) pairs.set(name, value);
  pairs.set('page', String(page));
  return [...pairs].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}

/** The fields asked for with `_fields`, those of an inner object with a dot; without it everything. */
export function pickFields(item: Readonly<Record<string, unknown>>, fields: readonly string[]): object {
  if (fields.length === 0) return item;
  return Object.fromEntries(
    Object.entries(item).flatMap(([name, value]) => {
      if (fields.includes(name)) return [[name, value]];
      const inner = fields.filter((field) => field.startsWith(`${name}.`)).map((field) => field.slice(name.length + 1));
      return inner.length > 0 && isObject(value) ? [[name, pickFields(value, inner)]] : [];
    }),
  );
}

/** An object as JSON text with the site's own address in its links, which the recorded ones have another for. */
export function writeAtHome(item: object, home: string): string {
  return phpJson(item).replaceAll('http:\\/\\/tienda.example.test', home.replaceAll('/', '\\/'));
}
