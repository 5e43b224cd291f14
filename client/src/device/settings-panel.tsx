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
  const { state, toggle } = useFullScreen();
  return (
    <>
      {state === 'impossible' ? (
        <p className={styles.hint}>{t.screen.fullImpossible}</p>
      ) : (
        <button type="button" className={styles.button} onClick={toggle}>
          {state === 'on' ? t.screen.fullEnd : t.screen.full}
        </button>
      )}
      <p className={styles.hint}>{useCell(awake) ? t.screen.awake : t.screen.asleep}</p>
      {!window.isSecureContext && <p className={styles.hint}>{t.screen.needsHttps}</p>}
    </>
  );
}
