import { useState } from 'react';
import { ago, timeOfDay } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useTick } from '../../live/ticker.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import { HealthSign } from './health-sign.tsx';
import type { Health } from './health.ts';
import { HealthPanel } from '../late-parts.ts';
import { useHealth } from './use-health.ts';
import styles from './health-chip.module.css';

/** How it stands, in words; it grows when something is wrong, and opens to say what. */
export function HealthChip() {
  const t = useMessages();
  const health = useHealth();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles.chip} data-level={health.level} onClick={() => setOpen(true)}>
        {health.level === 'good' ? <span className={styles.dot} aria-hidden /> : <HealthSign health={health} />}
        <span className={styles.state}>{health.state === 'shop-down' ? <DownSince /> : t.health[health.state]}</span>
        {health.state === 'live' && (
          <span className={styles.rest}>{health.problems.length > 0 ? <Trouble health={health} /> : <ShopAgo />}</span>
        )}
      </button>
      {open && <HealthPanel health={health} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The gravest by its own name, and how many more there are. */
function Trouble({ health: { problems } }: { health: Health }) {
  const { wall } = useMessages();
  const [first] = problems;
  if (!first) return null;
  const others = problems.length - 1;
  return `${wall.troubles[first.code](first)}${others > 0 ? ` ${wall.othersToo(others)}` : ''}`;
}

function ShopAgo() {
  const t = useMessages();
  const { beat } = useLive();
  return useTick((now) => {
    const { asking, shopHeardAt = null } = beat.get() ?? {};
    if (asking && asking.state !== 'off') {
      return asking.checkedAt === null ? t.shop.neverChecked : t.shop.checked(ago(now - asking.checkedAt, t));
    }
    return shopHeardAt === null ? t.health.shopNever : t.health.shopHeard(ago(now - shopHeardAt, t));
  });
}

function DownSince() {
  const t = useMessages();
  const { beat } = useLive();
  const since = useCell(beat)?.asking.failingSince ?? null;
  return t.shop.down(since === null ? '' : timeOfDay(since, t));
}
