import type { ShopView } from '@kasera/shared/shop.ts';
import { useState, type Ref } from 'react';
import { Mark } from '../ui/mark.tsx';
import buttons from '../ui/wall-button.module.css';
import { MomentText } from './ago-text.tsx';
import { useWords } from './context.ts';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { Facts } from './facts.tsx';
import styles from './connection-section.module.css';

/** The shop in force, where it was set, and what can be done with it. */
export function Connected(props: {
  connection: NonNullable<ShopView['connection']>;
  headRef: Ref<HTMLParagraphElement>;
  isWell: boolean;
  disconnecting: boolean;
  onChange: () => void;
  onDisconnect: () => void;
}) {
  const { connection, headRef, isWell, disconnecting, onChange, onDisconnect } = props;
  const { connection: words } = useWords();
  const isFromPage = connection.from === 'page';
  return (
    <>
      <p ref={headRef} tabIndex={-1} className={styles.connected} role="status">
        <Mark level={isWell ? 'good' : 'warn'} text={isWell ? words.connected : words.connectedBut} />
      </p>
      <Facts facts={factsOf(connection, words)} />
      {!isFromPage && <p className={styles.hint}>{words.fromEnvironmentHint}</p>}
      {isFromPage && (
        <div className={styles.buttons}>
          <button type="button" className={buttons.quiet} onClick={onChange}>
            {words.change}
          </button>
          <DisconnectButton disconnecting={disconnecting} onDisconnect={onDisconnect} />
        </div>
      )}
    </>
  );
}

function factsOf(connection: NonNullable<ShopView['connection']>, words: ReturnType<typeof useWords>['connection']) {
  const { url, keyEnding, connectedAt, from } = connection;
  return [
    { name: words.address, value: url },
    { name: words.keyEnding, value: words.ending(keyEnding) },
    ...(connectedAt === null ? [] : [{ name: words.since, value: <MomentText at={connectedAt} /> }]),
    { name: words.from, value: from === 'page' ? words.fromPage : words.fromEnvironment },
  ];
}

function DisconnectButton({ disconnecting, onDisconnect }: { disconnecting: boolean; onDisconnect: () => void }) {
  const { connection: words } = useWords();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <button type="button" className={buttons.quiet} disabled={disconnecting} onClick={() => setAsks(true)}>
        {disconnecting ? words.disconnecting : words.disconnect}
      </button>
      {asks && <DisconnectDialog onClose={() => setAsks(false)} onDisconnect={onDisconnect} />}
    </>
  );
}
