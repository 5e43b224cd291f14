import { kitchenViewSchema, type KitchenSettings, type KitchenView } from '@kasera/shared/kitchen-settings.ts';
import type { Asked } from './kitchen-api.ts';

/** `GET /api/kitchen`. */
export async function readSettings(asked: Asked): Promise<KitchenView> {
  return kitchenViewSchema.parse(await (await askKitchen(asked, '/api/kitchen')).json());
}

/** Changes some of the kitchen's settings, as its page does. @throws where the server does not take them */
export async function setKitchen(asked: Asked, change: Partial<KitchenSettings>): Promise<KitchenView> {
  const { settings, version } = await readSettings(asked);
  const body = JSON.stringify({ version, settings: { ...settings, ...change } });
  return kitchenViewSchema.parse(await (await askKitchen(asked, '/api/kitchen', { method: 'PUT', body })).json());
}

/** A route of the settings to these stations. */
export function toStations(...stations: string[]): KitchenSettings['routing']['words'][number]['route'] {
  return { stations, handOver: false, leadMinutes: null };
}

async function askKitchen({ url, apiKey }: Asked, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const response = await fetch(`${url}${path}`, { ...init, headers, signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
  return response;
}
