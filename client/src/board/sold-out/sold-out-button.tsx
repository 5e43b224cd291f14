import { useMessages } from '../../i18n/use-messages.ts';
import { useOutNow } from '../../live/use-live.ts';
import { SoldOutIcon } from '../../ui/icons.tsx';
import spoken from '../../ui/spoken.module.css';
import button from '../bars/bar-button.module.css';
import styles from '../views.module.css';

/** The list of what is sold out, with how much that is; where there is little room its sign stands for the word. */
export function SoldOutButton({ isShown, onShow }: { isShown: boolean; onShow: () => void }) {
  const t = useMessages();
  const count = useOutNow().length;
  return (
    <button
      type="button"
      className={`${button.button} ${styles.view}`}
      aria-pressed={isShown}
      data-view="sold-out"
      data-some={count > 0 || undefined}
      title={t.soldOut.title}
      onClick={onShow}
    >
      <SoldOutIcon /> <span className={spoken.spoken}>{t.soldOut.title}</span> {count}
    </button>
  );
}
