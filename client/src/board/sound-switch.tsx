import { useMessages } from '../i18n/use-messages.ts';
import { useSound } from '../sound/use-sound.ts';
import { SpeakerIcon } from '../ui/icons.tsx';

/** Silences this device, and lets it be heard again, in words. */
export function SoundSwitch({ className }: { className: string }) {
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
