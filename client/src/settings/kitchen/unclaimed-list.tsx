import type { Station } from '@kasera/shared/kitchen.ts';
import type { KitchenView } from '@kasera/shared/kitchen-settings.ts';
import { CheckIcon, PlusIcon } from '../../ui/icons.tsx';
import block from './block.module.css';
import chips from './chips.module.css';
import { useKitchenWords } from './context.ts';
import remarks from './remarks.module.css';
import { isNobodys, type Resolved, type Resolver } from './resolve.ts';
import styles from './unclaimed-list.module.css';

/** Names of the last orders that no station claims as it is saved, and what the draft would do with each. */
export function UnclaimedList(props: {
  unclaimed: KitchenView['unclaimed'];
  resolver: Resolver;
  stations: readonly Station[];
  /** Makes the name a word of its own. */
  onWord: (word: string) => void;
}) {
  const { unclaimed, resolver, stations, onWord } = props;
  const { words } = useKitchenWords();
  if (unclaimed.length === 0) return <p className={remarks.hint}>{words.nothingUnclaimed}</p>;
  return (
    <div className={styles.preview}>
      <h3>{words.seenLately}</h3>
      <ul className={block.rows}>
        {unclaimed.map((line) => {
          const resolved = resolver.ofLine(line);
          const isOpen = isNobodys(resolved.route);
          return (
            <li key={`${line.productId ?? ''} ${line.name}`} className={styles.seen} data-open={isOpen}>
              <span>
                {line.name} <span className={remarks.counts}>× {line.count}</span>
              </span>
              {isOpen ? (
                <span className={styles.open}>
                  <span className={remarks.nobody}>{words.stillNobodys}</span>
                  <button
                    type="button"
                    className={chips.chip}
                    aria-label={words.makeWordOf(line.name)}
                    onClick={() => onWord(line.name.slice(0, 60))}
                  >
                    <PlusIcon /> {words.makeWord}
                  </button>
                </span>
              ) : (
                <Caught resolved={resolved} stations={stations} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Caught({ resolved, stations }: { resolved: Resolved; stations: readonly Station[] }) {
  const { words, routing } = useKitchenWords();
  const { route, from } = resolved;
  const names = stations.filter(({ id }) => route.stations.includes(id)).map(({ name }) => name);
  const where = route.handOver ? routing.handOver : names.join(' + ');
  return (
    <span className={styles.caught}>
      <CheckIcon /> {where}
      {from.type === 'word' && <span className={remarks.from}>{routing.byWord(from.word)}</span>}
      {from.type === 'categories' && <span className={remarks.from}>{routing.as(from.names)}</span>}
      <span className={remarks.from}>{words.onceSaved}</span>
    </span>
  );
}
