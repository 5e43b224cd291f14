import { useState } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { createAsk } from '../live/ask.ts';
import { useCell, useLive } from '../live/use-live.ts';

type Sending = 'idle' | 'sending' | 'sent' | 'failed';

/** Proves the way from the server to the ears in the kitchen. The order itself comes over the socket like every other. */
export function TestOrder({ className, button }: { className: string | undefined; button: string | undefined }) {
  const t = useMessages().empty;
  const isLive = useCell(useLive().phase) === 'live';
  const [sending, setSending] = useState<Sending>('idle');
  const send = async () => {
    setSending('sending');
    const ask = createAsk({ fetch: (path, init) => fetch(path, init) });
    const reply = await ask({ method: 'POST', path: '/api/test-orders', body: {}, read: (answer) => answer ?? true });
    setSending(reply.type === 'done' ? 'sent' : 'failed');
  };
  const said = { idle: t.testWhy, sending: t.testWhy, sent: t.testSent, failed: t.testFailed };
  return (
    <div className={className}>
      <button type="button" className={button} disabled={!isLive || sending === 'sending'} onClick={() => void send()}>
        {sending === 'sending' ? t.testSending : t.testOrder}
      </button>
      <p role="status">{said[sending]}</p>
    </div>
  );
}
