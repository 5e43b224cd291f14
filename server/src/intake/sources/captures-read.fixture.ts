import type { OrderSnapshot, SnapshotItem } from '@kasera/shared/order.ts';

const gmt = (time: string): number => Date.parse(`2026-11-20T${time}Z`);

type Option = readonly [name: string, value: string];

function item(
  id: number,
  product: number | null,
  name: string,
  quantity: number,
  options: Option[] = [],
): SnapshotItem {
  return {
    id: String(id),
    productId: product === null ? null : String(product),
    variationId: null,
    name,
    quantity,
    options: options.map(([option, value]) => ({ name: option, value })),
  };
}

const variation = (variationId: number, of: SnapshotItem): SnapshotItem => ({
  ...of,
  variationId: String(variationId),
});

/** A guest's order in processing, to be paid at the door, of no known kind: what most recorded ones are. */
function order(
  externalId: string,
  [guest, total]: readonly [string, string],
  [placed, modified]: readonly [string, string],
  items: SnapshotItem[],
  rest: Partial<OrderSnapshot> = {},
): OrderSnapshot {
  return {
    source: 'woocommerce',
    externalId,
    number: externalId,
    shopStatus: 'processing',
    placedAt: gmt(placed),
    modifiedAt: gmt(modified),
    paidAt: null,
    kind: 'unknown',
    place: null,
    guest: { name: guest },
    note: '',
    items,
    promisedAt: null,
    payment: 'collect',
    total,
    currency: 'EUR',
    customerId: '0',
    partialRefund: false,
    ...rest,
  };
}

const flan = (id: number, quantity: number): SnapshotItem => item(id, 18, 'Flan de huevo', quantity);
const croquetas = (id: number, quantity: number): SnapshotItem => item(id, 15, 'Croquetas caseras (8 uds.)', quantity);
const agua = (id: number, quantity: number): SnapshotItem => item(id, 16, 'Agua con gas 50 cl', quantity);
const margarita = (id: number, quantity: number, options?: Option[]): SnapshotItem =>
  item(id, 11, 'Pizza Margarita', quantity, options);
const jamonYPina = (id: number, quantity: number): SnapshotItem => item(id, 12, 'Pizza Jamón & Piña 🍍', quantity);
const sangria = (id: number): SnapshotItem => item(id, 17, 'Sangría de la casa 1 L 🍷', 1);
const cremeBrulee = (id: number): SnapshotItem => item(id, 19, 'Crème brûlée «à l’ancienne»', 1);
const polloAlCarbon = (id: number, quantity: number): SnapshotItem => item(id, 14, '½ Pollo al carbón', quantity);

