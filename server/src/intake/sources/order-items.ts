import type { ItemOption, SnapshotItem } from '@kasera/shared/order.ts';
import { namelessLine } from '../../orders/dish-names.ts';
import { readOptions } from './item-options.ts';
import { lineOf } from './text.ts';
import type { LineItem } from './woocommerce-payload.ts';

/** Turns the shop's lines into what is to be cooked; a line of none is left out. */
export function readItems(lines: readonly LineItem[]): SnapshotItem[] {
  return lines.filter((line) => line.quantity > 0).map(readItem);
}

function readItem(line: LineItem): SnapshotItem {
  const options = readOptions(line.meta_data);
  return {
    id: line.id,
    productId: line.product_id,
    variationId: line.variation_id,
    name: readName(line, options),
    quantity: line.quantity,
    options,
  };
}

/**
 * A variation's name repeats its choices ("Pizza al gusto - Familiar, Clásica"), which stand in the options anyway:
 * then the parent's name is enough. Where one choice is missing among the options the name stays whole.
 */
function readName(line: LineItem, options: readonly ItemOption[]): string {
  const name = lineOf(line.name, 300);
  const parent = line.parent_name === null || line.parent_name === undefined ? '' : lineOf(line.parent_name, 300);
  if (name === '') return parent || lineOf(line.sku, 100) || namelessLine(line.product_id ?? line.id);
  const joint = `${parent} - `;
  if (parent === '' || !name.startsWith(joint)) return name;
  const values = new Set(options.map((option) => option.value));
  const choices = name.slice(joint.length).split(', ');
  return choices.every((choice) => values.has(choice)) ? parent : name;
}
