import { buildOrder, changeOrder } from '../simulators/woocommerce/build-order.ts';
import { pick } from '../simulators/woocommerce/chance.ts';
import { phpJson } from '../simulators/woocommerce/php-json.ts';
import { everydayTemplates, readTemplate, type OrderTemplate } from '../simulators/woocommerce/templates.ts';

/** An order that says in its note and in its first line's quantity which of its versions it is. */
export interface ChaosOrder {
  externalId: string;
  number: string;
  /** How many versions were made so far, the first is 1. */
  versions: number;
  /** The body WooCommerce would send of that version, dated a second after the one before it. */
  body(version: number): string;
}

export interface ChaosOrders {
  place(): ChaosOrder;
}

/** The note of a version, which is all that the board shows of it that every template shares. */
export function noteOf(version: number): string {
  return `version ${version}`;
}

/** @returns the version a note tells, null for another note */
export function versionIn(note: string): number | null {
  const version = /^version (\d+)$/.exec(note)?.[1];
  return version === undefined ? null : Number(version);
}

/**
 * Makes orders from the recorded ones, all paid and placed ten minutes ago.
 * @param hugeShare how many of them (0 to 1) weigh 148 kB, so that the write-ahead log fills up and starts anew
 */
export function createChaosOrders(deps: {
  random: () => number;
  now: () => number;
  firstId: number;
  hugeShare: number;
}): ChaosOrders {
  const placedAt = deps.now() - 600_000;
  let nextId = deps.firstId;
  return {
    place() {
      const id = nextId++;
      const huge = deps.random() < deps.hugeShare;
      const template: OrderTemplate = huge ? '120-lines' : pick(everydayTemplates, deps.random);
      return {
        externalId: String(id),
        number: `C${id}`,
        versions: 1,
        body: (version) => bodyOf(readTemplate(template), id, version, placedAt),
      };
    },
  };
}

function bodyOf(template: string, id: number, version: number, placedAt: number): string {
  const order = buildOrder(template, { id, number: `C${id}`, now: placedAt, status: 'processing' });
  const firstLine = order.line_items[0]?.id;
  const quantities = firstLine === undefined ? {} : { [firstLine]: version };
  changeOrder(order, { note: noteOf(version), quantities }, placedAt + version * 1_000);
  return phpJson(order);
}
