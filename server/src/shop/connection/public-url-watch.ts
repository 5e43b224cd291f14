import type { PublicUrlFault } from '@kasera/shared/shop.ts';
import { publicUrlFaults, type PublicUrlDeps } from './public-url.ts';

export interface PublicUrlWatch {
  /** What is wrong with `PUBLIC_URL`; looked up anew every ten minutes and for another shop. */
  faults(): Promise<PublicUrlFault[]>;
}

const freshForMs = 10 * 60_000;

/** Remembers what was found of `PUBLIC_URL`: names and redirects are asked for over the network. */
export function createPublicUrlWatch(
  deps: PublicUrlDeps & { publicUrl: string | null; shopUrl(): string | null; now(): number },
): PublicUrlWatch {
  let last: { shopUrl: string | null; at: number; faults: Promise<PublicUrlFault[]> } | null = null;
  return {
    faults() {
      const shopUrl = deps.shopUrl();
      const age = last === null ? Infinity : deps.now() - last.at;
      if (last?.shopUrl !== shopUrl || age < 0 || age >= freshForMs) {
        last = { shopUrl, at: deps.now(), faults: publicUrlFaults(deps.publicUrl, shopUrl, deps) };
      }
      return last.faults;
    },
  };
}
