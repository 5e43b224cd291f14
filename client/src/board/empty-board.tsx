import { useState } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { useCell, useLive } from '../live/use-live.ts';
import buttons from '../ui/button.module.css';
import { ConnectionList } from './connection-list.tsx';
import { NoticeList } from './health-panel.tsx';
import { ShopSettingsLink } from './shop-settings-link.tsx';
import { useHealth } from './use-health.ts';
import styles from './empty-board.module.css';

/** An empty board is not blank: it says what is connected, and offers an order to try it with. */
export function EmptyBoard() {
  const t = useMessages();
  const { problems, remarks } = useHealth();
  return (
    <section className={styles.card} aria-label={t.empty.title}>
      <header>
        <h2 className={styles.title}>{t.empty.title}</h2>
        <p className={styles.waiting}>{t.empty.waiting}</p>
      </header>
      <ConnectionList />
      <NoticeList notices={[...problems, ...remarks]} />
      <ShopSettingsLink />
      <TestOrder />
    </section>
  );
}

type Sending = 'idle' | 'sending' | 'failed';

function TestOrder() {
  const t = useMessages();
  const { phase } = useLive();
  const isLive = useCell(phase) === 'live';
  const [sending, setSending] = useState<Sending>('idle');
  const send = async () => {
    setSending('sending');
    setSending((await sendTestOrder()) ? 'idle' : 'failed');
  };
  return (
    <div className={styles.test}>
      <button
        type="button"
        className={buttons.main}
        disabled={!isLive || sending === 'sending'}
        onClick={() => void send()}
      >
        {sending === 'sending' ? t.empty.testSending : t.empty.testOrder}
      </button>
      <p role="status">{sending === 'failed' ? t.empty.testFailed : t.empty.testWhy}</p>
    </div>
  );
}

/** @returns whether the server took it; the order itself comes over the socket like every other */
async function sendTestOrder(): Promise<boolean> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch('/api/test-orders', { method: 'POST', headers, body: '{}' });
    return answer.ok;
  } catch {
    return false;
  }
}
