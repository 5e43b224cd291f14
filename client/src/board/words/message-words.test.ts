import { expect, test } from 'vitest';
import { en } from '../../i18n/en.ts';
import { es } from '../../i18n/es.ts';
import { messageWords } from './message-words.ts';

const sold = (openIn: string[]) => ({ type: 'sold-out', name: 'Salmon', openIn }) as const;

test('[SH7.5] who sells something out is told which open orders still have it', () => {
  expect(messageWords(sold([]), en)).toBe('Salmon: sold out.');
  expect(messageWords(sold(['1042']), en)).toBe('Salmon: sold out, still in 1 open order: #1042');
  expect(messageWords(sold(['1042', '1043']), es)).toBe('Salmon: agotado, aún en 2 pedidos abiertos: #1042 #1043');
});

test('[SH7.5] more numbers than fit are counted, and not all named', () => {
  const numbers = Array.from({ length: 12 }, (_, index) => `${index}`);
  expect(messageWords(sold(numbers), en)).toBe('Salmon: sold out, still in 12 open orders: #0 #1 #2 #3 #4 #5 #6 #7 …');
});
