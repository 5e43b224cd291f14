/** A parameter of the query as PHP reads it: a text, or a list where it was written with brackets. */
export type Param = string | string[];

/** A request to the site, taken apart. */
export interface SiteRequest {
  method: string;
  /** Without the query; `/?rest_route=` is already turned into `/wp-json`. */
  path: string;
  /** In the order they came in. */
  query: ReadonlyMap<string, Param>;
  authorization: string | undefined;
  body: string;
}

/** Takes a request apart. */
export function readRequest(raw: { method: string; url: string; authorization: string | undefined; body: string }) {
  const url = new URL(raw.url, 'http://site.invalid');
  const query = readQuery(url.searchParams);
  const route = query.get('rest_route');
  const isPlain = typeof route === 'string' && /^\/(index\.php)?$/.test(url.pathname);
  const { method, authorization, body } = raw;
  const request: SiteRequest = {
    method,
    path: isPlain ? `/wp-json${route}` : url.pathname,
    query,
    authorization,
    body,
  };
  return request;
}

/** As PHP does: brackets make a list, and of a name that comes twice without them the last counts. */
function readQuery(search: URLSearchParams): Map<string, Param> {
  const query = new Map<string, Param>();
  for (const [name, value] of search) {
    const bare = /^([^[]+)\[[^\]]*\]$/.exec(name)?.[1];
    if (bare === undefined) query.set(name, value);
    else query.set(bare, [...[query.get(bare) ?? []].flat(), value]);
  }
  return query;
}

/** The texts of a list parameter, whether written with brackets or with commas. */
export function listOf(param: Param | undefined): string[] {
  return [param ?? []].flat().flatMap((text) => text.split(',').filter((part) => part !== ''));
}

/** The one text of a parameter, if it has one. */
export function textOf(param: Param | undefined): string | undefined {
  return typeof param === 'string' ? param : undefined;
}

export type Json = Readonly<Record<string, unknown>>;

/** Reads a body as a JSON object; null where it is not one. An empty body is an empty object. */
export function readJson(body: string): Json | null {
  if (body === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
