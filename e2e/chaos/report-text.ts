import type { RoundReport } from './run-chaos.ts';

/** One line for a round that has ended. */
export function roundLine({ round, seconds, findings, kill, storage }: RoundReport, rounds: number): string {
  const verdict = findings.length === 0 ? 'all kept' : `${findings.length} PROMISES BROKEN`;
  const load = `${kill?.answered ?? '-'} of ${kill?.sent ?? '-'} answered 200 through ${kill?.kills ?? '-'} kills`;
  const cuts = `${kill?.cuts.length ?? '-'} cuts`;
  const disk = `${storage?.stored ?? '-'} stored and ${storage?.refused ?? '-'} refused by a failing disk`;
  return `round ${round}/${rounds}: ${load}, ${cuts}, ${disk}: ${verdict} (${seconds.toFixed(1)} s)`;
}

const columns: { title: string; value: (report: RoundReport) => string | number }[] = [
  { title: 'round', value: ({ round, continued }) => `${round}${continued ? ' (continued)' : ''}` },
  { title: 'sent', value: ({ kill }) => kill?.sent ?? '-' },
  { title: 'answered 200', value: ({ kill }) => kill?.answered ?? '-' },
  { title: 'orders', value: ({ kill }) => kill?.orders ?? '-' },
  { title: 'kill -9', value: ({ kill }) => kill?.kills ?? '-' },
  { title: 'pushes', value: ({ kill }) => kill?.pushes ?? '-' },
  { title: 'checkpoints', value: ({ kill }) => kill?.checkpoints ?? '-' },
  { title: 'log cuts', value: ({ kill }) => kill?.cuts.length ?? '-' },
  { title: 'owed, found', value: ({ kill }) => sum(kill?.cuts.map(({ owed }) => owed)) },
  { title: 'cut off before', value: ({ kill }) => sum(kill?.cuts.map(({ takenLater }) => takenLater)) },
  { title: 'disk: 200', value: ({ storage }) => storage?.stored ?? '-' },
  { title: '503/none', value: ({ storage }) => storage?.refused ?? '-' },
  { title: 'writes', value: ({ storage }) => storage?.durability ?? '-' },
  { title: 'broken', value: ({ findings }) => findings.length },
];

/** All rounds as a table, and every broken promise below it. */
export function summary(reports: readonly RoundReport[]): string {
  const table = [
    columns.map(({ title }) => title),
    ...reports.map((report) => columns.map((one) => `${one.value(report)}`)),
  ];
  const widths = columns.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
  const broken = reports.flatMap(({ round, findings }) => findings.map((finding) => `round ${round}: ${finding}`));
  return [...lines, '', ...(broken.length === 0 ? ['Nothing answered 200 is missing.'] : broken)].join('\n');
}

function sum(numbers: readonly number[] | undefined): number | string {
  return numbers?.reduce((total, number) => total + number, 0) ?? '-';
}
