import type { Order } from '@kasera/shared/order.ts';
import { isLater } from '@kasera/shared/tickets.ts';
import { useState, type FormEvent } from 'react';
import { useOrderPanelWords } from '../../i18n/order-panel-words.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { CommandDraft } from '../../live/live.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import buttons from '../../ui/button.module.css';
import styles from './order-menu.module.css';

/** Cancels with a reason, and says beforehand what that does and what it does not; of each reason what else is to do. */
export function CancelForm(props: { order: Order; onBack: () => void; onAct: (draft: CommandDraft) => void }) {
  const { order, onBack, onAct } = props;
  const t = useMessages();
  const { reasons } = useOrderPanelWords().menu;
  const { beat, clock } = useLive();
  const isConnected = (useCell(beat)?.asking.state ?? 'off') !== 'off';
  const [reason, setReason] = useState('');
  // Nobody has begun it: it is gone without a STOP.
  const isUntouched = order.status === 'new' || isLater(order, clock.now());
  const effect = reasons.find((one) => one.reason === reason)?.effect ?? '';
  const cancel = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) onAct({ type: 'cancel', reason: reason.trim() });
  };
  return (
    <form className={styles.form} onSubmit={cancel}>
      <fieldset className={styles.reasons}>
        <legend>{t.menu.cancelReason}</legend>
        {reasons.map(({ reason: one }) => (
          <button
            key={one}
            type="button"
            className={styles.reason}
            aria-pressed={one === reason}
            onClick={() => setReason(one)}
          >
            {one}
          </button>
        ))}
      </fieldset>
      <label className={styles.field}>
        {t.menu.otherReason}
        <input value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
      </label>
      <p className={styles.effect} aria-live="polite">
        {effect && <b className={styles.effectOfReason}>{effect}</b>}
        {isUntouched ? t.menu.cancelEffectNew : t.menu.cancelEffectCooking}{' '}
        {isConnected ? t.menu.cancelShop : t.menu.cancelShopUnconnected}
      </p>
      <div className={styles.buttons}>
        <button type="button" className={buttons.quiet} onClick={onBack}>
          {t.menu.back}
        </button>
        <button type="submit" className={buttons.danger} disabled={!reason.trim()}>
          {t.menu.cancelNow(order.number)}
        </button>
      </div>
    </form>
  );
}
