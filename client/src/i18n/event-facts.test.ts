import type { OrderStory } from '@kasera/shared/history.ts';
import type { OrderEventType } from '@kasera/shared/order-change.ts';
import type { OrderKind } from '@kasera/shared/order.ts';
import { expect, test } from 'vitest';
import { factsOf } from './event-facts.ts';
import { storyEn } from './story-en.ts';
import { storyEs } from './story-es.ts';

type StoryEvent = OrderStory['events'][number];

/** What each kind of event may carry, richest first. */
const details: Record<OrderEventType, StoryEvent['detail'][]> = {
  arrived: [{ arrivedLate: true, shopStatus: 'processing' }, {}],
  changed: [{ shopStatus: 'on-hold' }, { reopened: true }, {}],
  cancelled: [{ shopStatus: 'refunded', was: 'preparing' }, { was: 'new' }, {}],
  restored: [{ stopSeen: true }],
  'closed-in-shop': [{}],
  acknowledged: [{ promisedAt: 1 }, { promisedAt: 1, nothingToCook: true }, {}],
  'item-done': [{ itemId: 'i1', stations: 'grill,fryer' }, { itemId: 'gone' }],
  'item-undone': [{ itemId: 'i1' }, {}],
  ready: [{ stations: 'grill' }, {}],
  completed: [{}],
  recalled: [{ from: 'ready' }, {}],
  confirmed: [{ stations: 'grill' }, {}],
  note: [{ allergy: true }, { allergy: false }],
  'part-ready': [{ stations: 'grill' }, {}],
  'part-recalled': [{ stations: 'grill' }, {}],
  delayed: [{ minutes: 10, promisedAt: 1 }],
  rushed: [{ why: 'rush' }, { why: 'driver' }, { why: null }],
  fired: [{}],
  postponed: [{ promisedAt: 1 }],
  'put-away': [{ was: 'acknowledged' }],
  routed: [{}],
};

function isEventType(name: string): name is OrderEventType {
  return Object.hasOwn(details, name);
}

function say(
  type: OrderEventType,
  detail: StoryEvent['detail'],
  own: Partial<StoryEvent> = {},
  kind: OrderKind = 'delivery',
) {
  const event: StoryEvent = { version: 1, type, at: 0, actor: 'kitchen', screen: null, stations: [], detail, ...own };
  const item = { id: 'i1', productId: null, variationId: null, name: 'Pizza', quantity: 1, options: [] };
  const facts = factsOf(event, {
    order: { kind, items: [{ ...item, doneQuantity: 0, done: false, change: null }] },
    stationName: (id) => id.toUpperCase(),
    status: (code) => `<${code}>`,
    time: () => '20:41',
  });
  return [storyEn.events[type](facts), storyEs.events[type](facts)] as const;
}

test('[SC2] every kind of event has a sentence in both languages, whatever it carries and whoever did it', () => {
  for (const [type, all] of Object.entries(details)) {
    for (const detail of all) {
      for (const actor of ['shop', 'kitchen', 'kasera'] as const) {
        if (!isEventType(type)) throw new Error(`no event ${type}`);
        const [english, spanish] = say(type, detail, { actor });
        for (const sentence of [english, spanish]) {
          expect(sentence).toMatch(/^[+\p{Lu}]/u);
          expect(sentence).not.toMatch(/undefined|null|NaN|\[object| {2}/);
        }
        expect(english).not.toBe(spanish);
      }
    }
  }
});

test('[SC2] a sentence names the dish, the stations, the promise and the reason', () => {
  expect(say('item-done', { itemId: 'i1', stations: 'grill,fryer' })).toEqual([
    'Pizza done at GRILL, FRYER',
    'Pizza, hecho en GRILL, FRYER',
  ]);
  expect(say('part-ready', {}, { stations: ['grill'] })[0]).toBe('GRILL: part ready');
  expect(say('delayed', { minutes: 10, promisedAt: 1 })[0]).toBe('+10 min, now promised for 20:41');
  expect(say('recalled', { from: 'completed' })[0]).toBe('Recalled, was <completed>');
  expect(say('cancelled', { shopStatus: 'refunded' }, { actor: 'shop' })[0]).toBe(
    'Cancelled in the shop, now “refunded”',
  );
  expect(say('rushed', { why: 'driver' })[0]).toBe('The driver is here: rush');
  expect(say('rushed', { why: 'driver' }, {}, 'pickup')).toEqual([
    'The guest is here: rush',
    'El cliente está aquí: urgente',
  ]);
});
