import { LanguageSwitch } from '../i18n/language-switch.tsx';
import { usePageWords } from '../i18n/use-page-words.ts';
import { LeftIcon } from './icons.tsx';
import styles from './page-header.module.css';

const places = ['/handover', '/service', '/history', '/settings/kitchen', '/settings/shop'] as const;
export type PagePlace = (typeof places)[number];

/** Above every page that is not looked at from afar: the way to the board, to the other pages, and the language. */
export function PageHeader({ current }: { current: PagePlace | null }) {
  const words = usePageWords();
  return (
    <header className={styles.header}>
      <a className={styles.back} href="/board" aria-label={words.backToBoard}>
        <LeftIcon /> <span className={styles.words}>{words.backToBoard}</span>
        <span className={styles.inShort}>{words.boardInShort}</span>
      </a>
      <nav className={styles.nav} aria-label={words.pages}>
        {places.map((place) => (
          <a key={place} className={styles.place} href={place} aria-current={place === current ? 'page' : undefined}>
            {words.places[place]}
          </a>
        ))}
      </nav>
      <LanguageSwitch />
    </header>
  );
}
