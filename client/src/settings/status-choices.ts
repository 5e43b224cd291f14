import type { ShopView, WriteBackStep } from '@kasera/shared/shop.ts';
import type { SettingsWords } from '../i18n/settings-en.ts';
import type { Choice } from '../ui/select-field.tsx';

/** Stands for "leave as it is" in a list of slugs: no slug is empty. */
export const leaveAsItIs = '';

/** What a paid order is never put to by a kitchen: not an order yet, a refund without money, the trash. */
const neverChosen = new Set(['pending', 'checkout-draft', 'auto-draft', 'draft', 'failed', 'refunded', 'trash']);
const notWhenCancelled = new Set(['processing', 'completed']);

/**
 * The statuses a step may put an order to, custom ones included. What is set already is always among them, so that
 * the page never shows another choice than the one in force.
 */
export function statusChoices(
  step: WriteBackStep,
  statuses: ShopView['statuses'],
  current: string | null,
  words: SettingsWords['telling'],
): Choice<string>[] {
  const core = Object.entries(words.coreStatuses).map(([slug, name]) => ({ slug, name }));
  const known = statuses.length > 0 ? statuses : core;
  const offered = known.filter(({ slug }) => slug === current || isOffered(step, slug));
  const choices = offered.map(({ slug, name }) => ({ value: slug, text: name }));
  const isKnown = current === null || choices.some(({ value }) => value === current);
  return [
    { value: leaveAsItIs, text: words.leave },
    ...choices,
    // Before the shop's own have been read, nobody knows whether it has it.
    ...(isKnown ? [] : [{ value: current, text: statuses.length > 0 ? words.unknownStatus(current) : current }]),
  ];
}

function isOffered(step: WriteBackStep, slug: string): boolean {
  if (neverChosen.has(slug)) return false;
  return step === 'cancelled' ? !notWhenCancelled.has(slug) : slug !== 'cancelled';
}
