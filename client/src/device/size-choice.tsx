import { useMessages } from '../i18n/use-messages.ts';
import { useCell } from '../live/use-live.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useDevice } from './device.ts';
import { largestPx, nearestSize, sizePx, sizes, smallestPx, ticketsThatFit } from './size.ts';
import { usePanelWords } from './use-panel-words.ts';
import styles from './settings-panel.module.css';

/** From how far the screen is read: a distance, or any text size between. The board behind it follows at once. */
export function SizeChoice() {
  const t = usePanelWords();
  const { emPx } = useDevice();
  const px = useCell(emPx);
  const nearest = nearestSize(px);
  return (
    <>
      <Segmented
        label={t.size.title}
        value={sizePx[nearest] === px ? nearest : ''}
        options={sizes.map((value) => ({ value, text: t.size.names[value] }))}
        onChange={(size) => size !== '' && emPx.set(sizePx[size])}
      />
      <label className={styles.slider}>
        <span>{t.size.slider}</span>
        <input
          type="range"
          min={smallestPx}
          max={largestPx}
          value={px}
          aria-valuetext={t.size.pixels(px)}
          onChange={(event) => emPx.set(event.target.valueAsNumber)}
        />
        <output>{t.size.pixels(px)}</output>
      </label>
      <p aria-live="polite">
        <Fits emPx={px} />
      </p>
    </>
  );
}

/** "about 3 tickets fit", at that size. */
export function Fits({ emPx }: { emPx: number }) {
  const t = useMessages();
  const fits = ticketsThatFit(emPx, { widthPx: window.innerWidth - 32, heightPx: window.innerHeight - 200 });
  return <span className={styles.hint}>{t.device.fits(fits)}</span>;
}
