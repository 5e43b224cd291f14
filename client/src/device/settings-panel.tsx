import { LanguageSwitch } from '../i18n/language-switch.tsx';
import { useMessages } from '../i18n/use-messages.ts';
import { LearnKeys } from '../keys/learn-keys.tsx';
import { useCell } from '../live/use-live.ts';
import { PrintSetting } from '../print/print-setting.tsx';
import { Modal } from '../ui/modal.tsx';
import { PageLinks } from '../ui/page-links.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useDevice } from './device.ts';
import { useFullScreen } from './full-screen.ts';
import { ScreenName } from './screen-name.tsx';
import { SizeChoice } from './size-choice.tsx';
import { SoundChoice } from './sound-choice.tsx';
import { themes } from './theme.ts';
import { usePanelWords } from './use-panel-words.ts';
import type { ReactNode } from 'react';
import styles from './settings-panel.module.css';

/** What belongs to this screen alone, one gear away: language, distance, colours, sound, name, keys. */
export function SettingsPanel({ onClose }: { onClose: () => void }) {
  const t = useMessages();
  const words = usePanelWords();
  const { panel } = useDevice();
  const setUpAgain = () => {
    onClose();
    panel.set('first-run');
  };
  return (
    <Modal title={t.top.settings} closeLabel={t.top.close} onClose={onClose}>
      <Section title={words.size.title}>
        <SizeChoice />
      </Section>
      <Section title={words.sound.title}>
        <SoundChoice />
      </Section>
      <Section title={t.languageTitle}>
        <LanguageSwitch />
      </Section>
      <Section title={words.look.title}>
        <ThemeChoice />
      </Section>
      <Section title={words.paper}>
        <PrintSetting />
      </Section>
      <Section title={words.screen.title}>
        <ScreenName />
        <ScreenState />
        <button type="button" className={styles.button} onClick={setUpAgain}>
          {words.screen.again}
        </button>
      </Section>
      <Section title={words.keys.title}>
        <LearnKeys />
      </Section>
      <Section title={words.otherPages}>
        <PageLinks />
      </Section>
    </Modal>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function ThemeChoice() {
  const t = usePanelWords();
  const { theme } = useDevice();
  return (
    <Segmented
      label={t.look.title}
      value={useCell(theme)}
      options={themes.map((value) => ({ value, text: t.look.names[value] }))}
      onChange={theme.set}
    />
  );
}

/** Whether it fills the screen and stays awake, and why not. */
function ScreenState() {
  const t = usePanelWords();
  const { awake } = useDevice();
  return (
    <>
      <FillScreen />
      <p className={styles.hint}>{useCell(awake) ? t.screen.awake : t.screen.asleep}</p>
      {!window.isSecureContext && <p className={styles.hint}>{t.screen.needsHttps}</p>}
    </>
  );
}

/** What is chosen here is kept: a reload ends a full screen, and the board then offers it again. */
function FillScreen() {
  const t = usePanelWords().screen;
  const { fullScreen } = useDevice();
  const { state, fill, leave } = useFullScreen();
  if (state === 'impossible') return <p className={styles.hint}>{t.fullImpossible}</p>;
  if (state === 'by-browser') return <p className={styles.hint}>{t.fullAlready}</p>;
  const isFull = state === 'on';
  const press = () => {
    fullScreen.set(isFull ? 'no' : 'yes');
    if (isFull) leave();
    else fill();
  };
  return (
    <button type="button" className={styles.button} onClick={press}>
      {isFull ? t.fullEnd : t.full}
    </button>
  );
}
