import type { KitchenView } from '@kasera/shared/kitchen-settings.ts';
import { useEffect, useMemo, type ReactNode } from 'react';
import { usePageWords } from '../../i18n/use-page-words.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageTrouble } from '../../ui/page-trouble.tsx';
import page from '../../ui/page.module.css';
import { AllergySection } from './allergy-section.tsx';
import { ClockSection } from './clock-section.tsx';
import { useKitchenWords, type Editing } from './context.ts';
import { countDishes } from './dishes.ts';
import { faultsOf } from './faults.ts';
import { HoursSection } from './hours-section.tsx';
import { LinePicture } from './line-picture.tsx';
import { PickupSection } from './pickup-section.tsx';
import { createResolver } from './resolve.ts';
import { RoutingSection } from './routing-section.tsx';
import { SaveBar } from './save-bar.tsx';
import { StationsSection } from './stations-section.tsx';
import { TimesSection } from './times-section.tsx';
import { useDraft, useKitchenView } from './use-kitchen.ts';
import { WordsSection } from './words-section.tsx';

/** `/settings/kitchen`: the stations and what goes where ([BO2]), and the kitchen's own clock and words ([BO13]). */
export function KitchenPage({ keyNeeded }: { keyNeeded: ReactNode }) {
  const words = useKitchenWords();
  const pages = usePageWords();
  const { view, trouble } = useKitchenView();
  useEffect(() => {
    document.title = `${words.title} · Kasera`;
  }, [words]);
  if (trouble?.type === 'unauthorised') return keyNeeded;
  return (
    <div className={page.page}>
      <PageHeader current="/settings/kitchen" />
      <main>
        <div className={page.head}>
          <h1>{words.title}</h1>
          <p className={page.intro}>{words.intro}</p>
        </div>
        <PageTrouble trouble={trouble} />
        {view ? <Editor view={view} /> : !trouble && <p className={page.loading}>{pages.loading}</p>}
      </main>
    </div>
  );
}

function Editor({ view }: { view: KitchenView }) {
  const edit = useDraft(view);
  const { draft, change, set } = edit;
  const faults = useMemo(() => faultsOf(draft), [draft]);
  const { stations, routing } = draft;
  const resolver = useMemo(() => createResolver(view, { stations, routing }), [view, stations, routing]);
  const counts = useMemo(() => countDishes(view.products, resolver), [view.products, resolver]);
  const editing: Editing = { draft, change, set, faults };
  const { isDirty } = edit;
  useEffect(() => {
    if (!isDirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
  return (
    <>
      <LinePicture draft={draft} counts={counts} hasMenu={view.products.length > 0} />
      <StationsSection {...editing} menu={view} />
      {stations.length > 0 && (
        <>
          <RoutingSection {...editing} view={view} resolver={resolver} counts={counts} />
          <WordsSection {...editing} view={view} resolver={resolver} />
        </>
      )}
      <ClockSection {...editing} />
      <TimesSection {...editing} plugins={view.datePlugins} />
      <HoursSection {...editing} zoneInForce={view.timeZone} />
      <AllergySection {...editing} />
      <PickupSection {...editing} />
      <SaveBar edit={edit} faults={faults} />
    </>
  );
}
