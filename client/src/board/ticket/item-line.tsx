import { speaksOfAllergy } from '@kasera/shared/allergy.ts';
import type { OptionLine } from '@kasera/shared/options.ts';
import type { ItemChange, Order, OrderItem } from '@kasera/shared/order.ts';
import { hasUnseenChangeFor } from '@kasera/shared/decide/marks.ts';
import { quantity } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/en.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useCell, useIsSoldOut, useLive } from '../../live/use-live.ts';
import { CheckIcon, MinusIcon, PlusIcon, SoldOutIcon } from '../../ui/icons.tsx';
import { isPartlyDone, optionLines, type Dish } from '../../ticket/dishes.ts';
import type { OptionShare } from '../../ticket/ticket-lines.ts';
import styles from './item-line.module.css';

/**
 * A dish: how many, its name whole, its options with their signs, what changed. A tap ticks it off and back on, all the
 * equal lines it stands for. While a change is to be seen, what did not change steps back.
 * @param share which of its options stand here, where they go over several lines
 */
export function ItemLine(props: {
  dish: Dish;
  share: OptionShare | undefined;
  order: Order;
  allergyWords: readonly string[];
}) {
  const { dish, share, order, allergyWords } = props;
  const { press, viewer } = useLive();
  const who = useCell(viewer);
  const [item] = dish.items;
  const isCooking = order.status === 'acknowledged' || order.status === 'preparing';
  const removed = item.change?.type === 'removed';
  const state = {
    'data-line': true,
    // By which the focus finds it again where the ticket is cut anew.
    'data-dish': `${item.id} ${share?.from ?? 0}`,
    'data-goes-on': (share !== undefined && share.from > 0) || undefined,
    'data-done': (dish.isDone && !removed) || undefined,
    // Of what stops it is the dish that counts, not what it was before.
    'data-changed': order.stop ? undefined : item.change?.type,
    'data-rest': (!item.change && isCooking && hasUnseenChangeFor(order, who)) || undefined,
  };
  if (!isCooking || removed) {
    return (
      <div className={styles.item} {...state}>
        <DishWords
          dish={dish}
          share={share}
          struck={removed || order.status === 'cancelled'}
          isStopped={order.stop !== null}
          allergyWords={allergyWords}
        />
      </div>
    );
  }
  const toggle = () => {
    for (const { id, done } of dish.items) {
      if (dish.isDone || dish.items.length === 1 || !done) {
        press(order.id, { type: dish.isDone ? 'item-undone' : 'item-done', itemId: id });
      }
    }
  };
  return (
    <button type="button" className={styles.item} aria-pressed={dish.isDone} onClick={toggle} {...state}>
      <DishWords dish={dish} share={share} struck={false} allergyWords={allergyWords} />
    </button>
  );
}

function DishWords(props: {
  dish: Dish;
  share: OptionShare | undefined;
  struck: boolean;
  isStopped?: boolean;
  allergyWords: readonly string[];
}) {
  const { dish, share = { from: 0, to: Infinity, isLast: true }, struck, isStopped = false, allergyWords } = props;
  const t = useMessages();
  const [item] = dish.items;
  const partly = isPartlyDone(dish);
  const isFirst = share.from === 0;
  return (
    <>
      <span className={styles.quantity} data-struck={struck || undefined}>
        {isFirst && quantityWords(dish, t)}
      </span>
      <span className={styles.words}>
        {isFirst ? <DishName dish={dish} struck={struck} /> : <span className={styles.again}>… {item.name}</span>}
        {isFirst && !struck && <SoldOutMark item={item} />}
        {optionLines(item.options)
          .slice(share.from, share.to)
          .map((line) => (
            <OptionWords
              key={`${line.sign} ${line.text}`}
              line={line}
              struck={struck}
              isAllergy={speaksOfAllergy(line.text, allergyWords)}
            />
          ))}
        {share.isLast && partly && (
          <span className={styles.said}>{t.ticket.partDone(quantity(dish.doneQuantity, t))}</span>
        )}
        {share.isLast && item.change && !isStopped && (
          <span className={styles.said}>{changeWords(item.change, item.quantity, t)}</span>
        )}
      </span>
    </>
  );
}

/** How many; of what was removed, how many there were; of what is made in part, how many more. */
function quantityWords(dish: Dish, t: Messages): string {
  const [{ change }] = dish.items;
  const isPartly = isPartlyDone(dish);
  const left = isPartly ? dish.quantity - dish.doneQuantity : dish.quantity;
  return `${isPartly ? '+' : ''}${quantity(change?.type === 'removed' ? change.was : left, t)}`;
}

function DishName({ dish, struck }: { dish: Dish; struck: boolean }) {
  const t = useMessages();
  const [item] = dish.items;
  return (
    <span className={styles.name} data-struck={struck || undefined}>
      {item.name}
      {dish.isDone && item.change?.type !== 'removed' && (
        <span className={styles.tick}>
          <CheckIcon label={t.ticket.itemDone} />
        </span>
      )}
    </span>
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

function OptionWords({ line, struck, isAllergy }: { line: OptionLine; struck: boolean; isAllergy: boolean }) {
  return (
    <span
      className={styles.option}
      data-sign={line.sign}
      data-struck={struck || undefined}
      data-allergy={isAllergy || undefined}
    >
      {line.sign === 'minus' && <MinusIcon />}
      {line.sign === 'plus' && <PlusIcon />}
      <span>{line.text}</span>
    </span>
  );
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
      const were = optionLines(change.was).map((line) => line.text);
      const dish = change.wasQuantity === undefined ? '' : `${quantity(change.wasQuantity, t)} `;
      return t.ticket.optionsWere([dish + change.wasName, ...were].join(', '));
    }
  }
}
