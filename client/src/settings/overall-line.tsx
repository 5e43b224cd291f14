import type { ShopView } from '@kasera/shared/shop.ts';
import { Mark } from '../ui/mark.tsx';
import { useWords } from './context.ts';
import { overallOf } from './overall.ts';
import styles from './shop-page.module.css';

/** How it all stands in a word, and the way to what needs somebody. */
export function OverallLine({ view }: { view: ShopView }) {
  const { overall } = useWords();
  const { level, concerns } = overallOf(view);
  return (
    <div className={styles.overall} role="status">
      <Mark level={level} text={overall[level]} />
      {concerns.map(({ what, section }) => (
        <a key={what} href={`#${section}`}>
          {overall[what]}
        </a>
      ))}
    </div>
  );
}
