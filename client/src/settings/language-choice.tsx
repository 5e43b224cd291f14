import { dictionaries, languages, type Language } from '../i18n/language.ts';
import { useLanguage, useMessages } from '../i18n/use-messages.ts';
import { Segmented } from '../ui/segmented.tsx';

/** The screen's language; the board has the same. */
export function LanguageChoice() {
  const t = useMessages();
  const [language, setLanguage] = useLanguage();
  return (
    <Segmented<Language>
      label={t.languageTitle}
      value={language}
      options={languages.map((value) => ({ value, text: dictionaries[value].language }))}
      onChange={setLanguage}
    />
  );
}
