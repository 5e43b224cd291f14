import { useCell } from '../live/use-live.ts';
import { volumes } from '../sound/player.ts';
import { soundNames } from '../sound/tones.ts';
import { useSound } from '../sound/use-sound.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useDevice } from './device.ts';
import { usePanelWords } from './use-panel-words.ts';
import styles from './settings-panel.module.css';

/** Whether and how loud this device sounds, each sound to be tried, and whether it was heard where it matters. */
export function SoundChoice() {
  const t = usePanelWords();
  const { player, state } = useSound();
  const volume = useCell(player.volume);
  return (
    <>
      <Segmented
        label={t.sound.device}
        value={state === 'muted' ? 'off' : 'on'}
        options={[
          { value: 'on', text: t.sound.on },
          { value: 'off', text: t.sound.off },
        ]}
        onChange={(next) => player.setMuted(next === 'off')}
      />
      <Segmented
        label={t.sound.volume}
        value={volume}
        options={volumes.map((value) => ({ value, text: t.sound.volumes[value] }))}
        onChange={(next) => {
          player.volume.set(next);
          player.test('new');
        }}
      />
      <div className={styles.sounds} role="group" aria-label={t.sound.test}>
        {soundNames.map((name) => (
          <button key={name} type="button" className={styles.button} onClick={() => player.test(name)}>
            {t.sound.names[name]}
          </button>
        ))}
      </div>
      <HeardQuestion />
    </>
  );
}

/** "Could you hear it at the grill?", remembered on this device, with what to do if not. */
export function HeardQuestion({ onYes }: { onYes?: () => void }) {
  const t = usePanelWords();
  const { state } = useSound();
  const { heard } = useDevice();
  const answer = useCell(heard);
  if (state === 'unsupported') return <p className={styles.hint}>{t.sound.unsupported}</p>;
  return (
    <>
      {state === 'blocked' && <p className={styles.hint}>{t.sound.blocked}</p>}
      <div className={styles.question}>
        <b>{t.sound.question}</b>
        <div className={styles.answers} role="group" aria-label={t.sound.question}>
          {(['yes', 'no'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className={styles.choice}
              aria-pressed={one === answer}
              onClick={() => {
                heard.set(one);
                if (one === 'yes') onYes?.();
              }}
            >
              {t.sound[one]}
            </button>
          ))}
        </div>
      </div>
      <div role="status">
        {answer === 'yes' && <p className={styles.hint}>{`${t.sound.heardYes} ${t.sound.reboot}`}</p>}
        {answer === 'no' && (
          <ul className={styles.advice}>
            {t.sound.heardNo.map((advice) => (
              <li key={advice}>{advice}</li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
