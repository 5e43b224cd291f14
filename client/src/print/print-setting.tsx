import { useState } from 'react';
import { useOrderPanelWords } from '../i18n/order-panel-words.ts';
import { useCell } from '../live/use-live.ts';
import { Segmented } from '../ui/segmented.tsx';
import { printOnAcceptChoices, printOnAcceptPreference } from './print-on-accept.ts';
import styles from './print-setting.module.css';

/** What this device prints by itself, with what that needs said beside it. */
export function PrintSetting() {
  const [preference] = useState(() => printOnAcceptPreference(localStorage));
  const value = useCell(preference);
  const words = useOrderPanelWords().print;
  return (
    <>
      <Segmented
        label={words.onAccept}
        value={value}
        options={printOnAcceptChoices.map((choice) => ({ value: choice, text: words.choices[choice] }))}
        onChange={preference.set}
      />
      <p className={styles.why}>{words.onAcceptWhy}</p>
    </>
  );
}
