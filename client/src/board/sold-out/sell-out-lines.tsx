import type { Order } from '@kasera/shared/order.ts';
import type { SoldOut } from '@kasera/shared/shop.ts';
import { isSoldOut } from '@kasera/shared/sold-out.ts';
import { useState } from 'react';
import type { Messages } from '../../i18n/en.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useOutNow } from '../../live/use-live.ts';
import { Choice } from './choice.tsx';
import { SellOutForm } from './sell-out-form.tsx';
import { sellableLines, type SellableLine } from './sellable-lines.ts';

/** Sells out one of the dishes of a ticket. */
export function SellOutLines(props: { order: Order; onBack: () => void; onDone: () => void }) {
  const { order, onBack, onDone } = props;
  const t = useMessages();
  const out = useOutNow();
  const lines = sellableLines(order.items);
  const products = lines.filter((line) => line.product);
  const [chosen, setChosen] = useState<string | null>(null);
  const key = chosen ?? (products.length === 1 ? (products[0]?.key ?? null) : null);
  const product = products.find((line) => line.key === key)?.product ?? null;
  return (
    <SellOutForm product={product} askWhole onBack={onBack} onDone={onDone}>
      <Choice
        label={t.soldOut.which}
        options={lines.map((line) => ({
          value: line.key,
          text: line.name,
          note: noteOf(line, out, t),
          disabled: line.product === null,
        }))}
        value={key}
        onChange={setChosen}
      />
    </SellOutForm>
  );
}

/** Of what is sold out already the end can be moved. */
function noteOf({ product }: SellableLine, out: readonly SoldOut[], t: Messages): string {
  if (!product) return t.soldOut.noProduct;
  return isSoldOut(product, out) ? t.soldOut.already : '';
}
