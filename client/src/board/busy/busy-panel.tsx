import { busyChoices } from '@kasera/shared/kitchen.ts';
import { useState } from 'react';
import { useWallPanelWords } from '../../i18n/wall-panel-words.ts';
import { createAsk } from '../../live/ask.ts';
import { Modal } from '../../ui/modal.tsx';
import styles from './busy.module.css';
import { setBusy, type BusyAnswer } from './set-busy.ts';
import { useBusy } from '../../live/use-busy.ts';

type Choice = 0 | (typeof busyChoices)[number];
const choices: readonly Choice[] = [...busyChoices, 0];

/** How much the kitchen is behind; one tap says it to every screen. */
export function BusyPanel({ onClose }: { onClose: () => void }) {
  const { busy: t, close } = useWallPanelWords();
  const current = useBusy()?.minutes ?? 0;
  const [ask] = useState(() => createAsk({ fetch: (path, init) => fetch(path, init) }));
  const [state, setState] = useState<'idle' | 'sending' | Exclude<BusyAnswer, 'done'>>('idle');
  const choose = async (minutes: Choice) => {
    setState('sending');
    const answer = await setBusy(ask, minutes);
    if (answer === 'done') onClose();
    else setState(answer);
  };
  return (
    <Modal title={t.title} closeLabel={close} onClose={onClose}>
      <p className={styles.why}>{t.why}</p>
      <div className={styles.choices}>
        {choices.map((minutes) => (
          <button
            key={minutes}
            type="button"
            className={styles.choice}
            aria-pressed={minutes === current}
            disabled={state === 'sending'}
            onClick={() => void choose(minutes)}
          >
            {minutes === 0 ? t.off : t.add(minutes)}
          </button>
        ))}
      </div>
      <p className={styles.failed} role="status">
        {state === 'unreached' ? t.failed : state === 'refused' ? t.refused : ''}
      </p>
    </Modal>
  );
}
