import { useMessages } from '../../i18n/use-messages.ts';
import { useTick } from '../../live/ticker.ts';
import { useLive } from '../../live/use-live.ts';
import { RightIcon } from '../../ui/icons.tsx';
import styles from './message-row.module.css';

/** Says above the NEW column how many more nobody has answered, and for how long; a tap turns the page to them. */
export function FreshElsewhere({ ids, onShow }: { ids: readonly string[]; onShow: () => void }) {
  const t = useMessages();
  const { store } = useLive();
  const minutes = useTick((now) => {
    const since = Math.min(now, ...ids.flatMap((id) => store.order(id)?.clockAt ?? []));
    return Math.floor((now - since) / 60_000);
  });
  return (
    <button type="button" className={styles.freshElsewhere} onClick={onShow}>
      {t.ticket.moreNew(ids.length)}
      <span className={styles.oldest}> · {t.ticket.oldestWaits(minutes)}</span> <RightIcon />
    </button>
  );
}
