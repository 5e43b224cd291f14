import type { Order } from '@kasera/shared/order.ts';
import { isLater } from '@kasera/shared/tickets.ts';
import { useState } from 'react';
import { useOrderPanelWords } from '../../i18n/order-panel-words.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { CommandDraft } from '../../live/live.ts';
import { useCell, useLive, useOrder } from '../../live/use-live.ts';
import { PrintChoices } from '../../print/print-choices.tsx';
import buttons from '../../ui/button.module.css';
import { Modal } from '../../ui/modal.tsx';
import { CancelForm } from './cancel-form.tsx';
import { NoteForm } from './note-form.tsx';
import { OrderFacts } from './order-facts.tsx';
import { SellOutLines } from '../sold-out/sell-out-lines.tsx';
import { shopPageOf } from '../lists/shop-page-of.ts';
import styles from './order-menu.module.css';

type Step = 'menu' | 'note' | 'allergy' | 'sold-out' | 'cancel';

/** What one does with a ticket besides cooking it, by how often a cook needs it; what ends it stands last and apart. */
export function OrderPanel({ id, onClose }: { id: string; onClose: () => void }) {
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

interface ChoicesProps {
  order: Order;
  onStep: (step: Step) => void;
  onAct: (draft: CommandDraft) => void;
}

function Choices({ order, onStep, onAct }: ChoicesProps) {
  const t = useMessages();
  const words = useOrderPanelWords();
  const isOpen = order.status !== 'completed' && order.status !== 'cancelled';
  return (
    <>
      <div className={styles.choices}>
        {order.closedInShop && (
          <button type="button" className={buttons.main} data-wide onClick={() => onAct({ type: 'confirm' })}>
            {t.menu.closedSeen}
          </button>
        )}
        {isOpen && <FireChoice order={order} onAct={onAct} />}
        {isOpen && (
          <>
            <StepButton words={t.menu.addAllergy} onPress={() => onStep('allergy')} />
            <StepButton words={t.menu.addNote} onPress={() => onStep('note')} />
          </>
        )}
        <StepButton words={t.soldOut.fromTicket} isWide onPress={() => onStep('sold-out')} />
        {isOpen && <PaceChoices order={order} onAct={onAct} />}
        <PrintChoices order={order} />
      </div>
      <OrderFacts order={order} />
      <div className={styles.links}>
        <a className={buttons.quiet} href={`/order/${encodeURIComponent(order.id)}`}>
          {words.menu.orderPage}
        </a>
        <ShopLink order={order} />
      </div>
      {isOpen && (
        <div className={styles.last}>
          <button type="button" className={buttons.danger} onClick={() => onStep('cancel')}>
            {t.menu.cancel}
          </button>
        </div>
      )}
    </>
  );
}

function StepButton(props: { words: string; note?: string; isWide?: boolean; onPress: () => void }) {
  const { words, note, isWide, onPress } = props;
  return (
    <button type="button" className={buttons.button} data-wide={isWide || undefined} onClick={onPress}>
      {words}
      {note && <span className={styles.note}>{note}</span>}
    </button>
  );
}

/** What waits in Later can be begun now. */
function FireChoice({ order, onAct }: Pick<ChoicesProps, 'order' | 'onAct'>) {
  const words = useOrderPanelWords().menu;
  const { clock } = useLive();
  if (!isLater(order, clock.now())) return null;
  return (
    <button type="button" className={buttons.main} data-wide onClick={() => onAct({ type: 'fire' })}>
      {words.fire}
      <span className={styles.note}>{words.fireNote}</span>
    </button>
  );
}

const delayMinutes = 10;

/** More time, or first on all stations: one tap each. */
function PaceChoices({ order, onAct }: Pick<ChoicesProps, 'order' | 'onAct'>) {
  const words = useOrderPanelWords().menu;
  const isCooking = order.status === 'acknowledged' || order.status === 'preparing';
  return (
    <>
      {isCooking && (
        <StepButton
          words={words.delay(delayMinutes)}
          note={words.delayNote}
          onPress={() => onAct({ type: 'delay', minutes: delayMinutes })}
        />
      )}
      {order.status !== 'ready' && (
        <StepButton
          words={order.rush ? words.rushOff : words.rush}
          note={order.rush ? words.rushOffNote : words.rushNote}
          onPress={() => onAct({ type: 'rush', why: order.rush ? null : 'rush' })}
        />
      )}
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
