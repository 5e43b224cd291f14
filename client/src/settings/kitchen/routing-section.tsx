import type { KitchenView } from '@kasera/shared/kitchen-settings.ts';
import { useId, useState } from 'react';
import { quantity } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import field from '../../ui/field.module.css';
import { CheckIcon } from '../../ui/icons.tsx';
import { Section } from '../section.tsx';
import chips from './chips.module.css';
import { useKitchenWords, type Editing } from './context.ts';
import { DishGroupRow } from './dish-group-row.tsx';
import { groupDishes, sought, type DishCounts } from './dishes.ts';
import remarks from './remarks.module.css';
import type { Resolver } from './resolve.ts';
import styles from './routing.module.css';

const groupsAtOnce = 60;

/** Every category and dish of the shop's catalogue, and where it goes. */
export function RoutingSection(props: Editing & { view: KitchenView; resolver: Resolver; counts: DishCounts }) {
  const { view, resolver, counts, ...editing } = props;
  const t = useMessages();
  const { routing: words } = useKitchenWords();
  const id = useId();
  const [text, setText] = useState('');
  const [nobodys, setNobodys] = useState(false);
  const [shown, setShown] = useState(groupsAtOnce);
  const isNarrowed = text.trim() !== '' || nobodys;
  const groups = sought(groupDishes(view), { text, nobodys }, resolver);
  if (view.products.length === 0) {
    return (
      <Section id="routing" title={words.title} about={words.about}>
        <p>{words.noCatalogue}</p>
      </Section>
    );
  }
  return (
    <Section id="routing" title={words.title} about={words.about}>
      <div className={styles.narrow} role="search">
        <label htmlFor={id} className={field.hint}>
          {words.search}
        </label>
        <input
          id={id}
          type="search"
          className={field.input}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="button" className={chips.chip} aria-pressed={nobodys} onClick={() => setNobodys(!nobodys)}>
          {nobodys && <CheckIcon />} {words.onlyNobodys(counts.nobody, quantity(counts.nobody, t))}
        </button>
      </div>
      <p className={remarks.hint} role="status">
        {isNarrowed ? words.found(groups.reduce((sum, { products }) => sum + products.length, 0)) : words.how}
      </p>
      <ul className={styles.groups}>
        {groups.slice(0, shown).map((group) => (
          <DishGroupRow
            key={group.category?.id ?? ''}
            {...editing}
            group={group}
            resolver={resolver}
            forceOpen={isNarrowed}
          />
        ))}
      </ul>
      {groups.length > shown && (
        <button type="button" className={chips.more} onClick={() => setShown(shown + groupsAtOnce)}>
          {words.more(groups.length - shown)}
        </button>
      )}
    </Section>
  );
}
