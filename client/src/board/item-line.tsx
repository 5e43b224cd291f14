import { speaksOfAllergy } from '@kasera/shared/allergy.ts';
import { optionLine, type OptionLine } from '@kasera/shared/options.ts';
import type { ItemChange, ItemOption, Order, OrderItem } from '@kasera/shared/order.ts';
import { quantity } from '../i18n/format.ts';
import type { Messages } from '../i18n/en.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useIsSoldOut, useLive } from '../live/use-live.ts';
import { CheckIcon, MinusIcon, PlusIcon, SoldOutIcon } from '../ui/icons.tsx';
import styles from './item-line.module.css';

/** A dish: how many, its name whole, its options with their signs, what changed. A tap ticks it off and back on. */
export function ItemLine({ item, order }: { item: OrderItem; order: Order }) {
  const { press } = useLive();
  const isCooking = order.status === 'acknowledged' || order.status === 'preparing';
  const removed = item.change?.type === 'removed';
  const state = {
    'data-line': true,
    'data-done': (item.done && !removed) || undefined,
    'data-changed': item.change?.type,
  };
  if (!isCooking || removed) {
    return (
      <div className={styles.item} {...state}>
        <ItemWords item={item} struck={removed || order.status === 'cancelled'} />
      </div>
    );
  }
  const toggle = () => press(order.id, { type: item.done ? 'item-undone' : 'item-done', itemId: item.id });
  return (
    <button type="button" className={styles.item} aria-pressed={item.done} onClick={toggle} {...state}>
      <ItemWords item={item} struck={false} />
    </button>
  );
}

function ItemWords({ item, struck }: { item: OrderItem; struck: boolean }) {
  const t = useMessages();
  const left = item.quantity - item.doneQuantity;
  const partly = item.doneQuantity > 0 && left > 0;
  const shown = item.change?.type === 'removed' ? item.change.was : partly ? left : item.quantity;
  return (
    <>
      <span className={styles.quantity} data-struck={struck || undefined}>
        {partly && '+'}
        {quantity(shown, t)}
      </span>
      <span className={styles.words}>
        <span className={styles.name} data-struck={struck || undefined}>
          {item.name}
          {item.done && item.change?.type !== 'removed' && (
            <span className={styles.tick}>
              {' '}
              <CheckIcon label={t.ticket.itemDone} />
            </span>
          )}
        </span>
        {!struck && <SoldOutMark item={item} />}
        {linesOf(item.options).map((line) => (
          <OptionWords key={`${line.sign} ${line.text}`} line={line} struck={struck} />
        ))}
        {partly && <span className={styles.said}>{t.ticket.partDone(quantity(item.doneQuantity, t))}</span>}
        {item.change && <span className={styles.said}>{changeWords(item.change, item.quantity, t)}</span>}
      </span>
    </>
  );
}

/** It cannot be made: word, sign and colour. */
function SoldOutMark({ item }: { item: OrderItem }) {
  const t = useMessages();
  if (!useIsSoldOut(item)) return null;
  return (
    <span className={styles.soldOut}>
      <SoldOutIcon /> {t.soldOut.mark}
    </span>
  );
}

function OptionWords({ line, struck }: { line: OptionLine; struck: boolean }) {
  const allergy = speaksOfAllergy(line.text);
  return (
    <span
      className={styles.option}
      data-sign={line.sign}
      data-struck={struck || undefined}
      data-allergy={allergy || undefined}
    >
      {line.sign === 'minus' && <MinusIcon />}
      {line.sign === 'plus' && <PlusIcon />}
      <span>{line.text}</span>
    </span>
  );
}

/** Equal options are said once. */
function linesOf(options: readonly ItemOption[]): OptionLine[] {
  const lines = options.flatMap((option) => optionLine(option) ?? []);
  const said = new Map(lines.map((line) => [`${line.sign} ${line.text}`, line]));
  return [...said.values()];
}

function changeWords(change: ItemChange, now: number, t: Messages): string {
  switch (change.type) {
    case 'added':
      return t.ticket.added;
    case 'removed':
      return t.ticket.removed;
    case 'quantity':
      return t.ticket.was(quantity(change.was, t), quantity(now, t));
    case 'options': {
      const were = linesOf(change.was).map((line) => line.text);
      const dish = change.wasQuantity === undefined ? '' : `${quantity(change.wasQuantity, t)} `;
      return t.ticket.optionsWere([dish + change.wasName, ...were].join(', '));
    }
  }
}
