import { randomUUID } from 'node:crypto';
import type { Mode } from '../simulators/onesignal/mode.ts';
import { startOneSignal, type OneSignalSimulator } from '../simulators/onesignal/onesignal.ts';

/**
 * A OneSignal that mostly takes what it gets, and now and then fails as it may: gone before or after it took the push,
 * overloaded, rate limited.
 */
export function startProvider(random: () => number): Promise<OneSignalSimulator> {
  return start(Array.from({ length: 80 }, () => anyMode(random())));
}

/** A OneSignal that takes whatever is right. */
export function startQuietProvider(): Promise<OneSignalSimulator> {
  return start([]);
}

function start(script: readonly Mode[]): Promise<OneSignalSimulator> {
  // The kitchen is one device of a thousand, so that hundreds of orders do not meet the provider's own limit.
  const subscribers = ['kitchen', ...Array.from({ length: 999 }, (_, index) => `guest-${index}`)];
  return startOneSignal({ subscribers, segments: { Kitchen: ['kitchen'] }, script, appId: randomUUID() });
}

function anyMode(chance: number): Mode {
  if (chance < 0.04) return { type: 'reset', accepted: true };
  if (chance < 0.08) return { type: 'reset' };
  if (chance < 0.11) return { type: 'unavailable' };
  if (chance < 0.13) return { type: 'rate-limited', retryAfter: '1' };
  return { type: 'success' };
}

/** The settings of a server that tells this provider's kitchen of every order at once. */
export function pushSettings({ url, apiKey, appId }: OneSignalSimulator): Record<string, string> {
  return {
    ONESIGNAL_API_URL: url,
    ONESIGNAL_API_KEY: apiKey,
    ONESIGNAL_APP_ID: appId,
    ONESIGNAL_AUDIENCE: 'segment:Kitchen',
    ONESIGNAL_BUDGET: '1000',
  };
}
