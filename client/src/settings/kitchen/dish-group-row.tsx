import { useId, useState } from 'react';
import { quantity } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { UpIcon } from '../../ui/icons.tsx';
import chips from './chips.module.css';
import { useKitchenWords, type Editing } from './context.ts';
import type { DishGroup } from './dishes.ts';
import remarks from './remarks.module.css';
import { isNobodys, type Resolver } from './resolve.ts';
import { RouteRow } from './route-row.tsx';
import styles from './routing.module.css';

/** So many dishes are drawn at once: a catalogue may have thousands. */
const dishesAtOnce = 40;

/** A category with its dishes, opened one at a time; or the dishes without any. */
export function DishGroupRow(props: Editing & { group: DishGroup; resolver: Resolver; forceOpen: boolean }) {
  const { group, resolver, forceOpen, ...editing } = props;
  const { category, products } = group;
  const { routing: words } = useKitchenWords();
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState(dishesAtOnce);
  const id = useId();
  const heading = <GroupHead {...{ group, resolver, isOpen, forceOpen, id }} onToggle={() => setOpen(!isOpen)} />;
  return (
    <li className={styles.group} style={{ marginInlineStart: `${Math.min(group.depth, 3) * 20}px` }}>
      {category ? (
        <RouteRow
          {...editing}
          place={{ type: 'category', id: category.id }}
          isEmpty={products.length === 0}
          name={category.name}
          resolved={resolver.ofCategory(category)}
          inherited={resolver.inheritedByCategory(category)}
          heading={heading}
        />
      ) : (
        heading
      )}
      {(isOpen || forceOpen) && (
        <ul id={id} className={styles.dishes}>
          {products.slice(0, shown).map((product) => (
            <li key={product.id}>
              <RouteRow
                {...editing}
                place={{ type: 'product', id: product.id }}
                name={product.name}
                resolved={resolver.ofProduct(product)}
                inherited={resolver.inheritedByProduct(product)}
                heading={<p className={styles.dish}>{product.name}</p>}
              />
            </li>
          ))}
          {products.length > shown && (
            <li>
              <button type="button" className={chips.more} onClick={() => setShown(shown + dishesAtOnce)}>
                {words.more(products.length - shown)}
              </button>
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

function GroupHead(props: {
  group: DishGroup;
  resolver: Resolver;
  isOpen: boolean;
  forceOpen: boolean;
  id: string;
  onToggle: () => void;
}) {
  const { group, resolver, isOpen, forceOpen, id, onToggle } = props;
  const t = useMessages();
  const { routing: words } = useKitchenWords();
  const { products } = group;
  const nobodys = products.filter((product) => isNobodys(resolver.ofProduct(product).route)).length;
  const name = group.category?.name ?? words.withoutCategory;
  const named = (
    <span className={styles.named}>
      <strong>{name}</strong>{' '}
      <span className={remarks.counts}>
        {words.dishes(products.length, quantity(products.length, t))}
        {nobodys > 0 && <span className={remarks.nobody}>{words.ofNobody(nobodys)}</span>}
      </span>
    </span>
  );
  if (forceOpen || products.length === 0) {
    return <p className={styles.category}>{named}</p>;
  }
  return (
    <button type="button" className={styles.category} aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
      <span className={styles.arrow} data-open={isOpen}>
        <UpIcon />
      </span>
      {named}
    </button>
  );
}
