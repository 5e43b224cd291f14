import spec from '../../SPEC.md?raw';

/** One cell of a table of `shared/SPEC.md`. */
export interface SpecCell {
  row: string;
  column: string;
  cell: string;
}

/** The cells of the table that follows a heading in `shared/SPEC.md`, so that the document itself is what is tested. */
export function specTable(heading: string): SpecCell[] {
  const [, section = ''] = spec.split(`\n### ${heading}\n`);
  const lines = section.split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  const [head = [], , ...rows] = lines.slice(start, start + length).map(cellsOf);
  return rows.flatMap(([row = '', ...cells]) =>
    cells.map((cell, index) => ({ row, column: head[index + 1] ?? '', cell })),
  );
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
