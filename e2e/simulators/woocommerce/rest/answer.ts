import { phpJson } from '../php-json.ts';

/** An answer of the site before it is written out. */
export interface SiteAnswer {
  status: number;
  /** `text/html` or JSON. */
  type: 'json' | 'html' | 'none';
  text: string;
  /** The methods of the route, where WordPress names them. */
  allow?: string;
  total?: number;
  pages?: number;
  /** Pagination; it takes the place of the link to the API. */
  link?: string;
  location?: string;
  /** Name and value in turn, besides those every answer has. */
  extra?: readonly string[];
}

export function json(value: unknown, status = 200): SiteAnswer {
  return { status, type: 'json', text: phpJson(value) };
}

/** An error as WordPress' REST API writes it. */
export function restError(status: number, code: string, message: string, data: object = {}): SiteAnswer {
  return json({ code, message, data: { status, ...data } }, status);
}

export function html(status: number, text: string): SiteAnswer {
  return { status, type: 'html', text };
}

export function redirect(status: 301 | 302, location: string): SiteAnswer {
  return { status, type: 'none', text: '', location };
}

export interface InvalidParam {
  name: string;
  code: string;
  message: string;
  data?: object | null;
}

/** What WordPress answers where parameters are not of the form it wants. */
export function invalidParams(faults: readonly InvalidParam[]): SiteAnswer {
  const names = faults.map(({ name }) => name).join(', ');
  const params = Object.fromEntries(faults.map(({ name, message }) => [name, message]));
  const details = Object.fromEntries(
    faults.map(({ name, code, message, data = null }) => [name, { code, message, data }]),
  );
  return restError(400, 'rest_invalid_param', `Invalid parameter(s): ${names}`, { params, details });
}

export const noRoute = (): SiteAnswer =>
  restError(404, 'rest_no_route', 'No route was found matching the URL and request method.');

/** The shop's own order of words in a list: "a, b, and c". */
export function englishList(words: readonly string[]): string {
  if (words.length < 3) return words.join(' and ');
  return `${words.slice(0, -1).join(', ')}, and ${words.at(-1) ?? ''}`;
}
