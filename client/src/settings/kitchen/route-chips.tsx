import type { RouteRule } from '@kasera/shared/kitchen-settings.ts';
import { saysWhere } from '@kasera/shared/routing.ts';
import { CheckIcon, RecallIcon } from '../../ui/icons.tsx';
import chips from './chips.module.css';
import { useKitchenWords, type Editing } from './context.ts';
import { ruleAt, setRule, type RoutePlace } from './draft.ts';
import remarks from './remarks.module.css';
import { isNobodys, type Resolved } from './resolve.ts';
import { withHandOver, withoutWhere, withStation } from './rules.ts';

/** Where something goes: a chip for each station and one for hand-over; what it inherits is drawn with a broken edge. */
export function RouteChips(
  props: Editing & {
    place: RoutePlace;
    name: string;
    resolved: Resolved;
    inherited: Resolved | null;
    isEmpty?: boolean;
  },
) {
  const { draft, change, place, name, resolved, inherited, isEmpty = false } = props;
  const { routing: words } = useKitchenWords();
  const { route } = resolved;
  const rule = ruleAt(draft, place);
  const isOwn = rule !== undefined && saysWhere(rule);
  const put = (next: RouteRule | null) => change((now) => setRule(now, place, next));
  const state = isOwn ? 'own' : 'inherited';
  return (
    <div className={chips.chips} role="group" aria-label={words.whereTo(name)} data-state={state}>
      {draft.stations.map((station) => {
        const isOn = route.stations.includes(station.id);
        return (
          <button
            key={station.id}
            type="button"
            className={chips.chip}
            aria-pressed={isOn}
            onClick={() => put(withStation(rule, route, station.id))}
          >
            {/* While somebody writes its name anew it has none. */}
            {isOn && <CheckIcon />} {station.name.trim() || station.id.toUpperCase()}
          </button>
        );
      })}
      <button
        type="button"
        className={chips.chip}
        aria-pressed={route.handOver}
        onClick={() => put(withHandOver(rule, route))}
      >
        {route.handOver && <CheckIcon />} {words.handOver}
      </button>
      <From {...{ resolved, inherited, isOwn, name, isEmpty }} onBack={() => put(withoutWhere(rule))} />
    </div>
  );
}

function From(props: {
  resolved: Resolved;
  inherited: Resolved | null;
  isOwn: boolean;
  name: string;
  isEmpty: boolean;
  onBack: () => void;
}) {
  const { resolved, inherited, isOwn, name, isEmpty, onBack } = props;
  const { routing: words } = useKitchenWords();
  const nobodys = !isEmpty && isNobodys(resolved.route) && <span className={remarks.nobody}>{words.nobodys}</span>;
  if (!isOwn || inherited === null) {
    const { from } = resolved;
    return (
      <>
        {nobodys}
        {!isOwn && from.type === 'categories' && <span className={remarks.from}>{words.as(from.names)}</span>}
        {!isOwn && from.type === 'word' && <span className={remarks.from}>{words.byWord(from.word)}</span>}
      </>
    );
  }
  const back = inherited.from.type === 'categories' ? words.as(inherited.from.names) : words.backToNone;
  return (
    <>
      {nobodys}
      <button type="button" className={chips.back} aria-label={`${name}: ${back}`} onClick={onBack}>
        <RecallIcon /> {back}
      </button>
    </>
  );
}
