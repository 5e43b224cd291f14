import { expect, test } from 'vitest';
import type { AudienceRule } from './audience.ts';
import { parseAudience, parseFallbackAudience, resolveAudience, targetingOf } from './audience.ts';

const kitchen: AudienceRule = { type: 'segment', name: 'Kitchen' };

test('[PU1] an audience is external ids, a segment, the customer of the order, or all', () => {
  expect(parseAudience(' external_id: kim, sam,kim, ')).toEqual({
    type: 'ok',
    rule: { type: 'external-ids', externalIds: ['kim', 'sam'] },
  });
  expect(parseAudience('segment:Night shift: grill')).toEqual({
    type: 'ok',
    rule: { type: 'segment', name: 'Night shift: grill' },
  });
  expect(parseAudience('customer_id')).toEqual({ type: 'ok', rule: { type: 'customer-id' } });
  expect(parseAudience('all')).toEqual({ type: 'ok', rule: { type: 'all' } });
});

test('[PU1] a faulty audience is answered with a sentence that says what would be right', () => {
  for (const text of ['', 'All', 'external_id:', 'external_id: , ', 'segment:', 'kim,sam', 'customer_id:7']) {
    const parsed = parseAudience(text);
    expect(parsed).toMatchObject({ type: 'fault' });
    expect(parsed.type === 'fault' && parsed.message).toContain('write external_id:kim,sam');
  }
  expect(parseFallbackAudience('customer_id')).toMatchObject({ type: 'fault' });
  expect(parseFallbackAudience('all')).toMatchObject({ type: 'ok' });
});

test('[PU1] there is no default: without an audience nobody is told', () => {
  expect(resolveAudience({ customerId: '7' }, { audience: null, fallback: kitchen })).toEqual({ type: 'none' });
});

test('[PU1] customer_id tells the order’s customer, and the fallback where it is 0 or missing', () => {
  const config = { audience: { type: 'customer-id' } as const, fallback: kitchen };
  expect(resolveAudience({ customerId: '7' }, config)).toEqual({
    type: 'audience',
    key: 'external_id:7',
    targeting: { type: 'external-ids', externalIds: ['7'] },
  });
  for (const customerId of ['0', '', null]) {
    expect(resolveAudience({ customerId }, config)).toMatchObject({ key: 'segment:Kitchen' });
    expect(resolveAudience({ customerId }, { ...config, fallback: null })).toEqual({ type: 'none' });
  }
});

test('[PU1] the key of an audience reads back as the same targeting', () => {
  for (const text of ['external_id:kim,sam', 'segment:Night shift', 'all']) {
    const parsed = parseAudience(text);
    if (parsed.type !== 'ok') throw new Error(parsed.message);
    const found = resolveAudience({ customerId: null }, { audience: parsed.rule, fallback: null });
    expect(found).toMatchObject({ key: text, targeting: parsed.rule });
    expect(targetingOf(text)).toEqual(parsed.rule);
  }
  expect(targetingOf('customer_id')).toBeNull();
  expect(targetingOf('nobody in particular')).toBeNull();
});
