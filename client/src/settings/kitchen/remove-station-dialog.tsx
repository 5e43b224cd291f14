import { quantity } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import buttons from '../../ui/button.module.css';
import { Modal } from '../../ui/modal.tsx';
import { useKitchenWords, type Editing } from './context.ts';
import { countDishes } from './dishes.ts';
import { removeStation } from './draft.ts';
import { createResolver, type Menu } from './resolve.ts';
import styles from './kitchen.module.css';

/** Asks before a station goes, and says what becomes of its dishes. */
export function RemoveStationDialog(props: Editing & { id: string; menu: Menu; onClose: () => void }) {
  const { draft, change, id, menu, onClose } = props;
  const t = useMessages();
  const { stations: words } = useKitchenWords();
  const name = draft.stations.find((station) => station.id === id)?.name ?? '';
  const before = countDishes(menu.products, createResolver(menu, draft));
  const after = countDishes(menu.products, createResolver(menu, removeStation(draft, id)));
  const orphans = after.nobody - before.nobody;
  const others = (before.byStation.get(id) ?? 0) - orphans;
  const isLast = draft.stations.length === 1;
  return (
    <Modal title={words.removeTitle(name)} closeLabel={t.top.close} onClose={onClose}>
      <ul className={styles.means}>
        {isLast && <li>{words.removeLast}</li>}
        {!isLast && orphans > 0 && <li>{words.orphans(orphans, quantity(orphans, t))}</li>}
        {!isLast && others > 0 && <li>{words.others(others, quantity(others, t))}</li>}
        {!isLast && orphans <= 0 && others <= 0 && <li>{words.noDishes}</li>}
        <li>{words.removeScreens(name)}</li>
      </ul>
      <div className={styles.answers}>
        <button type="button" className={buttons.quiet} onClick={onClose}>
          {words.keep}
        </button>
        <button
          type="button"
          className={buttons.danger}
          onClick={() => {
            onClose();
            change((now) => removeStation(now, id));
          }}
        >
          {words.removeNow}
        </button>
      </div>
    </Modal>
  );
}
