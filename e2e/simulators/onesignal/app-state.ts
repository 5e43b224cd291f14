import { randomUUID } from 'node:crypto';
import { reach, type Notification } from './notification.ts';

const windowMs = 15 * 60_000;
/** OneSignal switches an app off that delivers more than this many times its subscribers in 15 minutes. */
const timesSubscribers = 10;

/** A push the simulated provider took, once however often it was asked. */
export interface AcceptedPush {
  id: string;
  at: number;
  notification: Notification;
  /** The external ids of those told. */
  told: string[];
}

export interface Acceptance {
  /** '' when nobody was told: not sent. */
  id: string;
  unknown: string[];
  replayed: boolean;
}

export interface AppState {
  accepted: AcceptedPush[];
  /** Takes a notification, or recognises it by its idempotency key. */
  accept(notification: Notification): Acceptance;
  isDisabled(): boolean;
}

/** What an app at OneSignal remembers: what it took, by which key, and whether it was switched off. */
export function createAppState(deps: {
  subscribers: readonly string[];
  segments: Readonly<Record<string, readonly string[]>>;
  now: () => number;
}): AppState {
  const accepted: AcceptedPush[] = [];
  const byKey = new Map<string, Acceptance>();
  let disabled = false;

  function accept(notification: Notification): Acceptance {
    const key = notification.idempotency_key;
    const known = key === undefined ? undefined : byKey.get(key);
    if (known) return { ...known, replayed: true };
    const { told, unknown } = reach(notification, deps.subscribers, deps.segments);
    const acceptance = { id: told.length > 0 ? randomUUID() : '', unknown, replayed: false };
    if (told.length === 0) return acceptance;
    if (key !== undefined) byKey.set(key, acceptance);
    accepted.push({ id: acceptance.id, at: deps.now(), notification, told });
    disabled ||= deliveredSince(deps.now() - windowMs) > timesSubscribers * deps.subscribers.length;
    return acceptance;
  }

  function deliveredSince(since: number): number {
    return accepted.reduce((sum, push) => sum + (push.at > since ? push.told.length : 0), 0);
  }

  return { accepted, accept, isDisabled: () => disabled };
}
