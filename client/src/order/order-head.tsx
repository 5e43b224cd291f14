import { brandsOf } from '@kasera/shared/brands.ts';
import type { Order } from '@kasera/shared/order.ts';
import { wordFor } from '../i18n/fault-words.ts';
import { money, placeWords } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { canReopen } from '../live/orders-api.ts';
import { useReopen } from '../live/use-orders.ts';
import { LeftIcon, RecallIcon } from '../ui/icons.tsx';
import page from '../ui/page.module.css';
import buttons from '../ui/wall-button.module.css';
import styles from './order.module.css';
import type { Times } from './times.ts';
import { useStoryWords } from './words.ts';

/** Which order it is, how it stands, and the one thing that can be done about it. */
export function OrderHead({ order, times }: { order: Order; times: Times }) {
  const t = useMessages();
  const words = useStoryWords();
  const reopen = useReopen();
  const reply = reopen.data;
  const { id, status, version } = order;
  return (
    <div className={page.head}>
      <p>
        <a className={styles.link} href="/history">
          <LeftIcon /> {words.toHistory}
        </a>
      </p>
      <h1>{words.title(order.number)}</h1>
      <p className={styles.marks}>
        <span className={styles.mark}>{t.statuses[status]}</span>
        {marksOf(order, t, words.notClosed).map((mark) => (
          <span key={mark} className={styles.mark}>
            {mark}
          </span>
        ))}
      </p>
      <Facts order={order} times={times} />
      <div className={styles.answers}>
        {canReopen(order) && (
          <button
            type="button"
            className={buttons.quiet}
            aria-disabled={reopen.isPending}
            onClick={() => reopen.isPending || reopen.mutate({ id, status, version })}
          >
            <RecallIcon /> {words.reopen}
          </button>
        )}
        <span className={styles.outcome} data-bad={reply?.type !== 'done'} role="status">
          {reply && (reply.type === 'done' ? words.reopened : words.notReopened)}
        </span>
      </div>
    </div>
  );
}

function marksOf(order: Order, { ticket }: ReturnType<typeof useMessages>, notClosed: string): string[] {
  return [
    ...(order.test ? [ticket.test] : []),
    ...(order.notClosed ? [notClosed] : []),
    ...(order.changed ? [ticket.changed] : []),
    ...(order.restored ? [ticket.restored] : []),
    ...(order.closedInShop ? [ticket.closedInShop] : []),
    ...(order.unpaidAgain ? [ticket.unpaidAgain] : []),
    ...(order.partialRefund ? [ticket.partialRefund] : []),
    ...(order.arrivedLate ? [ticket.arrivedLate] : []),
  ];
}

function Facts({ order, times }: { order: Order; times: Times }) {
  const t = useMessages();
  const { facts: words, payments, cancelledBy } = useStoryWords();
  const { acknowledgedAt, arrivedAt, placedAt, readyAt, completedAt } = order.times;
  const { cancellation, total, fireAt } = order;
  const when = (at: number | null | undefined) => (at === null || at === undefined ? '' : times.moment(at));
  const said: [string, string][] = [
    [words.guest, order.guest.name],
    [words.brand, brandsOf(order).join(' + ')],
    [words.kind, t.kinds[order.kind]],
    [words.place, placeWords(order, t)],
    [words.total, [money(total, order.currency, t), payments[order.payment]].filter(Boolean).join(', ')],
    [words.shopStatus, wordFor(t.shop.statuses, order.shop.status)],
    [words.placed, when(placedAt)],
    [words.arrived, when(arrivedAt)],
    [words.promised, when(order.promisedAt)],
    [words.onBoard, when(fireAt)],
    [words.answered, when(acknowledgedAt)],
    [words.ready, when(readyAt)],
    [words.handedOver, when(completedAt)],
    [
      words.cancelled,
      cancellation ? `${when(cancellation.at)}, ${cancelledBy[cancellation.by]}: ${cancellation.reason}` : '',
    ],
  ];
  return (
    <dl className={styles.facts}>
      {said.map(
        ([name, fact]) =>
          fact !== '' && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
