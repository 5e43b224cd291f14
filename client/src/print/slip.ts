import { brandsOf } from '@kasera/shared/brands.ts';
import { hasUnseenChange } from '@kasera/shared/decide/marks.ts';
import type { Order } from '@kasera/shared/order.ts';
import { dishesFor, optionLines, type Dish } from '../ticket/dishes.ts';
import { ticketLines, type TicketLine } from '../ticket/ticket-lines.ts';
import { whoIsHere } from '../ticket/who-is-here.ts';
import { money, placeWords, quantity } from '../i18n/format.ts';
import type { Messages } from '../i18n/en.ts';
import type { OrderPanelWords } from '../i18n/order-panel-en.ts';

/** How a line of a slip looks. All of it is black on white: a receipt printer has nothing else. */
export type SlipLook = 'number' | 'headline' | 'plain' | 'alert' | 'note' | 'dish' | 'option' | 'removed' | 'rule';

export interface SlipLine {
  look: SlipLook;
  text: string;
  /** In the column before the dish. */
  quantity?: string;
}

/** One piece of paper, from top to bottom. */
export type Slip = readonly SlipLine[];

/** How slips are written: in which language, and with the kitchen's words of allergy. */
export interface SlipStyle {
  t: Messages;
  words: OrderPanelWords['print'];
  allergyWords: readonly string[];
  /** "20:41", by the kitchen's clock. */
  time(at: number): string;
  /** The day there, as "Fri 20 Nov", where it is not today: paper is read tomorrow, too. */
  otherDay(at: number): string | null;
}

/** Paper stands in for a screen that shows everything. */
const everything = { screen: 'paper', stations: null };
const rule: SlipLine = { look: 'rule', text: '' };

/** The kitchen's ticket: number, kind, promise, allergies first, notes whole, dishes with their options as on the screen. */
export function ticketSlip(order: Order, style: SlipStyle): Slip {
  const lines = linesOf(order, style);
  const isHead = (line: TicketLine) => line.type !== 'item' && line.type !== 'hand-over';
  // Two papers of one order are told apart, and the newer one is read again.
  const changed = hasUnseenChange(order) ? style.t.ticket.changed : '';
  return [
    ...head(order, style),
    ...withWords([{ look: 'alert', text: changed }]),
    rule,
    ...lines.filter(isHead).flatMap((line) => headLine(line, style)),
    ...lines.filter((line) => !isHead(line)).flatMap((line) => dishLine(line, style)),
    rule,
    ...foot(order, style),
  ];
}

/** What stands on the guest's bag: whose it is, what is to be paid, allergies, and everything that belongs in it. */
export function bagSlip(order: Order, style: SlipStyle): Slip {
  // Other notes may be the kitchen's own, and not for the guest's eyes.
  const allergies = linesOf(order, style).filter(({ type }) => type === 'allergy');
  const dishes = dishesFor(order, everything).filter((dish) => dish.items[0].change?.type !== 'removed');
  return [
    ...head(order, style),
    { look: 'headline', text: paymentWords(order, style) },
    rule,
    ...allergies.flatMap((line) => headLine(line, style)),
    ...dishes.flatMap((dish) => dishWords(dish, style)),
    rule,
    ...foot(order, style),
  ];
}

function linesOf(order: Order, { allergyWords }: SlipStyle): TicketLine[] {
  const fold = { keys: new Set<string>(), isOpen: false };
  return ticketLines(order, { viewer: everything, allergyWords, fold });
}

function head(order: Order, style: SlipStyle): SlipLine[] {
  const { t } = style;
  const { kind, guest, rush, test } = order;
  const who = [placeWords(order, t), guest.name].filter(Boolean).join(' · ');
  const urgent = rush ? (rush.why === 'driver' ? t.line[whoIsHere(order)] : t.line.rush) : '';
  return withWords([
    { look: 'alert', text: test ? t.ticket.test : '' },
    { look: 'number', text: order.number },
    { look: 'headline', text: brandsOf(order).join(' + ') },
    { look: 'headline', text: t.kinds[kind] },
    { look: 'headline', text: promiseOf(order, style) },
    { look: 'plain', text: who },
    { look: 'alert', text: urgent },
  ]);
}

function promiseOf({ promisedAt }: Order, { words, time, otherDay }: SlipStyle): string {
  return promisedAt === null ? '' : words.promise(time(promisedAt), otherDay(promisedAt));
}

function foot({ number, times, clockAt }: Order, { words, time }: SlipStyle): SlipLine[] {
  return [{ look: 'plain', text: `#${number} · ${words.placed(time(times.placedAt ?? clockAt))}` }];
}

function paymentWords({ payment, total, currency }: Order, { t, words }: SlipStyle): string {
  if (payment === 'collect') return words.collect(money(total, currency, t));
  return payment === 'paid' ? words.paid : words.unpaid;
}

function headLine(line: TicketLine, { t }: SlipStyle): SlipLine[] {
  if (line.type === 'allergy') {
    const said = line.known ? `${t.ticket.allergy}: ${line.text}` : `${t.ticket.allergy} · ${line.text}`;
    return [{ look: 'alert', text: line.dish ? `${said} · ${line.dish}` : said }];
  }
  return line.type === 'note' ? [{ look: 'note', text: line.text }] : [];
}

function dishLine(line: TicketLine, style: SlipStyle): SlipLine[] {
  // Paper is as long as it has to be: a dish is written at once.
  if (line.type === 'item') return line.share && line.share.from > 0 ? [] : dishWords(line.dish, style);
  if (line.type !== 'hand-over') return [];
  return [
    { look: 'plain', text: `${style.t.line.atHandOver}:` },
    ...line.dishes.flatMap((dish) => dishWords(dish, style)),
  ];
}

/** The signs are those of a typewriter: what a printer's font lacks is printed as an empty box. */
function dishWords({ items: [item], quantity: amount }: Dish, { t, words }: SlipStyle): SlipLine[] {
  if (item.change?.type === 'removed') {
    const text = `${words.removed}: ${item.name}`;
    return [{ look: 'removed', quantity: quantity(item.change.was, t), text }];
  }
  const signs = { minus: '- ', plus: '+ ', plain: '' };
  const options = optionLines(item.options).map(({ sign, text }): SlipLine => ({
    look: 'option',
    text: signs[sign] + text,
  }));
  return [{ look: 'dish', quantity: quantity(amount, t), text: item.name }, ...options];
}

function withWords(lines: SlipLine[]): SlipLine[] {
  return lines.filter(({ text }) => text !== '');
}
