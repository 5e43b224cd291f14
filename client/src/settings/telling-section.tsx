import {
  writeBackSteps,
  type ShopView,
  type WriteBackMapping,
  type WriteBackRule,
  type WriteBackStep,
} from '@kasera/shared/shop.ts';
import type { SettingsWords } from '../i18n/settings-en.ts';
import type { Level } from '../ui/mark.tsx';
import { useWords } from './context.ts';
import { Section } from './section.tsx';
import type { ShopReply } from './shop-api.ts';
import { TellingStep } from './telling-step.tsx';
import { useAct } from './use-shop.ts';
import styles from './telling-section.module.css';

/** What each step in the kitchen does to the order in the shop. A choice counts at once and is saved by itself. */
export function TellingSection({ view }: { view: ShopView }) {
  const { telling: words } = useWords();
  // One after the other: the last choice is the one that stays.
  const save = useAct(
    (api, { mapping }: { step: WriteBackStep; mapping: WriteBackMapping }) => api.saveMapping(mapping),
    'mapping',
  );
  const shown = save.isPending ? save.variables.mapping : view.mapping;
  const change = (step: WriteBackStep) => (rule: WriteBackRule) =>
    save.mutate({ step, mapping: { ...shown, [step]: rule } });
  return (
    <Section id="telling" title={words.title} about={words.about}>
      <p>{words.delay}</p>
      <p className={styles.hint}>{words.guest}</p>
      <div>
        {writeBackSteps.map((step) => (
          <TellingStep
            key={step}
            step={step}
            rule={shown[step]}
            statuses={view.statuses}
            outcome={save.variables?.step === step ? outcomeOf(save, words) : null}
            onChange={change(step)}
          />
        ))}
      </div>
      {view.statuses.length === 0 && <p className={styles.hint}>{words.statusesUnread}</p>}
      <p className={styles.hint}>{words.refunds}</p>
    </Section>
  );
}

function outcomeOf(
  { isPending, data }: { isPending: boolean; data: ShopReply<null> | undefined },
  words: SettingsWords['telling'],
): { level: Level; text: string } | null {
  if (isPending) return { level: 'none', text: words.saving };
  if (!data) return null;
  if (data.type === 'done') return { level: 'good', text: words.saved };
  return { level: 'bad', text: data.type === 'unreached' ? words.offline : words.notSaved };
}
