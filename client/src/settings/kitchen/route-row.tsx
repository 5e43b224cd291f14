import type { ReactNode } from 'react';
import type { Editing } from './context.ts';
import { useKitchenWords } from './context.ts';
import { ruleAt, setRule, type RoutePlace } from './draft.ts';
import { faultAt } from './faults.ts';
import { NumberField } from './number-field.tsx';
import type { Resolved } from './resolve.ts';
import { RouteChips } from './route-chips.tsx';
import styles from './routing.module.css';
import { withLead } from './rules.ts';

/** A category or a dish: what it is, where it goes, how long before its promise it is begun. */
export function RouteRow(
  props: Editing & {
    place: Exclude<RoutePlace, { type: 'word' }>;
    name: string;
    resolved: Resolved;
    inherited: Resolved;
    heading: ReactNode;
    /** Nothing is in it: that nobody claims it harms nobody. */
    isEmpty?: boolean;
  },
) {
  const { draft, change, faults, place, name, resolved, inherited, heading } = props;
  const { routing: words } = useKitchenWords();
  const rule = ruleAt(draft, place);
  const field = place.type === 'category' ? 'categories' : 'products';
  return (
    <div className={styles.route} data-kind={place.type}>
      {heading}
      <RouteChips {...props} />
      {!resolved.route.handOver && (
        <NumberField
          label={words.lead}
          of={name}
          value={rule?.leadMinutes ?? null}
          empty={null}
          placeholder={String(inherited.route.leadMinutes ?? draft.leadMinutes)}
          fault={faultAt(faults, `routing.${field}.${place.id}.leadMinutes`)}
          onChange={(minutes) => change((now) => setRule(now, place, withLead(ruleAt(now, place), minutes)))}
        />
      )}
    </div>
  );
}
