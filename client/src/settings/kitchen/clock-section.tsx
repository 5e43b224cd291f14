import { orderKinds, type OrderKind } from '@kasera/shared/order.ts';
import { useState } from 'react';
import { Section } from '../section.tsx';
import { ClockPicture } from './clock-picture.tsx';
import styles from './clock-section.module.css';
import { useKitchenWords, type Editing } from './context.ts';
import { faultAt } from './faults.ts';
import { isSame } from './merge.ts';
import { FaultLine, NumberField } from './number-field.tsx';
import { SwitchField } from './switch-field.tsx';

/** When a ticket's clock turns: one rule for all orders, or one for each kind. */
export function ClockSection(editing: Editing) {
  const { draft, set } = editing;
  const { clock: words } = useKitchenWords();
  const { pickup } = draft.thresholds;
  const areSame = orderKinds.every((kind) => isSame(draft.thresholds[kind], pickup));
  const [wantsEach, setWantsEach] = useState(false);
  const isEach = wantsEach || !areSame;
  const setEach = (each: boolean) => {
    setWantsEach(each);
    if (!each) set({ thresholds: { delivery: pickup, pickup, 'dine-in': pickup, unknown: pickup } });
  };
  return (
    <Section id="clock" title={words.title} about={words.about}>
      <SwitchField label={words.each} about={isEach ? words.eachYes : words.eachNo} on={isEach} onChange={setEach} />
      {isEach ? (
        orderKinds.map((kind) => <KindClock key={kind} {...editing} kinds={[kind]} title={words.kinds[kind]} />)
      ) : (
        <KindClock {...editing} kinds={orderKinds} title={words.all} />
      )}
    </Section>
  );
}

function KindClock(props: Editing & { kinds: readonly OrderKind[]; title: string }) {
  const { draft, change, faults, kinds, title } = props;
  const { clock: words } = useKitchenWords();
  const [kind = 'unknown'] = kinds;
  const thresholds = draft.thresholds[kind];
  const put = (next: Partial<typeof thresholds>) =>
    change((now) => {
      const thresholdsNow = { ...now.thresholds };
      for (const one of kinds) thresholdsNow[one] = { ...thresholdsNow[one], ...next };
      return { ...now, thresholds: thresholdsNow };
    });
  const age = (index: 0 | 1 | 2) => (minutes: number) => {
    const [first, second, third] = thresholds.ages;
    put({
      ages: [index === 0 ? minutes : first, index === 1 ? minutes : second, index === 2 ? minutes : third],
    });
  };
  const path = `thresholds.${kind}`;
  const rising = faults.find((fault) => fault.path === `${path}.ages` && fault.code === 'rising') ?? null;
  return (
    <div className={styles.kind} role="group" aria-label={title}>
      <h3>{title}</h3>
      <ClockPicture thresholds={thresholds} />
      <div className={styles.numbers}>
        <NumberField
          label={words.soon}
          of={title}
          value={thresholds.soon}
          empty={Number.NaN}
          fault={faultAt(faults, `${path}.soon`)}
          onChange={(soon) => put({ soon })}
        />
        {([0, 1, 2] as const).map((index) => (
          <NumberField
            key={index}
            label={words.ages[index]}
            of={title}
            value={thresholds.ages[index]}
            empty={Number.NaN}
            fault={faultAt(faults, `${path}.ages.${index}`)}
            onChange={age(index)}
          />
        ))}
      </div>
      {rising && <FaultLine fault={rising} />}
    </div>
  );
}
