import type { Guest } from '@kasera/shared/order.ts';
import { lineOf } from './text.ts';
import type { OrderPayload } from './woocommerce-payload.ts';

/**
 * The guest as cooking needs it: the first name and the initial of the last ("Andrés M."), from billing, else from
 * shipping, else ''. What looks like an address or a telephone number in the name's place is no name.
 */
export function readGuest(order: Pick<OrderPayload, 'billing' | 'shipping'>): Guest {
  return { name: nameOf(order.billing) || nameOf(order.shipping) };
}

function nameOf(person: OrderPayload['billing']): string {
  if (!person) return '';
  const first = lineOf(person.first_name, 40);
  const initial = /\p{L}/u.exec(lineOf(person.last_name, 80))?.[0]?.toUpperCase();
  const shown = /@|(?:\d[\s.-]*){6}/.test(first) ? '' : first;
  return [shown, initial === undefined ? '' : `${initial}.`].filter((part) => part !== '').join(' ');
}
