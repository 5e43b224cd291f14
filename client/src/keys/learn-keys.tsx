import { useEffect, useState } from 'react';
import { useDevice } from '../device/device.ts';
import { usePanelWords } from '../device/use-panel-words.ts';
import { useCell } from '../live/use-live.ts';
import { Segmented } from '../ui/segmented.tsx';
import { keyActions, learnKey, readKeyMap, usualKeys, writeKeyMap, type Key, type KeyAction } from './key-map.ts';
import { actionName, keyName } from './key-name.ts';
import styles from './keys.module.css';

/** Teaches this device the keys of its bump bar, one action after the other. */
export function LearnKeys() {
  const t = usePanelWords().keys;
  const { keys, bars } = useDevice();
  const map = readKeyMap(useCell(keys));
  const [learning, setLearning] = useState<KeyAction | null>(null);
  const [said, setSaid] = useState('');
  const learn = (action: KeyAction, key: Key) => {
    const { map: next, takenFrom } = learnKey(map, action, key);
    keys.set(writeKeyMap(next));
    const name = keyName(key, t.names);
    const taken = takenFrom ? ` ${t.taken(name, actionName(takenFrom, t))}` : '';
    setSaid(t.learnt(name, actionName(action, t)) + taken);
    setLearning(null);
  };
  return (
    <>
      <p>{t.bars}</p>
      <Segmented
        label={t.bars}
        value={useCell(bars)}
        options={[
          { value: 'yes', text: t.shown },
          { value: 'no', text: t.hidden },
        ]}
        onChange={bars.set}
      />
      <p className={styles.said} role="status">
        {learning ? '' : said}
      </p>
      <details className={styles.learn}>
        <summary>{t.learn}</summary>
        {learning && <Asking action={learning} onKey={(key) => learn(learning, key)} onEnd={() => setLearning(null)} />}
        <ul className={styles.list}>
          {keyActions.map((action) => (
            <li key={action}>
              <span>{actionName(action, t)}</span>
              <button
                type="button"
                className={styles.key}
                aria-label={`${t.change(actionName(action, t))} (${namesOf(map[action], t)})`}
                onClick={() => setLearning(action)}
              >
                {namesOf(map[action], t)}
              </button>
            </li>
          ))}
        </ul>
        <button
          type="button"
          className={styles.key}
          onClick={() => {
            keys.set(writeKeyMap(usualKeys));
            setSaid(t.reset);
          }}
        >
          {t.reset}
        </button>
      </details>
      <a className={styles.link} href="/keys">
        {t.sheet}
      </a>
    </>
  );
}

export function namesOf(keys: readonly Key[], t: ReturnType<typeof usePanelWords>['keys']): string {
  const names = [...new Set(keys.map((key) => keyName(key, t.names)))];
  return names.length === 0 ? t.none : names.join(` ${t.or} `);
}

/** Takes the very next key, whatever it is; only a tap leaves it as it was. */
function Asking(props: { action: KeyAction; onKey: (key: Key) => void; onEnd: () => void }) {
  const { action, onKey, onEnd } = props;
  const t = usePanelWords().keys;
  useEffect(() => {
    const onDown = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) onKey({ key: event.key, code: event.code });
    };
    window.addEventListener('keydown', onDown, { capture: true });
    return () => window.removeEventListener('keydown', onDown, { capture: true });
  }, [onKey]);
  return (
    <div className={styles.asking} role="alertdialog" aria-label={t.press(actionName(action, t))}>
      <p>{t.press(actionName(action, t))}</p>
      <button type="button" className={styles.key} onClick={onEnd}>
        {t.cancel}
      </button>
    </div>
  );
}
