import { createPreference } from '../live/preference.ts';
import type { Cell } from '../live/cell.ts';
import type { PrintWhat } from './print-what.ts';

export const printOnAcceptChoices = ['off', 'ticket', 'slip', 'both'] as const satisfies readonly ('off' | PrintWhat)[];
export type PrintOnAccept = (typeof printOnAcceptChoices)[number];

/** What this device prints when an order is accepted on it; nothing until somebody chooses. */
export function printOnAcceptPreference(storage: Storage): Cell<PrintOnAccept> {
  return createPreference<PrintOnAccept>(
    storage,
    'printOnAccept',
    (kept) => printOnAcceptChoices.find((choice) => choice === kept) ?? 'off',
  );
}
