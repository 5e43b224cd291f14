import type { PublicUrlFault } from '@kasera/shared/shop.ts';
import { publicUrlFaults, type PublicUrlDeps } from './public-url.ts';

export interface PublicUrlWatch {
  /** What is wrong with `PUBLIC_URL`; looked up anew every ten minutes and for another shop. */
  faults(): Promise<PublicUrlFault[]>;
  /** The same for a page that somebody waits for: after 2 s, what was found last. */
  soon(): Promise<PublicUrlFault[]>;
}

const freshForMs = 10 * 60_000;
/** The network may be gone only for a moment. */
const unresolvedForMs = 60_000;
const soonMs = 2_000;

/** Remembers what was found of `PUBLIC_URL`: names and redirects are asked for over the network. */
export function createPublicUrlWatch(
  deps: PublicUrlDeps & {
    publicUrl: string | null;
    shopUrl(): string | null;
    now(): number;
    schedule(run: () => void, afterMs: number): () => void;
  },
): PublicUrlWatch {
  let last: { shopUrl: string | null; at: number; faults: Promise<PublicUrlFault[]> } | null = null;
  let found: PublicUrlFault[] = [];
  const faults = (): Promise<PublicUrlFault[]> => {
    const shopUrl = deps.shopUrl();
    const age = last === null ? Infinity : deps.now() - last.at;
    if (last?.shopUrl !== shopUrl || age < 0 || age >= (found.includes('unresolved') ? unresolvedForMs : freshForMs)) {
      const asked = publicUrlFaults(deps.publicUrl, shopUrl, deps).then((those) => (found = those));
      last = { shopUrl, at: deps.now(), faults: asked };
    }
    return last.faults;
  };
  return {
    faults,
    async soon() {
      let cancel = (): void => undefined;
      const timeUp = new Promise<PublicUrlFault[]>((resolve) => {
        cancel = deps.schedule(() => resolve(found), soonMs);
      });
      const first = await Promise.race([faults(), timeUp]);
      cancel();
      return first;
    },
  };
}
