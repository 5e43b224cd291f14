import type { Order } from '@kasera/shared/order.ts';
import { useState } from 'react';
import { quantity } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useWallPanelWords } from '../../i18n/wall-panel-words.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import { Modal } from '../../ui/modal.tsx';
import { useKitchenTime } from '../use-kitchen-time.ts';
import styles from './closing.module.css';
import { pressesFor, type LeftChoice } from './settle-left.ts';
import type { LeftOrders } from './use-left-orders.ts';

type Words = ReturnType<typeof useWallPanelWords>['closing'];

/** Everything that was open at closing: made, not made, or for tomorrow; one by one or all of it. */
export function ClosingPanel({ left, onClose }: { left: LeftOrders | null; onClose: () => void }) {
  const { closing: t, close } = useWallPanelWords();
  const { moment } = useKitchenTime();
  const { press } = useLive();
  const orders = left?.orders ?? [];
  const promisedAt = useTomorrow(left);
  const choices: LeftChoice[] = [{ type: 'made' }, { type: 'not-made', reason: t.reason }];
  if (promisedAt !== null) choices.push({ type: 'tomorrow', promisedAt });
  const settle = (order: Order, choice: LeftChoice) => {
    for (const draft of pressesFor(order, choice)) press(order.id, draft);
  };
  return (
    <Modal title={t.title(orders.length)} closeLabel={close} onClose={onClose}>
      <p className={styles.why}>{orders.length === 0 ? t.none : t.why}</p>
      {orders.length > 0 && (
        <>
          <ul className={styles.effects}>
            <li>
              <b>{t.made}:</b> {t.madeEffect}
            </li>
            <li>
              <b>{t.notMade}:</b> {t.notMadeEffect(t.reason)}
            </li>
            <li>
              <b>{t.tomorrow}:</b> {promisedAt === null ? t.noTomorrow : t.tomorrowEffect(moment(promisedAt))}
            </li>
          </ul>
          {orders.length > 1 && (
            <AllOfThem
              choices={choices}
              orders={orders}
              onChoose={(one) => orders.forEach((order) => settle(order, one))}
            />
          )}
          <ul className={styles.orders}>
            {orders.map((order) => (
              <li key={order.id} className={styles.order}>
                <OrderLine order={order} />
                {choices.map((choice) => (
                  <button
                    key={choice.type}
                    type="button"
                    className={styles.choice}
                    data-choice={choice.type}
                    aria-label={nameOf(choice, order.number, t)}
                    onClick={() => settle(order, choice)}
                  >
                    {wordsOf(choice, t)}
                  </button>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}

/** The next opening and the usual minutes after it; null where none is known. */
function useTomorrow(left: LeftOrders | null): number | null {
  const rules = useCell(useLive().rules);
  const opens = left?.closed.opens ?? null;
  return opens === null || !rules ? null : opens + rules.suggestedMinutes * 60_000;
}

/** For all of them at once it is asked again: that cannot be taken back with one tap. */
function AllOfThem(props: {
  choices: readonly LeftChoice[];
  orders: readonly Order[];
  onChoose: (choice: LeftChoice) => void;
}) {
  const { choices, orders, onChoose } = props;
  const { closing: t } = useWallPanelWords();
  const [asked, setAsked] = useState<LeftChoice['type'] | null>(null);
  return (
    <div className={styles.order} data-all>
      <b className={styles.words}>{t.all}</b>
      {choices.map((choice) => (
        <button
          key={choice.type}
          type="button"
          className={styles.choice}
          data-choice={choice.type}
          data-asked={asked === choice.type || undefined}
          onClick={() => (asked === choice.type ? onChoose(choice) : setAsked(choice.type))}
        >
          {asked === choice.type ? t.sure(wordsOf(choice, t), orders.length) : wordsOf(choice, t)}
        </button>
      ))}
    </div>
  );
}

function OrderLine({ order }: { order: Order }) {
  const t = useMessages();
  const dishes = order.items.map((item) => `${quantity(item.quantity, t)} ${item.name}`).join(', ');
  return (
    <span className={styles.words}>
      <b>
        #{order.number} · {t.statuses[order.status]}
      </b>
      <span className={styles.dishes}>{dishes}</span>
    </span>
  );
}

function wordsOf({ type }: LeftChoice, t: Words): string {
  return { made: t.made, 'not-made': t.notMade, tomorrow: t.tomorrow }[type];
}

function nameOf({ type }: LeftChoice, number: string, t: Words): string {
  return { made: t.madeOne, 'not-made': t.notMadeOne, tomorrow: t.tomorrowOne }[type](number);
}
