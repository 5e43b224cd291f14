import { quantity } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { RightIcon, WarningIcon } from '../../ui/icons.tsx';
import { useKitchenWords } from './context.ts';
import type { DishCounts } from './dishes.ts';
import type { Draft } from './draft.ts';
import styles from './line-picture.module.css';

/** The line as it is set: each station with how many dishes are its, and what nobody claims. */
export function LinePicture({ draft, counts, hasMenu }: { draft: Draft; counts: DishCounts; hasMenu: boolean }) {
  const t = useMessages();
  const { picture: words } = useKitchenWords();
  const { stations, expo, routing } = draft;
  const figure = (n: number) => words.dishes(n, quantity(n, t));
  const wordsOf = (id: string) => routing.words.filter(({ route }) => route.stations.includes(id)).length;
  return (
    <section className={styles.picture} aria-label={words.title}>
      <ul className={styles.stations}>
        {stations.length === 0 && <Box name={words.oneScreen} says={words.everything} />}
        {stations.map(({ id, name }) => (
          <Box
            key={id}
            name={name.trim() || '…'}
            says={hasMenu ? figure(counts.byStation.get(id) ?? 0) : words.words(wordsOf(id))}
          />
        ))}
        {stations.length > 0 && hasMenu && counts.nobody > 0 && (
          <Box name={words.nobody} says={`${figure(counts.nobody)} · ${words.onEvery}`} state="nobody" />
        )}
      </ul>
      <RightIcon />
      <ul className={styles.after}>
        {stations.length > 0 && expo && <Box name="Expo" says={words.expo} state="expo" />}
        <Box
          name={words.handOver}
          says={stations.length > 0 && hasMenu ? words.straight(figure(counts.handOver)) : words.ready}
          state="hand-over"
        />
      </ul>
    </section>
  );
}

function Box({ name, says, state }: { name: string; says: string; state?: 'nobody' | 'expo' | 'hand-over' }) {
  return (
    <li className={styles.box} data-state={state}>
      <strong>
        {state === 'nobody' && <WarningIcon />} {name}
      </strong>
      <span>{says}</span>
    </li>
  );
}
