import { useMessages } from '../i18n/use-messages.ts';
import { useSound } from '../sound/use-sound.ts';
import { SpeakerIcon } from '../ui/icons.tsx';
import styles from './counter-bar.module.css';

/** Large and plain while the browser wants a touch first; else one tap silences this device. */
export function SoundSwitch() {
  const t = useMessages();
  const { player, state } = useSound();
  if (state === 'unsupported') return null;
  if (state === 'blocked') {
    return (
      <button type="button" className={styles.enable} onClick={() => player.unlock()}>
        <SpeakerIcon muted /> {t.sound.enable}
      </button>
    );
  }
  const muted = state === 'muted';
  const words = muted ? t.sound.muted : t.sound.on;
  return (
    <button
      type="button"
      className={styles.round}
      data-muted={muted || undefined}
      aria-label={words}
      title={words}
      onClick={() => player.setMuted(!muted)}
    >
      <SpeakerIcon muted={muted} />
    </button>
  );
}
