import type { ReactNode } from 'react';
import { InZone } from '../i18n/in-zone.tsx';
import { useKitchenClock } from '../live/use-orders.ts';

/** On a page that is not live: its times are the kitchen's as soon as the kitchen's zone is known. */
export function KitchenZone({ children }: { children: ReactNode }) {
  return <InZone timeZone={useKitchenClock()?.timeZone}>{children}</InZone>;
}
