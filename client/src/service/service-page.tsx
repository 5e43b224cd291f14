import { usualSetup } from '@kasera/shared/kitchen.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { createQueryClient } from '../live/query-client.ts';
import { useTick } from '../live/ticker.ts';
import { useCell, useLive, useOrders } from '../live/use-live.ts';
import { CheckIcon, WarningIcon } from '../ui/icons.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { TestOrder } from '../ui/test-order.tsx';
import buttons from '../ui/wall-button.module.css';
import { areas, type Check } from './check.ts';
import { CheckSection } from './check-section.tsx';
import { checksOf, overallOf } from './checks.ts';
import { useKnownScreens } from './use-known-screens.ts';
import { useWords } from './words.ts';
import section from './check-section.module.css';
import styles from './service-page.module.css';

/** Looked at before the doors open: whether every screen, the shop and the phones are as they have to be. */
export function ServicePage() {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <Service />
    </QueryClientProvider>
  );
}

function Service() {
  const t = useMessages();
  const words = useWords();
  const live = useLive();
  const known = useKnownScreens();
  const checks = useChecks(known.screens);
  const stations = useCell(live.rules)?.stations ?? usualSetup.stations;
  const reader = { t, words, stations, now: live.clock.now() };
  return (
    <div className={styles.page}>
      <PageHeader current="/service" />
      <main className={styles.main}>
        <h1 className={styles.name}>{words.title}</h1>
        <Overall checks={checks} />
        <div className={styles.sections}>
          {areas.map((area) => (
            <CheckSection
              key={area}
              title={words.areas[area]}
              checks={checks.filter((check) => check.area === area)}
              reader={reader}
              remark={area === 'screens' && known.isUnknown ? words.unknownScreens : ''}
            />
          ))}
          <section className={section.section} aria-label={words.testTitle}>
            <h2 className={section.title}>{words.testTitle}</h2>
            <TestOrder className={section.test} button={buttons.main} />
          </section>
        </div>
      </main>
    </div>
  );
}

/** Looks again with each beat, and each ten seconds. */
function useChecks(known: ReturnType<typeof useKnownScreens>['screens']): Check[] {
  const live = useLive();
  const beat = useCell(live.beat);
  const phase = useCell(live.phase);
  const warning = useCell(live.watch).warning;
  const setup = useCell(live.rules) ?? usualSetup;
  const real = useOrders().filter((order) => !order.test);
  useTick((now) => Math.floor(now / 10_000));
  return checksOf({
    ...{ beat, known, setup, screen: live.screen, now: live.clock.now() },
    server: phase === 'too-many-connections' ? 'full' : phase === 'live' && warning.type !== 'silent' ? 'live' : 'lost',
    lastOrderAt: real.length > 0 ? Math.max(...real.map(({ times }) => times.arrivedAt)) : null,
  });
}

/** The answer to the page's question, before anything else. */
function Overall({ checks }: { checks: readonly Check[] }) {
  const words = useWords();
  const beat = useCell(useLive().beat);
  const { level, toSeeTo } = overallOf(checks);
  const isKnown = beat !== null;
  return (
    <p className={styles.overall} data-level={isKnown ? level : 'none'} role="status">
      {isKnown && (level === 'good' ? <CheckIcon /> : <WarningIcon />)}
      <span>{!isKnown ? words.looking : level === 'good' ? words.ready : words.toSeeTo(toSeeTo)}</span>
    </p>
  );
}
