import type { NoticeCode } from '@kasera/shared/socket.ts';
import type { ReactNode } from 'react';
import icons from '../../ui/icons.module.css';
import { SpeakerIcon, WarningIcon } from '../../ui/icons.tsx';
import type { Health } from './health.ts';

/** What is in trouble: seen before it is read. */
export type Troubled = 'server' | 'shop' | 'phones' | 'sound' | 'screen' | 'other';

/** Which part of the house a trouble is in. */
export function troubledBy(code: NoticeCode): Troubled {
  if (code.startsWith('push-')) return 'phones';
  if (code === 'screens-deaf') return 'sound';
  if (code === 'station-no-screen') return 'screen';
  return /^(shop|webhook|signature|erased|stock)/.test(code) ? 'shop' : 'other';
}

/** What the chip is about: the way to this screen first, then the gravest of the notices. */
export function troubledIn({ state, problems }: Health): Troubled {
  if (state === 'offline' || state === 'connecting') return 'server';
  if (state === 'no-place') return 'screen';
  if (state === 'refusing') return 'other';
  if (state === 'shop-down') return 'shop';
  return problems[0] ? troubledBy(problems[0].code) : 'other';
}

export function HealthSign({ health }: { health: Health }) {
  return <Sign of={troubledIn(health)} />;
}

export function NoticeSign({ code }: { code: NoticeCode }) {
  return <Sign of={troubledBy(code)} />;
}

function Sign({ of }: { of: Troubled }) {
  switch (of) {
    case 'server':
      return (
        <Drawn>
          <path d="M3 9a13 13 0 0 1 18 0M6.5 13a8 8 0 0 1 11 0M12 18v.2M4 3l16 18" />
        </Drawn>
      );
    case 'shop':
      return (
        <Drawn>
          <path d="M4 10v10h16V10M3 10l2-6h14l2 6zM9 20v-6h6v6" />
        </Drawn>
      );
    case 'phones':
      return (
        <Drawn>
          <path d="M7 2.5h10v19H7zM11 18.5h2M3 3l18 18" />
        </Drawn>
      );
    case 'screen':
      return (
        <Drawn>
          <path d="M3 4.5h18v12H3zM8 20.5h8M12 16.5v4M9 8l6 5M15 8l-6 5" />
        </Drawn>
      );
    case 'sound':
      return <SpeakerIcon muted />;
    case 'other':
      return <WarningIcon />;
  }
}

function Drawn({ children }: { children: ReactNode }) {
  return (
    <svg className={icons.icon} viewBox="0 0 24 24" fill="none" aria-hidden>
      {children}
    </svg>
  );
}
