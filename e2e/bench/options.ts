import { parseArgs } from 'node:util';

export const measureNames = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
export type MeasureName = (typeof measureNames)[number];

export type Options =
  { type: 'run'; only: readonly MeasureName[]; quick: boolean } | { type: 'help'; fault: string | null };

/** Reads the command line. */
export function readOptions(args: string[]): Options {
  const { values } = parse(args);
  if (!values) return { type: 'help', fault: 'That option is not known.' };
  if (values.help) return { type: 'help', fault: null };
  const asked = values.only?.split(',').map((name) => name.trim()) ?? [...measureNames];
  const only = measureNames.filter((name) => asked.includes(name));
  const unknown = asked.filter((name) => !measureNames.some((known) => known === name));
  if (unknown.length > 0) return { type: 'help', fault: `There is no measure ${unknown.join(', ')}.` };
  return { type: 'run', only, quick: values.quick ?? false };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: { only: { type: 'string' }, quick: { type: 'boolean' }, help: { type: 'boolean' } },
    });
  } catch {
    return { values: null };
  }
}

export const help = `npm run bench [-- --only a,b,c,d,e,f,g] [--quick]

  a  durable intake in orders a second, beside three other handlers
  b  webhook sent → ticket painted in a real browser
  c  one order to 1,000 connected boards, beside a bare ws loop
  d  resident memory, idle and after 50,000 orders
  e  from starting the process after kill -9 to serving, with 100,000 orders stored
  f  5,000 changed orders of a shop to catch up with, beside the latency of live ones without
  g  the board in a browser whose processor is slowed 4 times: first ticket, taps, frames, memory

  --quick  shows that everything works; its figures are coarse

  BENCH_NODE_ARGS="--cpu-prof --cpu-prof-dir=FOLDER" records where Kasera's time goes during (a)`;
