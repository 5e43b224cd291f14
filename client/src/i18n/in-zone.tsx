import { useMemo, type ReactNode } from 'react';
import { Speaking } from './speaking.tsx';
import { inZone } from './spoken.ts';
import { useSpoken } from './use-messages.ts';

/**
 * Below it every time is said by that zone's clock.
 * @param timeZone the kitchen's; undefined while it is not known: the screen's own
 */
export function InZone({ timeZone, children }: { timeZone: string | undefined; children: ReactNode }) {
  const spoken = useSpoken();
  const there = useMemo(() => inZone(spoken, timeZone), [spoken, timeZone]);
  return <Speaking spoken={there}>{children}</Speaking>;
}
