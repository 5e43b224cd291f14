import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { useStationsChoice } from '../../live/stations-choice.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import { StationsPanel } from '../late-parts.ts';
import { useBoardScreen } from '../use-screen.ts';
import { shownName } from './shown.ts';
import styles from './stations-button.module.css';

/**
 * What this screen shows and what it is called, "PIZZA · Centro"; a tap changes it. Without stations it is Kasera's.
 * @param inWords says it in a sentence, where there is room for one
 */
export function StationsButton({ inWords = false }: { inWords?: boolean }) {
  const shown = useShownName();
  const name = useCell(useBoardScreen().name);
  const t = useMessages();
  const [open, setOpen] = useState(false);
  if (shown === null) {
    return (
      <h1 className={styles.name} data-plain>
        Kasera{name && <span className={styles.screenName}> · {name}</span>}
      </h1>
    );
  }
  return (
    <>
      <h1 className={styles.name}>
        <button type="button" className={styles.shown} aria-label={t.wall.shows(shown)} onClick={() => setOpen(true)}>
          {inWords ? t.wall.shows(shown) : <span>{shown}</span>}
          {name && !inWords && <span className={styles.screenName}> · {name}</span>}
        </button>
      </h1>
      {open && <StationsPanel onClose={() => setOpen(false)} />}
    </>
  );
}

/** What this screen shows, in words; null where the kitchen has no stations. */
export function useShownName(): string | null {
  const { wall } = useMessages();
  const rules = useCell(useLive().rules);
  const [chosen] = useStationsChoice();
  return rules && shownName(chosen, rules, wall);
}
