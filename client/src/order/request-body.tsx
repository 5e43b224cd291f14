import { useEffect, useRef, useState } from 'react';
import type { Reply } from '../live/ask.ts';
import { useOrdersApi } from '../live/orders-api.ts';
import { Callout } from '../ui/callout.tsx';
import buttons from '../ui/wall-button.module.css';
import { usePageWords } from '../i18n/use-page-words.ts';
import styles from './order.module.css';
import { useStoryWords } from './words.ts';

/** One raw body, as the shop sent it; held by this page alone, and by no cache. */
export function RequestBody({ requestId, apiKey, label }: { requestId: string; apiKey: string; label: string }) {
  const api = useOrdersApi();
  const words = useStoryWords();
  const pages = usePageWords();
  const [reply, setReply] = useState<Reply<string> | null>(null);
  useEffect(() => {
    if (apiKey === '') return undefined;
    let isWanted = true;
    // Not with each letter of a key that is still being written.
    const timer = setTimeout(() => {
      void api.requestBody(requestId, apiKey).then((answer) => isWanted && setReply(answer));
    }, 400);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [api, requestId, apiKey]);
  if (apiKey === '') return <Callout level="warn" means={words.keyMissing} />;
  if (reply === null) return <p role="status">{pages.loading}</p>;
  if (reply.type === 'done') return <Body text={reply.data} label={label} />;
  const means =
    reply.type === 'unauthorised' ? words.wrongKey : reply.type === 'unreached' ? pages.unreached : words.noBody;
  return (
    <div role="alert">
      <Callout level="bad" means={means} />
    </div>
  );
}

function Body({ text, label }: { text: string; label: string }) {
  const words = useStoryWords();
  const ref = useRef<HTMLPreElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null);
  const copy = async () => {
    if (ref.current) window.getSelection()?.selectAllChildren(ref.current);
    // Only pages on https have a clipboard of their own.
    const isCopied = await (navigator.clipboard as Clipboard | undefined)?.writeText(text).then(
      () => true,
      () => false,
    );
    setOutcome(isCopied ? 'copied' : 'notCopied');
  };
  return (
    <div className={styles.body}>
      {/* It scrolls, so the keyboard has to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre ref={ref} tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
      <div className={styles.answers}>
        <button type="button" className={buttons.quiet} onClick={() => void copy()}>
          {words.copy}
        </button>
        <span role="status">{outcome && words[outcome]}</span>
      </div>
    </div>
  );
}
