import type { Order } from '@kasera/shared/order.ts';
import { useState } from 'react';
import { money, timeOfDay } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import type { CommandDraft } from '../live/live.ts';
import { useCell, useLive, useOrder } from '../live/use-live.ts';
import buttons from '../ui/button.module.css';
import { Modal } from '../ui/modal.tsx';
import { CancelForm } from './cancel-form.tsx';
import { NoteForm } from './note-form.tsx';
import { SellOutLines } from './sell-out-lines.tsx';
import { shopPageOf } from './shop-page-of.ts';
import styles from './order-menu.module.css';

type Step = 'menu' | 'note' | 'allergy' | 'sold-out' | 'cancel';

/** What one rarely does with a ticket: note, allergy, sold out, cancel. */
export function OrderMenu({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages();
  const order = useOrder(id);
  const { press } = useLive();
  const [step, setStep] = useState<Step>('menu');
  if (!order) return null;
  const act = (draft: CommandDraft) => {
    press(order.id, draft);
    onClose();
  };
  const back = () => setStep('menu');
  return (
    <Modal title={`#${order.number} ${order.guest.name}`} closeLabel={t.top.close} onClose={onClose}>
      {step === 'menu' && <Choices order={order} onStep={setStep} onAct={act} />}
      {step === 'sold-out' && <SellOutLines order={order} onBack={back} onDone={onClose} />}
      {step === 'cancel' && <CancelForm order={order} onBack={back} onAct={act} />}
      {(step === 'note' || step === 'allergy') && <NoteForm allergy={step === 'allergy'} onBack={back} onAct={act} />}
    </Modal>
  );
}

function Choices(props: { order: Order; onStep: (step: Step) => void; onAct: (draft: CommandDraft) => void }) {
  const { order, onStep, onAct } = props;
  const t = useMessages();
  const isOpen = order.status !== 'completed' && order.status !== 'cancelled';
  return (
    <>
      <Facts order={order} />
      <div className={styles.choices}>
        {order.closedInShop && (
          <button type="button" className={buttons.main} onClick={() => onAct({ type: 'confirm' })}>
            {t.menu.closedSeen}
          </button>
        )}
        {isOpen && (
          <>
            <button type="button" className={buttons.button} onClick={() => onStep('allergy')}>
              {t.menu.addAllergy}
            </button>
            <button type="button" className={buttons.button} onClick={() => onStep('note')}>
              {t.menu.addNote}
            </button>
            <SoldOutStep onStep={onStep} />
            <button type="button" className={buttons.danger} onClick={() => onStep('cancel')}>
              {t.menu.cancel}
            </button>
          </>
        )}
        {!isOpen && <SoldOutStep onStep={onStep} />}
        <ShopLink order={order} />
      </div>
    </>
  );
}

/** Where money is given back, and everything else that only the shop can do. */
function ShopLink({ order }: { order: Order }) {
  const t = useMessages();
  const shopUrl = useCell(useLive().beat)?.shopUrl ?? null;
  const href = shopPageOf(order, shopUrl);
  if (href === null) return null;
  return (
    <a className={buttons.quiet} href={href} target="_blank" rel="noopener noreferrer">
      {t.menu.inShop}
    </a>
  );
}

function SoldOutStep({ onStep }: { onStep: (step: Step) => void }) {
  const t = useMessages();
  return (
    <button type="button" className={buttons.button} onClick={() => onStep('sold-out')}>
      {t.soldOut.fromTicket}
    </button>
  );
}

function Facts({ order }: { order: Order }) {
  const t = useMessages();
  const { placedAt, arrivedAt } = order.times;
  const told = order.guestTold;
  const at = (time: number | null) => (time === null ? '' : timeOfDay(time, t));
  const payment = { paid: t.ticket.paid, collect: t.ticket.collect(''), unpaid: t.ticket.unpaid }[order.payment];
  const facts: [string, string][] = [
    [t.menu.placed, at(placedAt)],
    [t.menu.arrived, at(arrivedAt)],
    [t.menu.promised, at(order.promisedAt)],
    [t.shop.guestToldFact, told ? `${t.shop.steps[told.what]} ${at(told.at)}` : ''],
    [t.menu.total, [money(order.total, order.currency, t), payment].filter(Boolean).join(' · ')],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, words]) => words)
        .map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
    </dl>
  );
}
