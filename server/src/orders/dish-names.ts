import type { Order, OrderSnapshot, SnapshotItem } from '@kasera/shared/order.ts';

/** What the catalogue calls a product or one of its variations; null: not known. */
export type NameOf = (productId: string, variationId: string | null) => string | null;

/**
 * Names the lines to which the shop gives no name after its catalogue ([SH6]). What a ticket has called a line before
 * stays, for another name would be another dish, with nothing of it done.
 */
export function withDishNames(
  snapshot: OrderSnapshot,
  held: Pick<Order, 'items'> | null,
  nameOf: NameOf,
): OrderSnapshot {
  if (!snapshot.items.some(isNameless)) return snapshot;
  const before = new Map(held?.items.map((item) => [item.id, item]));
  const items = snapshot.items.map((item): SnapshotItem => {
    if (!isNameless(item) || item.productId === null) return item;
    const known = before.get(item.id);
    const name = known?.productId === item.productId ? known.name : nameOf(item.productId, item.variationId);
    return name === null ? item : { ...item, name };
  });
  return { ...snapshot, items };
}

/** What a line is called to which the shop gives no name at all. */
export function namelessLine(id: string): string {
  return `#${id}`;
}

function isNameless({ id, productId, name }: SnapshotItem): boolean {
  return name === namelessLine(productId ?? id);
}
