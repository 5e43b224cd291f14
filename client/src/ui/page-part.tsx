import type { ReactNode } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { Guarded } from './guarded.tsx';
import styles from './page-part.module.css';

/**
 * A part of a page without which the rest of it is of use. Where it cannot be drawn that is said, and it can be tried again.
 * @param about what it is drawn from: with another it is tried again by itself
 */
export function PagePart({ about, children }: { about?: unknown; children: ReactNode }) {
  return (
    <Guarded about={about} instead={(again) => <Fault onAgain={again} />}>
      {children}
    </Guarded>
  );
}

function Fault({ onAgain }: { onAgain: () => void }) {
  const { fault } = useMessages();
  return (
    <p className={styles.fault} role="alert">
      {fault.part}
      <button type="button" className={styles.again} onClick={onAgain}>
        {fault.again}
      </button>
    </p>
  );
}
