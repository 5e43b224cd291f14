import type { ShopView } from '@kasera/shared/shop.ts';
import { useEffect, useRef, useState } from 'react';
import buttons from '../ui/wall-button.module.css';
import { ConnectForm } from './connect-form.tsx';
import { Connected } from './connected.tsx';
import { ConsentNewsLine } from './consent-news-line.tsx';
import { useWords } from './context.ts';
import { isConnectionWell } from './overall.ts';
import { Section } from './section.tsx';
import { SpokenOutcome } from './spoken-outcome.tsx';
import type { LeftWebhooks } from './shop-api.ts';
import { useAct, type useConnect } from './use-shop.ts';
import styles from './connection-section.module.css';

/** Where the shop is: the two ways to connect it, or what is connected and how to change it. */
export function ConnectionSection({ view, connect }: { view: ShopView; connect: ReturnType<typeof useConnect> }) {
  const { connection: words } = useWords();
  const [changing, setChanging] = useState(false);
  const disconnect = useAct<void, LeftWebhooks>((api) => api.disconnect());
  const { connection } = view;
  const justConnected = connect.data?.type === 'done' && !connect.isPending;
  const left = disconnect.data?.type === 'done' && !disconnect.isPending ? disconnect.data.data : null;
  const isGone = connection === null && left !== null && connect.isIdle;
  const headRef = useFocusWhen<HTMLParagraphElement>(justConnected);
  const goneRef = useFocusWhen<HTMLDivElement>(isGone);
  const isForm = connection === null || (changing && !justConnected);
  return (
    <Section id="connection" title={words.title} about={words.about}>
      <ConsentNewsLine view={view} />
      {connection && !isForm && (
        <Connected
          connection={connection}
          headRef={headRef}
          isWell={isConnectionWell(view)}
          disconnecting={disconnect.isPending}
          onChange={() => {
            connect.reset();
            setChanging(true);
          }}
          onDisconnect={() => {
            connect.reset();
            disconnect.mutate();
          }}
        />
      )}
      <SpokenOutcome reply={disconnect.data} done={isGone ? words.disconnected[left] : null} focusRef={goneRef} />
      {isForm && <ConnectForm view={view} connect={connect} />}
      {isForm && connection && (
        <div className={styles.buttons}>
          <button
            type="button"
            className={buttons.quiet}
            onClick={() => {
              connect.reset();
              setChanging(false);
            }}
          >
            {words.changeCancel}
          </button>
        </div>
      )}
    </Section>
  );
}

/** What was pressed is gone once it has done its work: who came by keyboard goes on where the result stands. */
function useFocusWhen<E extends HTMLElement>(now: boolean) {
  const ref = useRef<E>(null);
  useEffect(() => {
    if (now) ref.current?.focus();
  }, [now]);
  return ref;
}
