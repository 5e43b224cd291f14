import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Order, OrderSnapshot, ShopSignal } from '../order.ts';
import { anySnapshot } from '../testing/any-story.ts';
import { deepFreeze, sampleContext, sampleRules } from '../testing/sample-signal.ts';
import { settled } from '../testing/settled.ts';
import { rankOf } from './shop-status.ts';
import { decideSignal } from './signal.ts';

interface Deliveries {
  one: OrderSnapshot[];
  other: OrderSnapshot[];
}

/** Messages of one order that differ in (second, rank), each at least once, in two orders of arrival. */
function deliveries(message = anySnapshot): fc.Arbitrary<Deliveries> {
  const place = ({ modifiedAt, shopStatus }: OrderSnapshot) => `${modifiedAt} ${rankOf(shopStatus)}`;
  return fc.uniqueArray(message, { minLength: 1, maxLength: 7, selector: place }).chain((messages) => {
    const repeats = fc.shuffledSubarray([...messages, ...messages]);
    const arrival = repeats.chain((some) => {
      const all = [...messages, ...some];
      return fc.shuffledSubarray(all, { minLength: all.length });
    });
    return fc.record({ one: arrival, other: arrival });
  });
}

function arrive(held: Order | null, messages: OrderSnapshot[], onHoldIsNew: boolean): Order | null {
  const context = sampleContext({ rules: { ...sampleRules, onHoldIsNew } });
  return messages.reduce<Order | null>((order, snapshot) => {
    const signal: ShopSignal = { type: 'snapshot', snapshot, restored: false };
    return decideSignal(deepFreeze(order), deepFreeze(signal), context).order;
  }, held);
}

const settledOrNull = (order: Order | null) => order && settled(order);

test('[OR2a] every order of arrival, with any repetition, ends in the same order', () => {
  fc.assert(
    fc.property(deliveries(), fc.boolean(), ({ one, other }, onHoldIsNew) => {
      expect(settledOrNull(arrive(null, other, onHoldIsNew))).toEqual(settledOrNull(arrive(null, one, onHoldIsNew)));
    }),
    { numRuns: 2000 },
  );
});

test('[OR2a] each message alone, again at the end, and all of them backwards end in the same order', () => {
  fc.assert(
    fc.property(deliveries(), fc.boolean(), ({ one }, onHoldIsNew) => {
      const end = arrive(null, one, onHoldIsNew);
      expect(settledOrNull(arrive(null, one.toReversed(), onHoldIsNew))).toEqual(settledOrNull(end));
      expect(arrive(end, one, onHoldIsNew)?.status).toBe(end?.status);
    }),
    { numRuns: 500 },
  );
});

test('[OR2b] where all agree on when it was placed and promised, every order of arrival is as late', () => {
  const agreed = fc.tuple(anySnapshot, deliveries()).map(([{ placedAt, promisedAt }, { one, other }]) => {
    const agree = (snapshot: OrderSnapshot) => ({ ...snapshot, placedAt, promisedAt });
    return { one: one.map(agree), other: other.map(agree) };
  });
  fc.assert(
    fc.property(agreed, fc.boolean(), ({ one, other }, onHoldIsNew) => {
      const [first, second] = [arrive(null, one, onHoldIsNew), arrive(null, other, onHoldIsNew)];
      expect(second?.arrivedLate).toBe(first?.arrivedLate);
    }),
    { numRuns: 1000 },
  );
});

test('[OR2c] a deletion holds where it arrives; before it and after it the order of arrival does not matter', () => {
  const later = anySnapshot.map((snapshot) => ({ ...snapshot, modifiedAt: snapshot.modifiedAt + 10_000 }));
  fc.assert(
    fc.property(deliveries(), deliveries(later), fc.boolean(), (before, after, onHoldIsNew) => {
      const ends = (['one', 'other'] as const).map((way) => {
        const gone = deleted(arrive(null, before[way], onHoldIsNew), onHoldIsNew);
        return [gone, arrive(gone, after[way], onHoldIsNew)].map(settledOrNull);
      });
      expect(ends[1]).toEqual(ends[0]);
    }),
    { numRuns: 1000 },
  );
});

test('[OR2c] after a deletion nothing of its second or earlier brings the order back', () => {
  fc.assert(
    fc.property(deliveries(), deliveries(), fc.boolean(), (before, late, onHoldIsNew) => {
      const gone = deleted(arrive(null, before.one, onHoldIsNew), onHoldIsNew);
      const notNewer = late.one.filter(({ modifiedAt }) => modifiedAt <= (gone?.shop.modifiedAt ?? 0));
      const status = arrive(gone, notNewer, onHoldIsNew)?.status;
      expect(['unreleased', 'cancelled']).toContain(status);
    }),
    { numRuns: 1000 },
  );
});

function deleted(held: Order | null, onHoldIsNew: boolean): Order | null {
  const signal: ShopSignal = { type: 'deleted', source: 'woocommerce', externalId: '82' };
  return decideSignal(deepFreeze(held), signal, sampleContext({ rules: { ...sampleRules, onHoldIsNew } })).order;
}
