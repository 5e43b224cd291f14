import type { Order } from '@kasera/shared/order.ts';
import { useLive } from '../live/use-live.ts';
import { whoIsHere } from '../ticket/who-is-here.ts';
import { useWords } from './words.ts';
import styles from './card.module.css';

/** Somebody stands there to fetch it: it goes first on all stations, until it is taken back. */
export function DriverButton({ order }: { order: Order }) {
  const words = useWords();
  const { press } = useLive();
  const isHere = order.rush?.why === 'driver';
  const isGuest = whoIsHere(order) === 'guest';
  return (
    <button
      type="button"
      className={styles.side}
      data-driver-button
      aria-pressed={isHere}
      aria-label={isGuest ? words.guestOne(order.number) : words.driverOne(order.number)}
      onClick={() => press(order.id, { type: 'rush', why: isHere ? null : 'driver' })}
    >
      {isGuest ? words.guest : words.driver}
    </button>
  );
}
