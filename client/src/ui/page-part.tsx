import { useEffect, useState, type ReactNode } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { Guarded } from './guarded.tsx';
import { CrossIcon } from './icons.tsx';
import styles from './page-part.module.css';

/**
 * A part of a page without which the rest of it is of use. Where it cannot be drawn that is said; it is tried again by a tap,
 * and by itself now and then until somebody puts the words away.
 */
export function PagePart({ children }: { children: ReactNode }) {
  return <Guarded instead={(again) => <Fault onAgain={again} />}>{children}</Guarded>;
}

const againAfterMs = 10_000;

function Fault({ onAgain }: { onAgain: () => void }) {
  const { fault, top } = useMessages();
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    if (isAway) return undefined;
    const timer = setTimeout(onAgain, againAfterMs);
    return () => clearTimeout(timer);
  }, [isAway, onAgain]);
  if (isAway) return null;
  return (
    <p className={styles.fault} role="alert">
      {fault.part}
      <button type="button" className={styles.again} onClick={onAgain}>
        {fault.again}
      </button>
      <button type="button" className={styles.again} aria-label={top.close} onClick={() => setAway(true)}>
        <CrossIcon />
      </button>
    </p>
  );
}
