import { useMessages } from '../i18n/use-messages.ts';
import { SpeakerIcon } from '../ui/icons.tsx';
import { useSound } from './use-sound.ts';

/**
 * Large and plain while the browser wants a touch first; else one tap silences this device.
 * @param enable the class of the large one
 * @param round the class of the small one, a sign alone
 */
export function SoundButton({ enable, round }: { enable: string | undefined; round: string | undefined }) {
  const t = useMessages();
  const { player, state } = useSound();
  if (state === 'unsupported') return null;
  if (state === 'blocked') {
    return (
      <button type="button" className={enable} onClick={() => player.unlock()}>
        <SpeakerIcon muted /> {t.sound.enable}
      </button>
    );
  }
  const muted = state === 'muted';
  const words = muted ? t.sound.muted : t.sound.on;
  return (
    <button
      type="button"
      className={round}
      data-sound
      data-muted={muted || undefined}
      aria-label={words}
      title={words}
      onClick={() => player.setMuted(!muted)}
    >
      <SpeakerIcon muted={muted} />
    </button>
  );
}

/** The same in words, where there is room for them. */
export function SoundSwitch({ className }: { className: string | undefined }) {
  const t = useMessages();
  const { player, state } = useSound();
  if (state === 'unsupported') return null;
  const isOn = state === 'on';
  const tap = () => (state === 'blocked' ? player.unlock() : player.setMuted(isOn));
  return (
    <button type="button" className={className} aria-pressed={isOn} onClick={tap}>
      <SpeakerIcon muted={!isOn} /> {isOn ? t.sound.on : state === 'blocked' ? t.sound.enable : t.sound.muted}
    </button>
  );
}
