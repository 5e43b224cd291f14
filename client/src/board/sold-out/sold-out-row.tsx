import type { SoldOut } from '@kasera/shared/shop.ts';
import { isStuck, ordersWanting } from '@kasera/shared/sold-out.ts';
import { useState } from 'react';
import { ago, timeOfDay } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useTick } from '../../live/ticker.ts';
import { useLive, useOrders } from '../../live/use-live.ts';
import { CheckIcon, MinusIcon, RecallIcon, UpIcon, WarningIcon } from '../../ui/icons.tsx';
import { AskingWords } from './asking-words.tsx';
import { openWords } from '../words/message-words.ts';
import type { Asking } from './use-sell-out.ts';
import { useSoldOutApi } from './use-sold-out-api.ts';
import { nameOfScreen } from './screen-mark.ts';
import styles from './sold-out.module.css';

/** One thing that is sold out. */
export function SoldOutRow({ out }: { out: SoldOut }) {
  const t = useMessages();
  return (
    <li className={styles.row} data-shop={out.shop} data-sold-out={out.id}>
      <div className={styles.words}>
        <b className={styles.name}>{out.name}</b>
        <span>
          {t.soldOut.since(timeOfDay(out.at, t), nameOfScreen(out.by, t))} · <Until out={out} />
        </span>
        <StillIn out={out} />
        <span className={styles.shop}>
          <ShopIcon shop={out.shop} /> <ShopWords out={out} />
        </span>
      </div>
      <BackInStock out={out} />
    </li>
  );
}

function ShopIcon({ shop }: Pick<SoldOut, 'shop'>) {
  switch (shop) {
    case 'told':
      return <CheckIcon />;
    case 'failed':
      return <WarningIcon />;
    case 'untold':
      return <MinusIcon />;
    case 'telling':
    case 'returning':
      return <UpIcon />;
  }
}

function Until({ out }: { out: SoldOut }) {
  const t = useMessages();
  return useTick((now) => {
    if (out.until === null) return t.soldOut.untilSaid;
    if (out.until <= now) return t.soldOut.over(timeOfDay(out.until, t));
    return t.soldOut.until(timeOfDay(out.until, t), ago(out.until - now, t));
  });
}

function StillIn({ out }: { out: SoldOut }) {
  const t = useMessages();
  const { clock } = useLive();
  const wanting = ordersWanting(out, useOrders(), clock.now());
  if (wanting.length === 0) return <span className={styles.dim}>{t.soldOut.stillInNone}</span>;
  return (
    <b className={styles.stillIn}>
      {openWords(
        wanting.map((order) => order.number),
        t,
      )}
    </b>
  );
}

function ShopWords({ out }: { out: SoldOut }) {
  const t = useMessages();
  const { shop, fault } = out;
  const stuck = useTick((now) => isStuck(out, now));
  if (shop !== 'failed') return t.soldOut.shop[shop];
  return stuck ? t.soldOut.shopStuck(fault) : t.soldOut.shopFailed(fault);
}

/** Nothing comes back by a lost press: what could not be done is said, and the row stays. */
function BackInStock({ out }: { out: SoldOut }) {
  const t = useMessages();
  const { messages } = useLive();
  const soldOutApi = useSoldOutApi();
  const [asking, setAsking] = useState<Asking>({ type: 'idle' });
  const bringBack = async () => {
    setAsking({ type: 'sending' });
    const answer = await soldOutApi.bringBack(out.id);
    setAsking(answer.type === 'done' ? { type: 'idle' } : answer);
    if (answer.type === 'done') messages.say({ type: 'back-in-stock', name: out.name });
  };
  return (
    <>
      <button
        type="button"
        className={styles.back}
        aria-label={t.soldOut.backOne(out.name)}
        disabled={out.shop === 'returning' || asking.type === 'sending'}
        onClick={() => void bringBack()}
      >
        <RecallIcon /> {t.soldOut.back}
      </button>
      {(asking.type === 'offline' || asking.type === 'refused') && <AskingWords asking={asking} />}
    </>
  );
}
