import type { ShopOrder } from './shop-order.ts';
import { everydayTemplates, type OrderTemplate } from './templates.ts';
import { pick } from './chance.ts';

export interface StormOptions {
  /** Orders, not requests: each is two or three deliveries. */
  ratePerSecond: number;
  seconds: number;
  templates?: readonly OrderTemplate[];
  /** Orders under way at once; what the rate asks beyond it waits its turn. */
  maxInFlight?: number;
  /** Called about once a second. */
  onProgress?: (progress: StormProgress) => void;
  /** Ends it early; what is under way is still waited for. */
  signal?: AbortSignal;
}

export interface StormProgress {
  elapsedMs: number;
  orders: number;
  /** Deliveries answered or failed so far. */
  sent: number;
  /** Answered exactly 200. */
  ok: number;
  /** Answered anything else; how often each. */
  refused: Readonly<Record<number, number>>;
  /** Not answered at all; how often each fault. */
  failed: Readonly<Record<string, number>>;
  inFlight: number;
  p50Ms: number;
  p99Ms: number;
}

export interface StormDeps {
  place: (template: OrderTemplate) => Promise<ShopOrder>;
  random: () => number;
  sleep: (ms: number) => Promise<unknown>;
}

/** Places orders evenly at a rate, whatever the answers do: an evening's guests do not wait for each other. */
export async function runStorm(options: StormOptions, deps: StormDeps): Promise<StormProgress> {
  const { ratePerSecond, seconds, templates = everydayTemplates, maxInFlight = 200, onProgress, signal } = options;
  const total = Math.max(1, Math.round(ratePerSecond * seconds));
  const tally = createTally();
  const inFlight = new Set<Promise<void>>();
  const started = performance.now();
  let launched = 0;
  let reported = 0;

  const progress = (): StormProgress => ({
    elapsedMs: performance.now() - started,
    orders: launched,
    inFlight: inFlight.size,
    ...tally.read(),
  });

  while (launched < total && signal?.aborted !== true) {
    const elapsedMs = performance.now() - started;
    const due = Math.min(total, Math.floor((elapsedMs / 1_000) * ratePerSecond) + 1);
    while (launched < due && inFlight.size < maxInFlight) {
      launched += 1;
      const placing: Promise<void> = deps.place(pick(templates, deps.random)).then((order) => {
        tally.add(order);
        inFlight.delete(placing);
      });
      inFlight.add(placing);
    }
    if (elapsedMs - reported >= 1_000) {
      reported = elapsedMs;
      onProgress?.(progress());
    }
    await deps.sleep(Math.min(50, Math.max(1, 500 / ratePerSecond)));
  }
  await Promise.all(inFlight);
  onProgress?.(progress());
  return progress();
}

function createTally() {
  const durations: number[] = [];
  const refused: Record<number, number> = {};
  const failed: Record<string, number> = {};
  let ok = 0;
  let sorted: number[] = [];
  return {
    add(order: ShopOrder): void {
      for (const { answer } of order.deliveries) {
        durations.push(answer.durationMs);
        if (answer.status === 200) ok += 1;
        else if (answer.fault !== null) failed[answer.fault] = (failed[answer.fault] ?? 0) + 1;
        else refused[answer.status] = (refused[answer.status] ?? 0) + 1;
      }
    },
    read() {
      if (sorted.length !== durations.length) sorted = durations.toSorted((a, b) => a - b);
      const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
      return {
        sent: durations.length,
        ok,
        refused: { ...refused },
        failed: { ...failed },
        p50Ms: at(0.5),
        p99Ms: at(0.99),
      };
    },
  };
}
