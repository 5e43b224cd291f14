import type { ReactNode } from 'react';
import styles from '../../ui/icons.module.css';

/** Signs only tickets have; drawn, like all the others. */
function Sign({ children }: { children: ReactNode }) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" fill="none" aria-hidden>
      {children}
    </svg>
  );
}

/** A flash. */
export function RushIcon() {
  return (
    <svg className={styles.filled} viewBox="0 0 24 24" fill="currentColor" aria-hidden>
      <path d="M14 1.5L3.5 14H11l-1.5 8.5L20.5 10H13z" />
    </svg>
  );
}

/** Somebody at the door. */
export function DriverIcon() {
  return (
    <Sign>
      <circle cx="12" cy="6.5" r="3.5" />
      <path d="M4.5 21.5c0-5 3-8 7.5-8s7.5 3 7.5 8" />
    </Sign>
  );
}

/** The promise was moved back. */
export function LaterIcon() {
  return (
    <Sign>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 6.5V12l4 2.5" />
    </Sign>
  );
}

/** Opens downwards; upwards while it is open. */
export function FoldIcon({ isOpen }: { isOpen: boolean }) {
  return (
    <Sign>
      <path d={isOpen ? 'M5 15.5l7-7 7 7' : 'M5 8.5l7 7 7-7'} />
    </Sign>
  );
}
