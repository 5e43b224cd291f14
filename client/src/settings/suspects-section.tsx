import type { ErasedSuspect } from '@kasera/shared/shop.ts';
import { useState } from 'react';
import { Callout } from '../ui/callout.tsx';
import buttons from '../ui/wall-button.module.css';
import { MomentText } from './ago-text.tsx';
import { useWords } from './context.ts';
import { Section } from './section.tsx';
import { SpokenOutcome } from './spoken-outcome.tsx';
import { useAct } from './use-shop.ts';
import styles from './suspects-section.module.css';

/** Orders that vanished in the shop in a number too great to believe: somebody says what they are. */
export function SuspectsSection({ suspects }: { suspects: readonly ErasedSuspect[] }) {
  const { suspects: words } = useWords();
  const judge = useAct((api, verdict: { orderIds: string[]; erased: boolean }) => api.judgeSuspects(verdict));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = suspects.filter(({ orderId }) => !left.has(orderId)).map(({ orderId }) => orderId);
  const say = (erased: boolean) => judge.mutate({ orderIds: chosen, erased });
  const count = judge.variables?.orderIds.length ?? 0;
  const done = judge.variables?.erased ? words.doneErased(count) : words.doneKept(count);
  const isIdle = chosen.length === 0 || judge.isPending;
  return (
    <Section id="suspects" title={words.title} about={suspects.length > 0 ? words.about : words.noneAbout}>
      {suspects.length === 0 && <p>{words.none}</p>}
      {suspects.length > 0 && (
        <>
          <Callout level="bad" means={words.look} />
          <SuspectList suspects={suspects} left={left} onLeft={setLeft} />
          <div className={styles.buttons}>
            <button type="button" className={buttons.danger} disabled={isIdle} onClick={() => say(true)}>
              {judge.isPending ? words.telling : words.erased}
            </button>
            <button type="button" className={buttons.quiet} disabled={isIdle} onClick={() => say(false)}>
              {words.kept}
            </button>
          </div>
        </>
      )}
      <SpokenOutcome reply={judge.data} done={judge.data?.type === 'done' && !judge.isPending ? done : null} />
    </Section>
  );
}

function SuspectList(props: {
  suspects: readonly ErasedSuspect[];
  left: ReadonlySet<string>;
  onLeft: (left: ReadonlySet<string>) => void;
}) {
  const { suspects, left, onLeft } = props;
  const { suspects: words } = useWords();
  const toggle = (orderId: string) => {
    const next = new Set(left);
    if (!next.delete(orderId)) next.add(orderId);
    onLeft(next);
  };
  return (
    <ul className={styles.list}>
      {suspects.map(({ orderId, number, since }) => (
        <li key={orderId} className={styles.row}>
          <label>
            <input type="checkbox" checked={!left.has(orderId)} onChange={() => toggle(orderId)} />
            {words.select(number)}
          </label>
          <span className={styles.hint}>
            <MomentText at={since} say={words.since} />
          </span>
        </li>
      ))}
    </ul>
  );
}
