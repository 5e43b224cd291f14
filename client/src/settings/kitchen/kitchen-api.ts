import '@kasera/shared/no-eval.ts';
import { kitchenViewSchema, type KitchenSettings, type KitchenView } from '@kasera/shared/kitchen-settings.ts';
import type { Ask, Reply } from '../../live/ask.ts';

/** The page's side of `/api/kitchen`. */
export interface KitchenApi {
  read(): Promise<Reply<KitchenView>>;
  /** @returns `refused` with status 409 where somebody else saved since `version` */
  save(settings: KitchenSettings, version: number): Promise<Reply<KitchenView>>;
}

export function createKitchenApi(ask: Ask): KitchenApi {
  const path = '/api/kitchen';
  const read = (answer: unknown) => kitchenViewSchema.safeParse(answer).data ?? null;
  return {
    read: () => ask({ path, read }),
    save: (settings, version) => ask({ method: 'PUT', path, body: { settings, version }, read }),
  };
}
