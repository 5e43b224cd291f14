export interface PaintReporterDeps {
  /** Runs after the next frame is drawn; never while the page is hidden. */
  nextFrame(run: () => void): void;
  monotonic(): number;
  /** @returns whether it left; else it is offered again with the next one and after each sync */
  send(orders: { orderId: string; ageMs: number }[]): boolean;
}

export interface PaintReporter {
  /** An order's ticket stands in front of people's eyes from the next frame on. */
  shown(orderId: string): void;
  /** Runs something when the first ticket of this page was drawn. */
  onFirst(run: () => void): void;
  /** The server is there (again). */
  flush(): void;
}

/** The server takes so many in one message. */
const atMost = 200;
/** More than a board holds. The server takes the first report of an order, should one come again. */
const mostKnown = 500;

/** Tells the server, once per order, when this screen had really drawn it: two frames after it came into sight. */
export function createPaintReporter(deps: PaintReporterDeps): PaintReporter {
  const known = new Set<string>();
  let first: (() => void) | null = null;
  let painted: { orderId: string; at: number }[] = [];
  /** In sight, and not yet drawn. */
  const coming: string[] = [];

  function flush(): void {
    if (painted.length === 0) return;
    const now = deps.monotonic();
    const orders = painted
      .slice(0, atMost)
      .map(({ orderId, at }) => ({ orderId, ageMs: Math.max(0, Math.round(now - at)) }));
    if (!deps.send(orders)) return;
    painted = painted.slice(atMost);
    flush();
  }
  function take(orderIds: readonly string[]): void {
    deps.nextFrame(() => {
      const at = deps.monotonic();
      painted.push(...orderIds.map((orderId) => ({ orderId, at })));
      flush();
      first?.();
      first = null;
    });
  }
  return {
    flush,
    onFirst(run) {
      first = run;
    },
    shown(orderId) {
      if (known.has(orderId)) return;
      known.add(orderId);
      if (known.size > mostKnown) forgetFirst(known);
      coming.push(orderId);
      if (coming.length === 1) deps.nextFrame(() => take(coming.splice(0)));
    },
  };
}

function forgetFirst(ids: Set<string>): void {
  const [first] = ids;
  if (first !== undefined) ids.delete(first);
}
