import { expect, test } from 'vitest';
import { optionLine } from './options.ts';

const cases: [name: string, value: string, sign: string, text: string][] = [
  ['Sin cebolla', 'Sí', 'minus', 'Sin cebolla'],
  ['Sin', 'cebolla', 'minus', 'Sin cebolla'],
  ['No onions', 'Yes', 'minus', 'No onions'],
  ['Without', 'nuts', 'minus', 'Without nuts'],
  ['Extra queso', '+1,50 €', 'plus', 'Extra queso'],
  ['Extra queso', '(€1.50)', 'plus', 'Extra queso'],
  ['Extra queso (1,50 €)', 'Mozzarella', 'plus', 'Extra queso: Mozzarella'],
  ['Extra', 'queso', 'plus', 'Extra queso'],
  ['Quitar', 'Sin cebolla', 'minus', 'Sin cebolla'],
  ['Añadir', 'Extra queso', 'plus', 'Extra queso'],
  ['Add', 'no onions', 'plus', 'Add no onions'],
  ['Extra queso', '2', 'plus', 'Extra queso: 2'],
  ['Doble carne', '', 'plus', 'Doble carne'],
  ['Extras', 'queso, bacon', 'plus', 'Extras: queso, bacon'],
  ['Emoji 🥓', 'extra 🧀🧀', 'plus', 'Emoji 🥓: extra 🧀🧀'],
  ['Sin 🧅 cebolla', 'Sí', 'minus', 'Sin 🧅 cebolla'],
  ['🧅 Sin cebolla', '', 'minus', '🧅 Sin cebolla'],
  ['🌶️ Extra picante', 'Sí', 'plus', '🌶️ Extra picante'],
  ['Ingredientes', 'Sin cebolla', 'minus', 'Ingredientes: Sin cebolla'],
  ['', 'Sin tomate', 'minus', 'Sin tomate'],
  ['Masa', 'Fina', 'plain', 'Masa: Fina'],
  ['Masa', 'Masa sin gluten', 'plain', 'Masa sin gluten'],
  ['Punto', 'al punto', 'plain', 'Punto: al punto'],
  ['Tamaño', 'Familiar', 'plain', 'Tamaño: Familiar'],
];

test.each(cases)('[OR3] says the option %s = %s with its sign, as a cook would', (name, value, sign, text) => {
  expect(optionLine({ name, value })).toEqual({ sign, text });
});

test('[OR3] does not take a declined extra for an extra', () => {
  expect(optionLine({ name: 'Extra queso', value: 'No' })).toEqual({ sign: 'plain', text: 'Extra queso: No' });
  expect(optionLine({ name: 'Sin cebolla', value: 'No' })).toEqual({ sign: 'plain', text: 'Sin cebolla: No' });
  expect(optionLine({ name: 'Cebolla', value: 'No' })).toEqual({ sign: 'minus', text: 'Cebolla: No' });
});

test('[OR3] finds a sign only in whole words', () => {
  for (const name of ['Nota', 'Noodles', 'Confit', 'Single', 'Sinaloa', 'Adderall', 'Extraño', 'nº']) {
    expect(optionLine({ name, value: 'x y' })).toMatchObject({ sign: 'plain' });
  }
});

test('[OR3] reads "Masa: Sin gluten" as how it is made, not as something taken off', () => {
  expect(optionLine({ name: 'Masa', value: 'Sin gluten' })).toEqual({ sign: 'plain', text: 'Masa: Sin gluten' });
});

test('[OR3] says nothing of an option without any text', () => {
  expect(optionLine({ name: ' ', value: '' })).toBeNull();
});
