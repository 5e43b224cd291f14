import type { Row, Section } from '../bench.ts';

const columns = ['', 'Kasera', 'beside', 'ratio', 'aim', ''] as const;

/** Writes all sections as one table, with the remarks of each below it. */
export function writeTable(sections: readonly Section[]): string {
  const lines = sections.map(({ rows }) => rows.map(cellsOf));
  const widths = columns.map((title, at) =>
    Math.max(...[[...columns], ...lines.flat()].map((cells) => cells[at]?.length ?? title.length)),
  );
  const write = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  const written = sections.flatMap(({ title, remarks }, at) => [
    '',
    title,
    ...(lines[at] ?? []).map((cells) => write(cells)),
    ...remarks.map((remark) => `  · ${remark}`),
  ]);
  return [write(columns), rule, ...written.slice(1), rule].join('\n');
}

function cellsOf({ what, kasera, beside, ratio, aim, met }: Row): string[] {
  return [`  ${what}`, kasera, beside, ratio, aim, met === null ? '' : met ? 'met' : 'NOT met'];
}
