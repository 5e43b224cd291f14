import { brandsOf } from '@kasera/shared/brands.ts';
import type { Order } from '@kasera/shared/order.ts';
import { money, placeWords } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useCell, useLive } from '../live/use-live.ts';
import { CheckIcon } from '../ui/icons.tsx';
import { CardClock } from './card-clock.tsx';
import { hasAllergy } from '../ticket/has-allergy.ts';
import { dotted, whoWords } from './who.ts';
import { useWords } from './words.ts';
import styles from './card.module.css';

/** The number in the large size, how long it waits, of which brand, whose it is and how it goes, and whether there is money to take. */
export function CardHead({ order }: { order: Order }) {
  const t = useMessages();
  const words = useWords();
  const ownWords = useCell(useLive().rules)?.allergyWords ?? [];
  const brands = brandsOf(order).join(' + ');
  const who = whoWords(order, { kind: t.kinds[order.kind], place: placeWords(order, t) });
  const marks = [
    order.test ? t.ticket.test : '',
    hasAllergy(order, ownWords) ? words.allergy : '',
    order.partialRefund ? t.ticket.partialRefund : '',
  ].filter(Boolean);
  return (
    <header className={styles.head}>
      <div className={styles.headline}>
        <h3 className={styles.number} data-long={order.number.length > 8 || undefined}>
          {order.number}
        </h3>
        <CardClock order={order} />
      </div>
      {brands && <p className={styles.brand}>{brands}</p>}
      <p className={styles.who}>{dotted(who)}</p>
      <div className={styles.marks}>
        <Payment order={order} />
        {marks.map((mark) => (
          <b key={mark} className={styles.mark}>
            {mark}
          </b>
        ))}
      </div>
    </header>
  );
}

/** What is to be taken before it leaves the counter is said larger than that there is nothing. */
function Payment({ order }: { order: Order }) {
  const t = useMessages();
  const words = useWords();
  const sum = money(order.total, order.currency, t);
  if (order.payment === 'collect') return <b className={styles.collect}>{t.ticket.collect(sum)}</b>;
  if (order.payment === 'unpaid' || order.unpaidAgain) {
    return (
      <b className={styles.collect}>{[order.unpaidAgain ? t.ticket.unpaidAgain : t.ticket.unpaid, sum].join(' ')}</b>
    );
  }
  return (
    <b className={styles.paid}>
      <CheckIcon /> {words.paid}
    </b>
  );
}
