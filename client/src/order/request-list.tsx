import type { OrderStory } from '@kasera/shared/history.ts';
import { useState } from 'react';
import { wordFor } from '../i18n/fault-words.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { TextField } from '../ui/text-field.tsx';
import buttons from '../ui/wall-button.module.css';
import styles from './order.module.css';
import { Part } from './part.tsx';
import { RequestBody } from './request-body.tsx';
import type { Times } from './times.ts';
import { useStoryWords } from './words.ts';

/** What the shop sent of it. The raw bodies are shown only with the API key, which is kept in this page's memory. */
export function RequestList({ requests, times }: { requests: OrderStory['requests']; times: Times }) {
  const t = useMessages();
  const words = useStoryWords();
  const [apiKey, setApiKey] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Part title={words.sections.requests}>
      {requests.length === 0 && <p>{words.noRequests}</p>}
      {requests.some(({ hasBody }) => hasBody) && (
        <TextField
          label={words.keyLabel}
          hint={words.keyWhy}
          type="password"
          autoComplete="off"
          value={apiKey}
          onChange={setApiKey}
        />
      )}
      <ol className={styles.rows}>
        {requests.map(({ id, receivedAt, topic, state, bytes, hasBody }, index) => (
          <li key={id} className={styles.request}>
            <p>
              <strong>{topic ?? '–'}</strong> · {wordFor(words.requestStates, state)}
              <br />
              <span className={styles.dim}>
                {times.moment(receivedAt)} · {words.bytes(new Intl.NumberFormat(t.locale).format(bytes))}
                {!hasBody && state !== 'duplicate' && ` · ${words.bodyGone}`}
              </span>
            </p>
            {hasBody && (
              <button
                type="button"
                className={buttons.quiet}
                aria-expanded={open === id}
                aria-label={open === id ? undefined : words.showBodyOf(index + 1)}
                onClick={() => setOpen(open === id ? null : id)}
              >
                {open === id ? words.hideBody : words.showBody}
              </button>
            )}
            {open === id && (
              <RequestBody key={apiKey} requestId={id} apiKey={apiKey.trim()} label={words.bodyOf(index + 1)} />
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}
