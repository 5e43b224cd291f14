import { useState } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { createAsk } from '../live/ask.ts';
import { useCell, useLive } from '../live/use-live.ts';
import buttons from '../ui/wall-button.module.css';
import { useWords } from './words.ts';
import styles from './check-section.module.css';

type Sending = 'idle' | 'sending' | 'sent' | 'failed';

/** Proves the way from the server to the ears in the kitchen. */
export function TestOrder() {
  const t = useMessages();
  const words = useWords();
  const isLive = useCell(useLive().phase) === 'live';
  const [sending, setSending] = useState<Sending>('idle');
  const send = async () => {
    setSending('sending');
    const ask = createAsk({ fetch: (path, init) => fetch(path, init) });
    const reply = await ask({ method: 'POST', path: '/api/test-orders', body: {}, read: (answer) => answer ?? true });
    setSending(reply.type === 'done' ? 'sent' : 'failed');
  };
  const said = { idle: t.empty.testWhy, sending: t.empty.testWhy, sent: words.testSent, failed: t.empty.testFailed };
  return (
    <section className={styles.section} aria-label={words.testTitle}>
      <h2 className={styles.title}>{words.testTitle}</h2>
      <div className={styles.test}>
        <button
          type="button"
          className={buttons.main}
          disabled={!isLive || sending === 'sending'}
          onClick={() => void send()}
        >
          {sending === 'sending' ? t.empty.testSending : t.empty.testOrder}
        </button>
        <p role="status">{said[sending]}</p>
      </div>
    </section>
  );
}
