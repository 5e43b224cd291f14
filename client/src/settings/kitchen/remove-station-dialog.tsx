import { quantity } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useKitchenWords, type Editing } from './context.ts';
import { countDishes } from './dishes.ts';
import { removeStation } from './draft.ts';
import { createResolver, type Menu } from './resolve.ts';

/** Asks before a station goes, and says what becomes of its dishes. */
export function RemoveStationDialog(props: Editing & { id: string; menu: Menu; onClose: () => void }) {
  const { draft, change, id, onClose } = props;
  const { stations: words } = useKitchenWords();
  const name = draft.stations.find((station) => station.id === id)?.name ?? '';
  const dishes = useWhatBecomes(props);
  const isLast = draft.stations.length === 1;
  return (
    <ConfirmDialog
      title={words.removeTitle(name)}
      means={[...(isLast ? [words.removeLast] : dishes), words.removeScreens(name)]}
      keep={words.keep}
      confirm={words.removeNow}
      onClose={onClose}
      onConfirm={() => change((now) => removeStation(now, id))}
    />
  );
}

/** What becomes of the dishes of a station that goes: nobody's, other stations', or there are none. */
function useWhatBecomes({ draft, id, menu }: Editing & { id: string; menu: Menu }): string[] {
  const t = useMessages();
  const { stations: words } = useKitchenWords();
  const before = countDishes(menu.products, createResolver(menu, draft));
  const after = countDishes(menu.products, createResolver(menu, removeStation(draft, id)));
  const orphans = after.nobody - before.nobody;
  const others = (before.byStation.get(id) ?? 0) - orphans;
  const dishes: string[] = [];
  if (orphans > 0) dishes.push(words.orphans(orphans, quantity(orphans, t)));
  if (others > 0) dishes.push(words.others(others, quantity(others, t)));
  return dishes.length > 0 ? dishes : [words.noDishes];
}
