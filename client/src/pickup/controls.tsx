import { useEffect, useState } from 'react';
import { useFullScreen } from '../device/full-screen.ts';
import { useSound } from '../sound/use-sound.ts';
import { SpeakerIcon } from '../ui/icons.tsx';
import { pickupLanguages, type PickupLanguages, type PickupWords } from './words.ts';
import styles from './controls.module.css';

const shownForMs = 6_000;

/** Out of sight while guests look: a move of the pointer, a touch or the Tab key brings it. A deaf screen says so. */
export function Controls(props: {
  languages: PickupLanguages;
  onLanguages: (languages: PickupLanguages) => void;
  words: PickupWords;
}) {
  const { languages, onLanguages, words } = props;
  const { state } = useSound();
  const isShown = useStirred();
  const texts: Record<PickupLanguages, string> = { es: 'ES', en: 'EN', both: words.both };
  return (
    <aside className={styles.controls} data-shown={isShown || undefined} aria-label={words.controls}>
      {state === 'blocked' && <EnableSound words={words} />}
      <div className={styles.quiet}>
        <SoundSwitch words={words} />
        <FullScreenButton words={words} />
        <div role="group" aria-label={words.languages} className={styles.languages}>
          {pickupLanguages.map((one) => (
            <button
              key={one}
              type="button"
              className={styles.button}
              aria-pressed={one === languages}
              onClick={() => onLanguages(one)}
            >
              {texts[one]}
            </button>
          ))}
        </div>
      </div>
    </aside>
  );
}

function EnableSound({ words }: { words: PickupWords }) {
  const { player } = useSound();
  return (
    <button type="button" className={styles.enable} onClick={() => player.unlock()}>
      <SpeakerIcon muted /> {words.enableSound}
    </button>
  );
}

function SoundSwitch({ words }: { words: PickupWords }) {
  const { player, state } = useSound();
  if (state !== 'on' && state !== 'muted') return null;
  return (
    <button type="button" className={styles.button} onClick={() => player.setMuted(state === 'on')}>
      <SpeakerIcon muted={state === 'muted'} /> {state === 'on' ? words.soundOn : words.soundOff}
    </button>
  );
}

function FullScreenButton({ words }: { words: PickupWords }) {
  const { state, fill, leave } = useFullScreen();
  if (state === 'impossible' || state === 'by-browser') return null;
  return (
    <button type="button" className={styles.button} onClick={state === 'on' ? leave : fill}>
      {state === 'on' ? words.leaveFullScreen : words.fullScreen}
    </button>
  );
}

/** Whether somebody moved the pointer or touched the screen in the last seconds. */
function useStirred(): boolean {
  const [isStirred, setStirred] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stir = () => {
      setStirred(true);
      clearTimeout(timer);
      timer = setTimeout(() => setStirred(false), shownForMs);
    };
    window.addEventListener('pointermove', stir);
    window.addEventListener('pointerdown', stir);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', stir);
      window.removeEventListener('pointerdown', stir);
    };
  }, []);
  return isStirred;
}
