import type { SoldOutSpan } from '@kasera/shared/shop.ts';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import buttons from '../../ui/button.module.css';
import { AskingWords } from './asking-words.tsx';
import { Choice } from './choice.tsx';
import type { Product } from './sellable-lines.ts';
import { useSellOut } from './use-sell-out.ts';
import styles from '../order-panel/order-menu.module.css';

const spans: readonly SoldOutSpan[] = ['hour', 'closing', 'open-ended'];

/**
 * For how long something is sold out, and what that does, said beforehand.
 * @param children what it is chosen from
 * @param askWhole of a variation: whether the whole dish is meant can be chosen
 */
export function SellOutForm(props: {
  product: Product | null;
  askWhole: boolean;
  onBack: () => void;
  onDone: () => void;
  children: ReactNode;
}) {
  const { product, askWhole, onBack, onDone, children } = props;
  const t = useMessages();
  const [span, setSpan] = useState<SoldOutSpan>('closing');
  const [extent, setExtent] = useState<'dish' | 'variation'>('dish');
  const [asking, sellOut] = useSellOut(onDone);
  const hasExtent = askWhole && product !== null && product.variationId !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (product) void sellOut(hasExtent && extent === 'dish' ? { ...product, variationId: null } : product, span);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {children}
      {hasExtent && (
        <Choice
          label={t.soldOut.howMuch}
          options={[
            { value: 'dish', text: t.soldOut.wholeDish },
            { value: 'variation', text: t.soldOut.thisVariation },
          ]}
          value={extent}
          onChange={setExtent}
        />
      )}
      <Choice
        label={t.soldOut.howLong}
        options={spans.map((value) => ({ value, text: t.soldOut.spans[value] }))}
        value={span}
        onChange={setSpan}
      />
      <Effect />
      <AskingWords asking={asking} />
      <div className={styles.buttons}>
        <button type="button" className={buttons.quiet} onClick={onBack}>
          {t.menu.back}
        </button>
        <button type="submit" className={buttons.danger} disabled={!product || asking.type === 'sending'}>
          {asking.type === 'sending' ? t.soldOut.sending : t.soldOut.sellOut}
        </button>
      </div>
    </form>
  );
}

function Effect() {
  const t = useMessages();
  const { beat } = useLive();
  const isConnected = (useCell(beat)?.asking.state ?? 'off') !== 'off';
  return <p className={styles.effect}>{isConnected ? t.soldOut.effect : t.soldOut.effectUnconnected}</p>;
}
