import fc from 'fast-check';
import { expect, test } from 'vitest';
import { speaksOfAllergy, splitAllergy } from './allergy.ts';
import { kitchenSettingsSchema } from './kitchen-settings.ts';

const marked = (text: string) =>
  splitAllergy(text)
    .filter((piece) => piece.allergy)
    .map((piece) => piece.text);

test('[BD1] finds words of allergy in what a guest wrote, in Spanish and English', () => {
  expect(marked('ALERGIA: frutos secos!')).toEqual(['ALERGIA', 'frutos secos']);
  expect(marked('soy celíaca, sin gluten por favor')).toEqual(['celíaca', 'sin gluten']);
  expect(marked('She is allergic to peanuts and shellfish.')).toEqual(['allergic', 'peanuts', 'shellfish']);
  expect(marked('lactose-free milk')).toEqual(['lactose-free']);
});

test('[BD1] finds them however the accents are composed', () => {
  expect(marked('Alérgico al marisco'.normalize('NFD'))).toEqual(['Alérgico', 'marisco']);
});

test('[BD1] leaves other words alone', () => {
  for (const text of ['Donuts', 'frutos rojos', 'llamar al timbre', 'mañana', 'Coconutty', 'minuto']) {
    expect(speaksOfAllergy(text)).toBe(false);
  }
});

test('[BD1] never loses a letter of the text it marks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const whole = splitAllergy(text)
        .map((piece) => piece.text)
        .join('');
      expect(whole).toBe(text.normalize('NFC'));
    }),
  );
});

test('[TK2a] finds the kitchen’s own words too, in the plural, however they are spaced', () => {
  const own = (text: string) =>
    splitAllergy(text, ['apio', 'nueces de macadamia', 'gluten', 'C++ (mix)', ' '])
      .filter((piece) => piece.allergy)
      .map((piece) => piece.text);
  expect(own('sin Apios, nueces  de macadamia; gluten-free')).toEqual(['Apios', 'nueces  de macadamia', 'gluten-free']);
  expect(own('con c++ (mix) y apiario')).toEqual(['c++ (mix)']);
  expect([speaksOfAllergy('sin apio'), speaksOfAllergy('sin apio', ['apio'])]).toEqual([false, true]);
});

test('[TK2a] finds a word with a dash, as additives are written', () => {
  expect(splitAllergy('sin E-120, por favor', ['e-120'])).toEqual([
    { text: 'sin ', allergy: false },
    { text: 'E-120', allergy: true },
    { text: ', por favor', allergy: false },
  ]);
});

test('[TK2a] whatever words an owner can save, a text is split and stays whole', () => {
  const savable = kitchenSettingsSchema.shape.allergyWords;
  const signs = fc.string({ unit: fc.constantFrom(...Array.from('aé1 -/.*+?^${}()|[]\\&,<>=!#~\u0301')) });
  const letters = fc.oneof(signs, fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(fc.array(letters), letters, (words, text) => {
      const saved = words.flatMap((word) => savable.safeParse([word]).data ?? []);
      const whole = splitAllergy(`${text} ${saved.join(' ')}`, saved).map((piece) => piece.text);
      expect(whole.join('')).toBe(`${text} ${saved.join(' ')}`.normalize('NFC'));
    }),
    { numRuns: 50 },
  );
});
