import type { ReactNode } from 'react';
import styles from './icons.module.css';

/** Signs are drawn, not typed: no glyph is left to the fonts of a wall screen. All are as tall as the text beside them. */
function Icon({ children, label }: { children: ReactNode; label?: string | undefined }) {
  const spoken = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" fill="none" {...spoken}>
      {children}
    </svg>
  );
}

export function CheckIcon({ label }: { label?: string }) {
  return (
    <Icon label={label}>
      <path d="M4 13l5.5 5.5L20 6.5" />
    </Icon>
  );
}

export function CrossIcon() {
  return (
    <Icon>
      <path d="M5.5 5.5l13 13M18.5 5.5l-13 13" />
    </Icon>
  );
}

export function MinusIcon() {
  return (
    <Icon>
      <path d="M4 12h16" />
    </Icon>
  );
}

export function PlusIcon() {
  return (
    <Icon>
      <path d="M4 12h16M12 4v16" />
    </Icon>
  );
}

export function WarningIcon() {
  return (
    <Icon>
      <path d="M12 3.5L22 20.5H2z" />
      <path d="M12 10v4.5M12 17.4v.2" />
    </Icon>
  );
}

export function MoreIcon() {
  return (
    <svg className={styles.filled} viewBox="0 0 24 24" aria-hidden fill="currentColor">
      <circle cx="4.5" cy="12" r="2.4" />
      <circle cx="12" cy="12" r="2.4" />
      <circle cx="19.5" cy="12" r="2.4" />
    </svg>
  );
}

export function UpIcon() {
  return (
    <Icon>
      <path d="M12 20V4.5M5.5 11L12 4.5l6.5 6.5" />
    </Icon>
  );
}

export function RightIcon() {
  return (
    <Icon>
      <path d="M4 12h15.5M13 5.5l6.5 6.5-6.5 6.5" />
    </Icon>
  );
}

export function LeftIcon() {
  return (
    <Icon>
      <path d="M20 12H4.5M11 5.5L4.5 12l6.5 6.5" />
    </Icon>
  );
}

export function RecallIcon() {
  return (
    <Icon>
      <path d="M9.5 4.5L4 10l5.5 5.5" />
      <path d="M4.5 10H14a6 6 0 0 1 0 12h-1" transform="translate(0 -2)" />
    </Icon>
  );
}

export function SuggestedIcon() {
  return (
    <svg className={styles.filled} viewBox="0 0 24 24" aria-hidden fill="currentColor">
      <path d="M7 4l12 8-12 8z" />
    </svg>
  );
}

export function SpeakerIcon({ muted = false }: { muted?: boolean }) {
  return (
    <Icon>
      <path d="M3.5 9.5v5h4L13 19V5L7.5 9.5z" />
      {muted ? <path d="M17 9.5l5 5M22 9.5l-5 5" /> : <path d="M16.5 8.5a5 5 0 0 1 0 7M19.5 5.8a9 9 0 0 1 0 12.4" />}
    </Icon>
  );
}

/** An empty plate, struck through. */
export function SoldOutIcon({ label }: { label?: string }) {
  return (
    <Icon label={label}>
      <circle cx="12" cy="12" r="9" />
      <path d="M5.8 18.2L18.2 5.8" />
    </Icon>
  );
}

export function SettingsIcon() {
  return (
    <Icon>
      <path d="M4 7h9M19 7h1M4 17h1M11 17h9" />
      <circle cx="16" cy="7" r="2.6" />
      <circle cx="8" cy="17" r="2.6" />
    </Icon>
  );
}
