import { useMessages } from '../../i18n/use-messages.ts';
import { RightIcon } from '../../ui/icons.tsx';
import button from './bar-button.module.css';
import type { WallPages } from '../wall/place-pieces.ts';
import styles from './page-pill.module.css';

/**
 * "page 1 of 3 · 8 more →": always in its place, so that nothing moves when a second page comes; a tap turns to the next,
 * after the last to the first.
 */
export function PagePill(props: { isShown: boolean; pages: WallPages; onPage: (page: number) => void }) {
  const { isShown, pages, onPage } = props;
  const t = useMessages();
  const page = t.top.page(pages.page + 1, pages.pages);
  const more = pages.elsewhere.size > 0 ? ` · ${t.top.more(pages.elsewhere.size)}` : '';
  if (pages.pages === 1 || !isShown) {
    return (
      <p className={`${button.button} ${styles.pill}`} data-only data-hidden={!isShown || undefined}>
        <span className={styles.words}>{page}</span>
        <span className={styles.figures} aria-hidden>
          1/1
        </span>
      </p>
    );
  }
  return (
    <button
      type="button"
      className={`${button.button} ${styles.pill}`}
      aria-label={`${t.top.nextPage}, ${page}${more}`}
      onClick={() => onPage((pages.page + 1) % pages.pages)}
    >
      <span className={styles.words}>{page}</span>
      <span className={styles.figures} aria-hidden>
        {pages.page + 1}/{pages.pages}
      </span>
      {more} <RightIcon />
    </button>
  );
}
