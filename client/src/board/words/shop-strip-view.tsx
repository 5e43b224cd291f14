import { timeOfDay } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { CheckIcon, CrossIcon, WarningIcon } from '../../ui/icons.tsx';
import type { ShopDown, ShopStrip } from './shop-strip.ts';
import { Strip } from './strip.tsx';
import { useBoardScreen } from '../use-screen.ts';
import styles from './message-row.module.css';

/** What the shop's side needs said: it does not answer, Kasera catches up, what that brought. */
export function ShopStripView({ strip }: { strip: ShopStrip }) {
  switch (strip.type) {
    case 'down':
      return <DownStrip down={strip} />;
    case 'catching-up':
      return <CatchingUpStrip done={strip.done} total={strip.total} />;
    case 'caught-up':
      return <CaughtUpStrip strip={strip} />;
  }
}

function DownStrip({ down }: { down: ShopDown }) {
  const t = useMessages();
  const since = down.sinceAt === null ? '' : timeOfDay(down.sinceAt, t);
  const words = down.tellsStill ? t.shop.downStripWebhooks : t.shop.downStrip;
  return (
    <Strip level={down.tellsStill ? 'warn' : 'bad'} wallOnly>
      <WarningIcon />
      <p>{words(down.fault, since)}</p>
    </Strip>
  );
}

/** Not told to screen readers with each step: it would not let them speak of anything else. */
function CatchingUpStrip({ done, total }: { done: number; total: number | null }) {
  const t = useMessages();
  return (
    <Strip level="good">
      <p aria-live="off">{t.shop.catchingUp(done, total)}</p>
      {total !== null && total > 0 && (
        <progress className={styles.progress} aria-label={t.shop.asked} value={Math.min(done, total)} max={total} />
      )}
    </Strip>
  );
}

function CaughtUpStrip({ strip }: { strip: Extract<ShopStrip, { type: 'caught-up' }> }) {
  const t = useMessages();
  const { caughtUpSeen } = useBoardScreen();
  return (
    <Strip level="good">
      <CheckIcon />
      <p>{t.notices['caught-up'](strip.notice, t)}</p>
      <button
        type="button"
        className={styles.dismiss}
        aria-label={t.messages.dismiss}
        onClick={() => caughtUpSeen.set(strip.key)}
      >
        <CrossIcon />
      </button>
    </Strip>
  );
}
