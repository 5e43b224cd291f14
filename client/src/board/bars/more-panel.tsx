import { useMessages } from '../../i18n/use-messages.ts';
import { useWallPanelWords } from '../../i18n/wall-panel-words.ts';
import { SoundSwitch } from '../../sound/sound-switch.tsx';
import { Modal } from '../../ui/modal.tsx';
import { PageLinks } from '../../ui/page-links.tsx';
import { BusyButton } from '../busy/busy-button.tsx';
import { ClosingButton } from '../closing/closing-button.tsx';
import type { Listing } from '../listing.ts';
import { StationsButton } from '../stations/stations-button.tsx';
import type { View } from '../use-board-view.ts';
import { useRail } from '../use-rail.ts';
import styles from './more-panel.module.css';

/** Everything else of the board: what is rarely needed, or has no room in a narrow screen's bar. */
export function MorePanel(props: { listing: Listing; onShow: (view: View) => void; onClose: () => void }) {
  const { listing, onShow, onClose } = props;
  const t = useMessages();
  const { more, close } = useWallPanelWords();
  const rail = useRail();
  const go = (view: View) => {
    onShow(view);
    onClose();
  };
  return (
    <Modal title={more.title} closeLabel={close} onClose={onClose}>
      <div className={styles.choices}>
        <StationsButton inWords />
        <button type="button" className={styles.choice} onClick={() => go('all-day')}>
          {t.wall.allDay}
        </button>
        <button type="button" className={styles.choice} onClick={() => go('later')}>
          {t.wall.later} {listing.later.length}
        </button>
        {rail.fits && (
          <button type="button" className={styles.choice} aria-pressed={rail.isShown} onClick={rail.toggle}>
            {more.rail}: {rail.isShown ? more.railOn : more.railOff}
          </button>
        )}
        <SoundSwitch className={styles.choice} />
        <BusyButton />
        <ClosingButton listing={listing} place="panel" />
      </div>
      {!rail.fits && <p className={styles.why}>{more.railNarrow}</p>}
      <PageLinks />
    </Modal>
  );
}
