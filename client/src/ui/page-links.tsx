import { usePageWords } from '../i18n/use-page-words.ts';
import { RightIcon } from './icons.tsx';
import styles from './page-links.module.css';

const places = [
  ...(['/handover', '/pickup', '/service'] as const),
  ...(['/history', '/settings/kitchen', '/settings/shop', '/keys'] as const),
];

/** The ways from a board's panels to every other page. */
export function PageLinks() {
  const words = usePageWords();
  return (
    <nav className={styles.links} aria-label={words.pages}>
      {places.map((place) => (
        <a key={place} href={place}>
          {words.links[place]} <RightIcon />
        </a>
      ))}
    </nav>
  );
}
