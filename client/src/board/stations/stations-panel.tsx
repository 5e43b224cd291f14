import { expoStation } from '@kasera/shared/kitchen.ts';
import { useWallPanelWords } from '../../i18n/wall-panel-words.ts';
import { useStationsChoice } from '../../live/stations-choice.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import { Modal } from '../../ui/modal.tsx';
import { toggled } from './shown.ts';
import styles from './stations-panel.module.css';

/** Which part of each order this screen shows; a tap is a choice at once, and several may be chosen. */
export function StationsPanel({ onClose }: { onClose: () => void }) {
  const { stations: t, close } = useWallPanelWords();
  const rules = useCell(useLive().rules);
  const [chosen, choose] = useStationsChoice();
  return (
    <Modal title={t.title} closeLabel={close} onClose={onClose}>
      <p className={styles.hint}>{t.hint}</p>
      <div className={styles.choices}>
        {rules?.stations.map(({ id, name }) => (
          <Choice key={id} name={name} isOn={chosen?.includes(id) ?? false} onTap={() => choose(toggled(chosen, id))} />
        ))}
        <Choice
          name={t.expo}
          hint={t.expoHint}
          isOn={chosen?.includes(expoStation) ?? false}
          onTap={() => choose(toggled(chosen, expoStation))}
        />
        <Choice name={t.everything} hint={t.everythingHint} isOn={chosen === null} onTap={() => choose(null)} />
      </div>
      <a className={styles.link} href="/settings/kitchen">
        {t.settings}
      </a>
    </Modal>
  );
}

function Choice({ name, hint, isOn, onTap }: { name: string; hint?: string; isOn: boolean; onTap: () => void }) {
  return (
    <button type="button" className={styles.choice} aria-pressed={isOn} onClick={onTap}>
      <span className={styles.tick}>{isOn && <CheckIcon />}</span>
      <span className={styles.name}>{name}</span>
      {hint && <span className={styles.why}>{hint}</span>}
    </button>
  );
}