/** What the recorded orders say to a cook: read off their bodies by eye, whole, so that nothing slips in unseen. */
export const readByEye: Readonly<Record<string, OrderSnapshot>> = {
  'order-created-guest': order('74', ['Lucía P.', '13.10'], ['23:24:36', '23:24:36'], [margarita(1, 1), agua(2, 2)]),
  'order-created-customer': order(
    '75',
    ['María José N.', '25.29'],
    ['23:24:37', '23:24:37'],
    [polloAlCarbon(4, 2), cremeBrulee(5)],
    { kind: 'delivery', customerId: '2' },
  ),
  'order-created-variation-addons': order(
    '76',
    ['Íñigo E.', '61.00'],
    ['23:24:38', '23:24:38'],
    [
      variation(
        26,
        item(8, 22, 'Pizza al gusto', 1, [
          ['Tamaño', 'Familiar'],
          ['Masa', 'Clásica'],
          ['Sin cebolla', 'Sí'],
          ['Extra queso', '+1,50 €'],
          ['Ingredientes', 'Champiñones, Jalapeños, Anchoas'],
        ]),
      ),
      variation(
        29,
        item(9, 27, 'Entrecot a la parrilla', 2, [
          ['Punto de la carne', 'Al punto'],
          ['Guarnición', 'Patatas fritas'],
          ['Alergias', 'Sin gluten'],
        ]),
      ),
      margarita(10, 1, [['Mitad y mitad', 'Jamón, Atún']]),
    ],
    { kind: 'pickup' },
  ),
  'order-created-delivery-note-fee-coupon': order(
    '77',
    ['Andrés M.', '39.07'],
    ['23:24:40', '23:24:40'],
    [jamonYPina(13, 1), croquetas(14, 2), sangria(15)],
    {
      kind: 'delivery',
      note: 'Llamar al telefonillo 2D.\nSin prisa, pero caliente por favor.\nAlergia a los frutos secos!',
      promisedAt: Date.parse('2026-11-21T20:30:00Z'),
    },
  ),
  'order-created-local-pickup-onhold': order(
    '78',
    ['Begoña A.', '34.80'],
    ['23:24:42', '23:24:42'],
    [flan(21, 3), item(22, 13, 'Chuletón de añojo a la brasa (500 g)', 1)],
    { kind: 'pickup', shopStatus: 'on-hold', payment: 'unpaid', note: 'Paso a recoger a las 14:00' },
  ),
  'order-created-quantity-zero-price': order(
    '80',
    ['Óscar P.', '105.00'],
    ['23:24:46', '23:24:46'],
    [polloAlCarbon(67, 12), item(68, 20, 'Servilletas y cubiertos', 5), agua(69, 1)],
    { kind: 'pickup' },
  ),
  'order-created-xss-unicode': order(
    '81',
    ['O.', '20.50'],
    ['23:24:47', '23:24:48'],
    [
      item(72, 12, 'Pizza 🍍', 1, [
        ['Nota', ''],
        ['Emoji 🥓', 'extra 🧀🧀'],
      ]),
      cremeBrulee(73),
    ],
    { kind: 'delivery', note: '“Sin sal” & sin prisa 🌶️🔥 👨‍👩‍👧‍👦 عربى 中文 rtl' },
  ),
  'order-created-blocks-checkout-delivery': order(
    '93',
    ['Carmen S.', '45.80'],
    ['23:27:47', '23:27:49'],
    [
      jamonYPina(101, 2),
      variation(
        23,
        item(102, 22, 'Pizza al gusto', 1, [
          ['Masa', 'Fina'],
          ['Tamaño', 'Mediana'],
        ]),
      ),
      sangria(103),
    ],
    { kind: 'delivery', note: 'Portal azul 🔵, tocar dos veces' },
  ),
  'order-created-blocks-checkout-pickup-location': order(
    '94',
    ['Tomás G.', '18.50'],
    ['23:27:50', '23:27:51'],
    [
      variation(30, item(107, 27, 'Entrecot a la parrilla', 1, [['Punto de la carne', 'Muy hecho']])),
      item(108, 20, 'Servilletas y cubiertos', 2),
    ],
    { kind: 'pickup', place: 'Local Centro' },
  ),
  'order-created-blocks-xss': order('98', ['Ana A.', '6.49'], ['23:28:23', '23:28:24'], [flan(118, 1)], {
    kind: 'delivery',
    shopStatus: 'on-hold',
    payment: 'unpaid',
    note: '¡Ojo! ñ 🌮 negrita & "comillas"',
  }),
  'order-created-classic-checkout-addons': order(
    '97',
    ['Jesús M.', '36.20'],
    ['23:27:56', '23:27:56'],
    [
      variation(
        25,
        item(113, 22, 'Pizza al gusto', 2, [
          ['Tamaño', 'Familiar'],
          ['Masa', 'Fina'],
          ['Sin cebolla', 'Sí'],
          ['Extra queso (1,50 €)', 'Mozzarella'],
          ['Nota', 'bien hecha 🔥'],
        ]),
      ),
      croquetas(114, 1),
    ],
    { kind: 'pickup', note: 'Alérgico al marisco 🦐' },
  ),
  'order-created-late-already-completed': order(
    '99',
    ['Iker G.', '9.90'],
    ['23:33:15', '23:33:16'],
    [margarita(120, 1)],
    { shopStatus: 'completed', payment: 'paid', paidAt: gmt('23:33:16'), note: 'segunda edición' },
  ),
  'order-updated-product-deleted': order(
    '114',
    ['Nerea I.', '13.70'],
    ['23:38:42', '23:38:44'],
    [item(147, null, 'Tortilla (descatalogada)', 2), flan(148, 1)],
    { note: 'editado después de borrar el producto' },
  ),
  'order-created-manual-no-billing-no-product': order(
    '115',
    ['', '9.68'],
    ['23:38:45', '23:38:45'],
    [item(151, null, 'Ración fuera de carta', 1)],
  ),
  'order-created-no-items-fee-only': order('116', ['Nerea I.', '24.20'], ['23:38:46', '23:38:46'], []),
  'order-created-custom-number': order('119', ['Nerea I.', '7.20'], ['23:38:50', '23:38:50'], [croquetas(164, 1)], {
    number: 'T-2026-00119',
  }),
  'order-created-decimal-quantity': order(
    '121',
    ['Peso', '13.12'],
    ['23:38:54', '23:38:54'],
    [polloAlCarbon(168, 1.5)],
    { paidAt: gmt('23:38:54'), payment: 'paid' },
  ),
  'order-updated-partial-refund': order(
    '82',
    ['Sofía R.', '38.59'],
    ['23:25:53', '23:26:00'],
    [margarita(78, 3), flan(80, 1), agua(83, 2)],
    {
      kind: 'delivery',
      shopStatus: 'completed',
      payment: 'paid',
      paidAt: gmt('23:25:59'),
      partialRefund: true,
      note: 'Cambio: sin queso, por favor',
    },
  ),
};
