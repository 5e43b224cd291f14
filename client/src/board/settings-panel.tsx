import { LanguageSwitch } from '../i18n/language-switch.tsx';
import { useMessages } from '../i18n/use-messages.ts';
import { useCell } from '../live/use-live.ts';
import { volumes } from '../sound/player.ts';
import { soundNames } from '../sound/tones.ts';
import { useSound } from '../sound/use-sound.ts';
import { Modal } from '../ui/modal.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { ScreenName } from './screen-name.tsx';
import { ShopSettingsLink } from './shop-settings-link.tsx';
import { sizes, ticketsThatFit, useSize } from './size.ts';
import styles from './settings-panel.module.css';

/** What belongs to this screen: language, distance, sound. */
export function SettingsPanel({ onClose }: { onClose: () => void }) {
  const t = useMessages();
  return (
    <Modal title={t.top.settings} closeLabel={t.top.close} onClose={onClose}>
      <section className={styles.section}>
        <h3>{t.languageTitle}</h3>
        <LanguageSwitch />
      </section>
      <section className={styles.section}>
        <h3>{t.size.title}</h3>
        <SizeSwitch />
      </section>
      <section className={styles.section}>
        <h3>{t.sound.volume}</h3>
        <VolumeSwitch />
      </section>
      <section className={styles.section}>
        <h3>{t.sound.test}</h3>
        <SoundTest />
      </section>
      <section className={styles.section}>
        <h3>{t.screenName.title}</h3>
        <ScreenName />
      </section>
      <ShopSettingsLink />
      {!('wakeLock' in navigator) && <p className={styles.hint}>{t.screenMaySleep}</p>}
    </Modal>
  );
}

function SizeSwitch() {
  const t = useMessages();
  const [size, setSize] = useSize();
  const fits = ticketsThatFit(size, { widthPx: window.innerWidth - 32, heightPx: window.innerHeight - 200 });
  return (
    <>
      <Segmented
        label={t.size.title}
        value={size}
        options={sizes.map((value) => ({ value, text: t.size[value] }))}
        onChange={setSize}
      />
      <p className={styles.hint}>{t.size.fits(fits)}</p>
    </>
  );
}

/** Sounds at each choice, so that it is made by ear. */
function VolumeSwitch() {
  const t = useMessages();
  const { player } = useSound();
  const volume = useCell(player.volume);
  return (
    <Segmented
      label={t.sound.volume}
      value={volume}
      options={volumes.map((value) => ({ value, text: t.sound.volumes[value] }))}
      onChange={(next) => {
        player.volume.set(next);
        player.test('new');
      }}
    />
  );
}

function SoundTest() {
  const t = useMessages();
  const { player, state } = useSound();
  return (
    <>
      <div className={styles.sounds}>
        {soundNames.map((name) => (
          <button key={name} type="button" className={styles.sound} onClick={() => player.test(name)}>
            {t.sound.names[name]}
          </button>
        ))}
      </div>
      {state === 'blocked' ? (
        <p className={styles.hint}>{t.sound.blocked}</p>
      ) : (
        <p>
          <b>{t.sound.question}</b> <span className={styles.hint}>{t.sound.ifNot}</span>
        </p>
      )}
    </>
  );
}
