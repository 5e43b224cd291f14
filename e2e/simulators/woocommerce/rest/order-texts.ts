import type { KeptOrder } from '../order-book.ts';
import { pickFields, writeAtHome } from './collection.ts';

/** Orders as JSON text. */
export interface OrderTexts {
  write(held: KeptOrder, fields?: readonly string[]): string;
}

/** Writes each order once for each of its changes, so that long lists cost little. */
export function createOrderTexts(home: string): OrderTexts {
  const whole = new WeakMap<KeptOrder, { revision: number; text: string }>();
  return {
    write(held, fields = []) {
      if (fields.length > 0) return writeAtHome(pickFields(held.order, fields), home);
      const known = whole.get(held);
      if (known?.revision === held.revision) return known.text;
      const text = writeAtHome(held.order, home);
      whole.set(held, { revision: held.revision, text });
      return text;
    },
  };
}
