import { panelEn, type PanelWords } from '../i18n/en-panel.ts';
import { panelEs } from '../i18n/es-panel.ts';
import type { Language } from '../i18n/language.ts';
import { useLanguage } from '../i18n/use-messages.ts';

const dictionaries: Record<Language, PanelWords> = { en: panelEn, es: panelEs };

/** The words of the panels in the chosen language; they come with the panels, not with the board. */
export function usePanelWords(): PanelWords {
  const [language] = useLanguage();
  return dictionaries[language];
}
