import type { Order } from '@kasera/shared/order.ts';
import type { SoldOut } from '@kasera/shared/shop.ts';
import { isSoldOut, outNow } from '@kasera/shared/sold-out.ts';
import { useState } from 'react';
import type { Messages } from '../i18n/en.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useCell, useLive } from '../live/use-live.ts';
import { Choice } from './choice.tsx';
import { SellOutForm } from './sell-out-form.tsx';
import { sellableLines, type SellableLine } from './sellable-lines.ts';

/** Sells out one of the dishes of a ticket. */
export function SellOutLines(props: { order: Order; onBack: () => void; onDone: () => void }) {
  const { order, onBack, onDone } = props;
  const t = useMessages();
  const { soldOut } = useLive();
  const out = outNow(useCell(soldOut));
  const lines = sellableLines(order.items);
  const free = lines.filter((line) => !whyNot(line, out, t));
  const [chosen, setChosen] = useState<string | null>(null);
  const key = chosen ?? (free.length === 1 ? (free[0]?.key ?? null) : null);
  const product = free.find((line) => line.key === key)?.product ?? null;
  return (
    <SellOutForm product={product} askWhole onBack={onBack} onDone={onDone}>
      <Choice
        label={t.soldOut.which}
        options={lines.map((line) => {
          const why = whyNot(line, out, t);
          return { value: line.key, text: line.name, ...(why && { why }) };
        })}
        value={key}
        onChange={setChosen}
      />
    </SellOutForm>
  );
}

function whyNot({ product }: SellableLine, out: readonly SoldOut[], t: Messages): string {
  if (!product) return t.soldOut.noProduct;
  return isSoldOut(product, out) ? t.soldOut.already : '';
}
