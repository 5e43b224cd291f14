import type { ShopView } from '@kasera/shared/shop.ts';
import { useEffect, type ReactNode } from 'react';
import { Callout } from '../ui/callout.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import page from '../ui/page.module.css';
import buttons from '../ui/wall-button.module.css';
import { AskingSection } from './asking-section.tsx';
import { CatalogueSection } from './catalogue-section.tsx';
import { ChecksSection } from './checks-section.tsx';
import { readConsentReturn } from './consent.ts';
import { ConnectionSection } from './connection-section.tsx';
import { useWords } from './context.ts';
import { OverallLine } from './overall-line.tsx';
import { SuspectsSection } from './suspects-section.tsx';
import { TellingSection } from './telling-section.tsx';
import { useCheck, useConnect, useShopView } from './use-shop.ts';
import { WebhooksSection } from './webhooks-section.tsx';
import styles from './shop-page.module.css';

/** `/settings/shop`: everything about the shop, in the order somebody meets it who connects one. */
export function ShopPage({ keyNeeded }: { keyNeeded: ReactNode }) {
  const words = useWords();
  const { view, trouble } = useShopView();
  useEffect(() => {
    document.title = `${words.title} · Kasera`;
  }, [words]);
  if (trouble === 'unauthorised') return <WithoutKey keyNeeded={keyNeeded} />;
  return (
    <div className={page.page}>
      <PageHeader current="/settings/shop" />
      <main>
        <div className={page.head}>
          <h1>{words.title}</h1>
          <p className={page.intro}>{words.intro}</p>
          {view && <OverallLine view={view} />}
        </div>
        <div aria-live="polite">{trouble && <Trouble unreadable={trouble === 'unreadable'} />}</div>
        {view ? <Sections view={view} /> : !trouble && <p className={page.loading}>{words.loading}</p>}
      </main>
    </div>
  );
}

/** The shop leads back to Kasera's public address, which may be another than the one its owner came from. */
function WithoutKey({ keyNeeded }: { keyNeeded: ReactNode }) {
  const { connection: words } = useWords();
  const returned = readConsentReturn(window.location.search);
  return (
    <>
      {returned && (
        <div className={page.page}>
          <div className={styles.elsewhere}>
            <Callout level="warn" means={words.elsewhere} />
          </div>
        </div>
      )}
      {keyNeeded}
    </>
  );
}

function Trouble({ unreadable }: { unreadable: boolean }) {
  const words = useWords();
  return (
    <div className={styles.trouble}>
      <Callout level="bad" means={unreadable ? words.unreadable : words.unreached} />
      {unreadable && (
        <button type="button" className={`${buttons.quiet} ${styles.reload}`} onClick={() => window.location.reload()}>
          {words.reload}
        </button>
      )}
    </div>
  );
}

function Sections({ view }: { view: ShopView }) {
  const connect = useConnect();
  const check = useCheck();
  const isConnected = view.connection !== null;
  return (
    <>
      <ConnectionSection view={view} connect={connect} />
      <ChecksSection view={view} connect={connect} check={check} />
      {isConnected && (
        <>
          <AskingSection view={view} />
          <WebhooksSection view={view} />
          <TellingSection view={view} />
          <SuspectsSection suspects={view.suspects} />
          <CatalogueSection catalogue={view.catalogue} />
        </>
      )}
    </>
  );
}
