import { createContext, useContext } from 'react';
import type { SettingsWords } from '../i18n/settings-en.ts';
import { settingsEn } from '../i18n/settings-en.ts';
import { settingsEs } from '../i18n/settings-es.ts';
import type { Language } from '../i18n/language.ts';
import { useLanguage } from '../i18n/use-messages.ts';
import type { ShopApi } from './shop-api.ts';

/** The way to Kasera, given to the page once. */
export const ShopApiContext = createContext<ShopApi | null>(null);

export function useShopApi(): ShopApi {
  const api = useContext(ShopApiContext);
  if (!api) throw new Error('useShopApi needs a ShopApiContext above it');
  return api;
}

const dictionaries: Record<Language, SettingsWords> = { en: settingsEn, es: settingsEs };

/** This page's words in the chosen language; they come with the page, not with the board. */
export function useWords(): SettingsWords {
  const [language] = useLanguage();
  return dictionaries[language];
}
