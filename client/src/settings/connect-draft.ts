import type { ConnectShop, ShopCheck, ShopCheckName } from '@kasera/shared/shop.ts';
import type { SettingsWords } from '../i18n/settings-en.ts';
import { adviceOn } from './advice.ts';

export type ConnectField = keyof ConnectShop;
export type FieldFaults = Partial<Record<ConnectField, string>>;

/** What was typed, without the blanks that come along when something is pasted. */
export function tidyDraft({ url, key, secret }: ConnectShop): ConnectShop {
  return { url: url.trim(), key: key.trim(), secret: secret.trim() };
}

/** What can be said of a draft before the shop is asked. */
export function faultsOfDraft(draft: ConnectShop, { missing, swapped }: SettingsWords['connection']): FieldFaults {
  const { url, key, secret } = tidyDraft(draft);
  return {
    ...(url === '' && { url: missing.url }),
    ...(key === '' && { key: missing.key }),
    ...(key.startsWith('cs_') && { key: swapped.key }),
    ...(secret === '' && { secret: missing.secret }),
    ...(secret.startsWith('ck_') && { secret: swapped.secret }),
  };
}

const fieldOf: Record<ShopCheckName, ConnectField> = {
  address: 'url',
  reachable: 'url',
  rest: 'url',
  keys: 'key',
  'read-orders': 'key',
  write: 'key',
  version: 'url',
  'time-zone': 'url',
  clock: 'url',
};

/** What the shop's checks say of the fields: the first that failed, beside the field it is about. */
export function faultsOfChecks(checks: readonly ShopCheck[], words: SettingsWords): FieldFaults {
  const failed = checks.find(({ result }) => result === 'failed');
  const advice = failed && adviceOn(failed, words.advice);
  return advice ? { [fieldOf[failed.name]]: advice.means } : {};
}
