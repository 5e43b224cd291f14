import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineOf, readableText } from './text.ts';

const note = (text: unknown): string => readableText(text, { maxCharacters: 4_000, lines: true });
const noControl = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]/;

test.each([
  ['<b>Pizza</b> <i>fina</i>', 'Pizza fina'],
  ['Pizza <img src=x onerror=alert(1)> 🍍', 'Pizza 🍍'],
  ['<script>alert("xss")</script> “Sin sal” & <b>sin prisa</b>', '“Sin sal” & sin prisa'],
  ['<STYLE>p{}</STYLE>a<script>never closed', 'anever closed'],
  ['a<!-- hidden -->b<?php echo 1 ?>c', 'abc'],
  ['Jamón<br>Queso</p><p>Atún', 'Jamón Queso Atún'],
  ['5 < 6', '5 < 6'],
  ['<3', '<3'],
  ['I <3 pizza > all', 'I <3 pizza > all'],
  ['write to <ana@example.test>', 'write to <ana@example.test>'],
  ['a <b unfinished', 'a <b unfinished'],
])('[OR3] removes tags and keeps a lone "<": %s', (given, expected) => {
  expect(lineOf(given)).toBe(expected);
});

test.each([
  ['Jamón &amp; Piña &times; 2', 'Jamón & Piña × 2'],
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['&lt;b&gt; 5 &#60; 6 &#x3C; 7', '<b> 5 < 6 < 7'],
  ['Men&uacute; del d&iacute;a 12&nbsp;&euro;', 'Menú del día 12 €'],
  ['&unknown; &#xd800; &#9999999; R&B & co', '&unknown; R&B & co'],
  ['bell&#7; nul&#0;', 'bell nul'],
])('[OR3] decodes entities once: %s', (given, expected) => {
  expect(lineOf(given)).toBe(expected);
});

test('[OR3] drops control characters, NUL and direction overrides, and keeps emoji whole', () => {
  expect(lineOf('a\u0000b\u0007\u202ertl\u202c\u2066x\u2069 👨‍👩‍👧‍👦 🌶️ عربى 中文')).toBe('abrtlx 👨‍👩‍👧‍👦 🌶️ عربى 中文');
  expect(lineOf('half \ud83c surrogate')).toBe('half \ufffd surrogate');
});

test('[OR3] keeps the lines of a note, and only of a note', () => {
  expect(note('uno\r\ndos\rtres\n\n\n\n  cuatro  \n')).toBe('uno\ndos\ntres\n\ncuatro');
  expect(lineOf('uno\r\ndos\ttres')).toBe('uno dos tres');
});

test('[OR3a] cuts a huge text and says how much is missing', () => {
  expect(note('x'.repeat(4_000))).toBe('x'.repeat(4_000));
  expect(note('x'.repeat(10_000))).toBe(`${'x'.repeat(4_000)}… [+6000]`);
  expect(lineOf('ab🍕cd', 3)).toBe('ab… [+4]');
});

test('[OR3] writes numbers out and takes anything else for nothing', () => {
  expect([7, null, undefined, true, {}, []].map((value) => lineOf(value))).toEqual(['7', '', '', '', '', '']);
});

test('[OR3] never lets a control character through and never throws', () => {
  const hostile = fc.string({ unit: 'binary', maxLength: 300 });
  const marked = fc
    .array(
      fc.constantFrom('<', '>', '&', ';', '/', 'b', 'script', '&#0;', '&#x202e;', '\u0000', '\r', ' ', '\ud800', 'é'),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(hostile, marked), (text) => {
      expect(note(text)).not.toMatch(noControl);
      expect(lineOf(text)).not.toMatch(noControl);
      expect(lineOf(text)).not.toContain('\n');
      expect(note(text).isWellFormed()).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('[OR3] leaves plain text as it is', () => {
  const words = fc.array(fc.stringMatching(/^[\p{L}\p{N}\p{P}\p{Sc}\p{Extended_Pictographic}]{1,12}$/u), {
    minLength: 1,
  });
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join(' ').replace(/[<&]/g, '+');
      expect(readableText(text, { maxCharacters: 10_000, lines: true })).toBe(text);
    }),
  );
});

test('[OR3b] takes time in proportion to the text, however hostile', () => {
  const hostile = ['<', '<a', '<a ', '&', '&#', '<script>', '</script', '<script ', ' ', '\n', '<!', '&amp;', '\t\n '];
  for (const part of hostile) {
    const text = part.repeat(Math.ceil(300_000 / part.length));
    const started = performance.now();
    note(text);
    lineOf(text);
    // Some 50 ms; a squared scan would take minutes. The margin is for a busy machine.
    expect(performance.now() - started, JSON.stringify(part)).toBeLessThan(5_000);
  }
});
