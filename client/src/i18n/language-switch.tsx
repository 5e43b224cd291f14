import { languageNames, languages, type Language } from './language.ts';
import { useLanguage, useMessages } from './use-messages.ts';
import { Segmented } from '../ui/segmented.tsx';

/** The screen's language, one for all its pages. */
export function LanguageSwitch() {
  const t = useMessages();
  const [language, setLanguage] = useLanguage();
  return (
    <Segmented<Language>
      label={t.languageTitle}
      value={language}
      options={languages.map((value) => ({ value, text: languageNames[value] }))}
      onChange={setLanguage}
    />
  );
}
