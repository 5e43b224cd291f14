import { quantity } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useWallPanelWords } from '../../i18n/wall-panel-words.ts';
import { useOrder } from '../../live/use-live.ts';
import { Modal } from '../../ui/modal.tsx';
import spoken from '../../ui/spoken.module.css';
import { OrderWords } from '../lists/order-list.tsx';
import { Ticket } from '../ticket/ticket.tsx';
import { useKitchenTime } from '../use-kitchen-time.ts';
import styles from './look-panel.module.css';

/** The whole ticket of something finished, large and only to look at: nothing is called back by it. */
export function LookPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const order = useOrder(id);
  const t = useMessages();
  const { close, done } = useWallPanelWords();
  const { moment } = useKitchenTime();
  if (!order) return null;
  const dishes = order.items.map((item) =>
    [`${quantity(item.quantity, t)} ${item.name}`, ...item.options.map(({ name, value }) => `${name} ${value}`)].join(
      ', ',
    ),
  );
  return (
    <Modal title={done.lookTitle(order.number)} closeLabel={close} onClose={onClose}>
      <p className={styles.why}>{done.lookWhy}</p>
      <div className={styles.words}>
        <OrderWords order={order} when={`${t.statuses[order.status]} ${moment(order.statusAt)}`} />
      </div>
      {/* What can be pressed on a ticket is out of reach here, also of a screen reader: it has the words instead. */}
      <p className={spoken.spoken}>{[...dishes, order.note].filter(Boolean).join('. ')}</p>
      <div className={styles.ticket} inert>
        <Ticket id={id} part={null} measuring />
      </div>
    </Modal>
  );
}
