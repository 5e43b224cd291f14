import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { ClosingPanel } from '../late-parts.ts';
import type { Listing } from '../listing.ts';
import styles from './closing.module.css';
import { useLeftOrders } from './use-left-orders.ts';

/** After closing, quietly: so many are left, and what can be said of them. Nothing where none is. */
export function ClosingButton(props: { listing: Pick<Listing, 'main' | 'fresh'>; place: 'row' | 'band' | 'panel' }) {
  const { listing, place } = props;
  const t = useMessages();
  const left = useLeftOrders(listing);
  const [open, setOpen] = useState(false);
  return (
    <>
      {left && (
        <button type="button" className={styles.band} data-in={place} onClick={() => setOpen(true)}>
          {t.wall.leftAtClosing(left.orders.length)}
          <span className={styles.bandChoices}>: {t.wall.leftChoices}</span>
        </button>
      )}
      {open && <ClosingPanel left={left} onClose={() => setOpen(false)} />}
    </>
  );
}
