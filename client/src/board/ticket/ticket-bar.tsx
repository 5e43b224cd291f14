import type { Order } from '@kasera/shared/order.ts';
import { busyMinutes } from '@kasera/shared/kitchen.ts';
import { nextAction, type TicketAction } from '@kasera/shared/tickets.ts';
import type { Messages } from '../../i18n/en.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { CommandDraft } from '../../live/live.ts';
import { useTick } from '../../live/ticker.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import { usePrintOnAccept } from '../../print/use-print-on-accept.ts';
import { SuggestedIcon } from '../../ui/icons.tsx';
import { useGuard } from '../../ui/use-guard.ts';
import { useKitchenTime } from '../use-kitchen-time.ts';
import styles from './ticket-bar.module.css';

/** The one bar of a ticket, with its next step. */
export function TicketBar({ order }: { order: Order }) {
  const { press, viewer, rules } = useLive();
  const setup = useCell(rules);
  const t = useMessages();
  const action = nextAction(order, useCell(viewer));
  const busy = useTick((now) => (setup && action === 'accept' ? busyMinutes(setup, now) : 0));
  // BUSY beginning or ending changes what each of the minutes under the finger means.
  const { ref, isOpen } = useGuard(`${action} ${busy}`);
  const { said, accepted } = usePrintOnAccept();
  const ask = (draft: CommandDraft) => {
    if (!isOpen()) return;
    press(order.id, draft);
    if (draft.type === 'acknowledge') accepted(order.id);
  };
  if (action === 'none') return null;
  return (
    <div ref={ref} className={styles.bar} data-action={action}>
      {said && (
        <p className={styles.sent} role="status">
          {t.line.print[said]}
        </p>
      )}
      {action === 'accept' ? (
        <AcceptChoices order={order} busy={busy} onAccept={ask} />
      ) : (
        <button type="button" className={styles.button} data-primary onClick={() => ask(draftOf(action))}>
          <Key /> {wordsOf(action, t)}
        </button>
      )}
    </div>
  );
}

type PlainAction = Exclude<TicketAction, 'accept' | 'none'>;

function draftOf(action: PlainAction): CommandDraft {
  return action === 'ready' ? { type: 'ready' } : { type: 'confirm' };
}

function wordsOf(action: PlainAction, t: Messages): string {
  switch (action) {
    case 'ready':
      return t.bar.ready;
    case 'change-seen':
      return t.bar.changeSeen;
    case 'note-seen':
      return t.bar.noteSeen;
    case 'stop-seen':
      return t.bar.stopSeen;
  }
}

/** A tap on a time accepts. Where the guest chose the time, there is nothing to choose. BUSY is added to every time. */
function AcceptChoices(props: { order: Order; busy: number; onAccept: (draft: CommandDraft) => void }) {
  const { order, busy, onAccept } = props;
  const t = useMessages();
  const rules = useCell(useLive().rules);
  const { time } = useKitchenTime();
  if (order.guestPromisedAt !== null) {
    return (
      <button type="button" className={styles.button} data-primary onClick={() => onAccept({ type: 'acknowledge' })}>
        <Key /> {t.bar.acceptGuestTime(time(order.guestPromisedAt))}
      </button>
    );
  }
  return (
    <>
      <p className={styles.caption}>{t.bar.acceptIn}</p>
      <div className={styles.choices}>
        {rules?.readyInMinutes.map((usual) => {
          const suggested = usual === rules.suggestedMinutes;
          const minutes = usual + busy;
          return (
            <button
              key={usual}
              type="button"
              className={styles.choice}
              data-primary={suggested || undefined}
              aria-label={t.bar.accept(minutes)}
              onClick={() => onAccept({ type: 'acknowledge', readyInMinutes: minutes })}
            >
              {suggested && (
                <span className={styles.suggested}>
                  <span className={styles.slot} aria-hidden />
                  <SuggestedIcon />
                </span>
              )}
              {minutes}
            </button>
          );
        })}
      </div>
    </>
  );
}

/** The digit that presses this bar; which one it is, the wall writes into the piece's `data-slot`. */
function Key() {
  return <kbd className={styles.key} aria-hidden />;
}
