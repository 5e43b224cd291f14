import { expect, test } from 'vitest';
import { readKind } from './order-kind.ts';

const order = (
  methods: (string | null)[],
  meta: Record<string, unknown> = {},
  shippingMeta: Record<string, unknown> = {},
) => ({
  meta_data: toMetas(meta),
  shipping_lines: methods.map((method_id) => ({ method_id, meta_data: toMetas(shippingMeta) })),
});
const toMetas = (meta: Record<string, unknown>) => Object.entries(meta).map(([key, value]) => ({ key, value }));

test.each([
  [[], 'unknown'],
  [[''], 'unknown'],
  [[null], 'unknown'],
  [['flat_rate'], 'delivery'],
  [['free_shipping:4'], 'delivery'],
  [['table_rate'], 'delivery'],
  [['local_pickup'], 'pickup'],
  [['pickup_location'], 'pickup'],
  [['local_pickup_plus'], 'pickup'],
  [['dine_in'], 'dine-in'],
  [['', 'local_pickup'], 'pickup'],
  [['flat_rate', 'local_pickup'], 'delivery'],
])('[OR3e] reads the kind from the first shipping line that says it: %j is %s', (methods, kind) => {
  expect(readKind(order(methods))).toEqual({ kind, place: null });
});

test.each([
  [{ _orderable_table_name: 'Mesa 7' }, 'Mesa 7'],
  [{ table_number: 12 }, '12'],
  [{ mesa: '<b>Terraza</b> 3' }, 'Terraza 3'],
])('[OR3e] a table makes it dine-in, whatever the shipping says: %j', (meta, place) => {
  expect(readKind(order(['flat_rate'], meta))).toEqual({ kind: 'dine-in', place });
});

test.each([
  [{ _orderable_service_type: 'pickup' }, 'pickup'],
  [{ delivery_type: 'delivery' }, 'delivery'],
  [{ exwfood_order_method: 'takeaway' }, 'pickup'],
  [{ exwfood_order_method: 'dinein' }, 'dine-in'],
  [{ _wfs_service_type: 'Pickup' }, 'pickup'],
  [{ order_type: 'A domicilio' }, 'delivery'],
  [{ order_type: 'Envío' }, 'delivery'],
  [{ pi_delivery_type: 'non-deliverable', order_type: 'Dine-In' }, 'dine-in'],
  [{ order_type: 'web', table_number: '0' }, 'unknown'],
])("[OR3e] takes a food plugin's word: %j is %s", (meta, kind) => {
  expect(readKind(order([], meta)).kind).toBe(kind);
});

test('[OR3e] names the pickup location, and only for a pickup', () => {
  expect(readKind(order(['pickup_location'], {}, { pickup_location: 'Local Centro' })).place).toBe('Local Centro');
  expect(readKind(order(['local_pickup'], { pickup_location: 'Calle Mayor' })).place).toBe('Calle Mayor');
  expect(readKind(order(['flat_rate'], { pickup_location: 'Calle Mayor' })).place).toBeNull();
});
