import type { HistoryRow } from '@kasera/shared/history.ts';

/** Where an order's time went, as lengths of a bar. All in milliseconds from when it was there. */
export interface WaitsPicture {
  accept: number;
  /** `isOver`: it was made ready; else so far only what stations have bumped is known. */
  cook: { ms: number; isOver: boolean; stations: { name: string; ms: number }[] };
  pickup: number;
  /** The step that goes on, its length that of so far; null: nothing does. */
  running: Segment['what'] | null;
  total: number;
  /** Where its promise stands on the same line; null: there is none, or nothing to measure it by. */
  promise: number | null;
}

type Waited = Pick<HistoryRow, 'waits' | 'promisedAt' | 'readyAt'>;

/** @param now epoch milliseconds by the server's clock: how long what goes on has lasted */
export function waitsPicture({ waits, promisedAt, readyAt }: Waited, now: number): WaitsPicture {
  const soFar = waits.running ? Math.max(0, now - waits.running.since) : 0;
  const running = waits.running && soFar > 0 ? waits.running.step : null;
  const during = (step: Segment['what']) => (running === step ? soFar : 0);
  const accept = waits.acceptMs ?? during('accept');
  const stations = waits.stations.map(({ name, ms }) => ({ name, ms }));
  const cookMs = waits.cookMs ?? Math.max(during('cook'), ...stations.map(({ ms }) => ms));
  const pickup = waits.pickupMs ?? during('pickup');
  // The end of cooking: when it was ready, else this moment.
  const madeAt = waits.cookMs !== null ? readyAt : running === 'cook' ? now : null;
  return {
    ...{ accept, pickup, running, total: accept + cookMs + pickup },
    cook: { ms: cookMs, isOver: waits.cookMs !== null, stations },
    // For an order for later the time before it was begun is no part of the bar: its promise is measured from ready.
    promise: madeAt !== null && promisedAt !== null ? accept + cookMs + (promisedAt - madeAt) : null,
  };
}

const minuteMs = 60_000;
const leastMs = 20 * minuteMs;
const mostMs = 120 * minuteMs;

/** The length all bars of a list share: the longest, and one forgotten at the counter does not flatten the others. */
export function scaleOf(pictures: readonly WaitsPicture[]): number {
  const lengths = pictures.map(({ total, promise }) => Math.max(total, promise ?? 0));
  return Math.min(mostMs, Math.max(leastMs, ...lengths));
}

export interface Segment {
  what: 'accept' | 'cook' | 'pickup';
  /** Percent of the scale. */
  from: number;
  width: number;
  /** It goes on beyond the scale. */
  isCut: boolean;
  /** It goes on. */
  isRunning: boolean;
}

/** Percent of the scale: what was short is still seen. */
const leastWidth = 1.2;

/** The bar's pieces one after the other; what has no length is left out. */
export function segmentsOf({ accept, cook, pickup, running }: WaitsPicture, scaleMs: number): Segment[] {
  let at = 0;
  let edge = 0;
  const steps = [['accept', accept] as const, ['cook', cook.ms] as const, ['pickup', pickup] as const];
  return steps.flatMap(([what, ms]): Segment[] => {
    const from = at;
    at += ms;
    if (ms <= 0 || from >= scaleMs) return [];
    const left = Math.max(edge, percent(from, scaleMs));
    edge = Math.min(100, Math.max(left + leastWidth, percent(at, scaleMs)));
    return [{ what, from: left, width: edge - left, isCut: at > scaleMs, isRunning: what === running }];
  });
}

/** Where something stands on the scale; null: beyond its ends. */
export function placeOf(ms: number | null, scaleMs: number): number | null {
  return ms === null || ms < 0 || ms > scaleMs ? null : percent(ms, scaleMs);
}

function percent(ms: number, scaleMs: number): number {
  return (ms / scaleMs) * 100;
}
