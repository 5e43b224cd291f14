import type { LookupAddress, LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';

type Answered = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;
type Lookup = (hostname: string, options: LookupOptions, answered: Answered) => void;

/**
 * Looks a name up once, however many ask for it at the same time. Where the network is gone a look-up holds one of the
 * process's four threads for half a minute; files, and with them the board's pages, need these too.
 */
export function createSharedLookup(lookup: Lookup): LookupFunction {
  const underWay = new Map<string, Answered[]>();
  return (hostname, options, answered) => {
    const name = JSON.stringify([hostname, options.family, options.all, options.hints]);
    const waiting = underWay.get(name);
    if (waiting !== undefined) return void waiting.push(answered);
    const all: Answered[] = [answered];
    underWay.set(name, all);
    lookup(hostname, options, (...answer) => {
      underWay.delete(name);
      for (const each of all) each(...answer);
    });
  };
}
