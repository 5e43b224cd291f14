import { siteTime } from '../site-zone.ts';
import type { InvalidParam } from './answer.ts';
import { textOf, type Param, type SiteRequest } from './request.ts';

/**
 * Reads a date parameter as WordPress does: a time without a zone is taken as it stands; one with a zone is turned into
 * the site's wall clock, **even where the shop then compares it with GMT**.
 * @returns wall time without a zone, to compare with the shop's own texts; null where the parameter is not given
 */
export function readDate({ query }: SiteRequest, name: string, zone: string): string | null {
  const text = textOf(query.get(name));
  if (text === undefined) return null;
  const [, wall = '', mark] = pattern.exec(text) ?? [];
  if (mark === undefined) return wall.replace(/[ t]/, 'T');
  return siteTime(zone, Date.parse(`${wall.replace(/[ t]/, 'T')}${/^.\d\d$/.test(mark) ? `${mark}:00` : mark}`));
}

const pattern = /^(\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}(?::\d{2})?)?$/;

/** The faults of the date parameters among these. */
export function dateFaults(query: ReadonlyMap<string, Param>, names: readonly string[]): InvalidParam[] {
  return names
    .filter((name) => query.has(name) && !isDate(query.get(name)))
    .map((name) => ({ name, code: 'rest_invalid_date', message: 'Invalid date.' }));
}

function isDate(param: Param | undefined): boolean {
  const [, wall] = pattern.exec(textOf(param) ?? '') ?? [];
  return wall !== undefined && !Number.isNaN(Date.parse(`${wall.replace(/[ t]/, 'T')}Z`));
}

/** A boolean parameter as WordPress cleans it. */
export const isTrue = (param: Param | undefined): boolean => ['true', '1', 'TRUE'].includes(textOf(param) ?? '');
