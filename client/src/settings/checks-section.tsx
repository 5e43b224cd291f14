import type { ShopView } from '@kasera/shared/shop.ts';
import { Callout } from '../ui/callout.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import buttons from '../ui/wall-button.module.css';
import { AgoText } from './ago-text.tsx';
import { CheckList } from './check-list.tsx';
import { useWords } from './context.ts';
import { Section } from './section.tsx';
import { SpokenOutcome } from './spoken-outcome.tsx';
import type { useCheck, useConnect } from './use-shop.ts';
import styles from './checks-section.module.css';

/** What was found when the shop was looked at: by the connection in force, or by the one just tried in vain. */
export function ChecksSection(props: {
  view: ShopView;
  connect: ReturnType<typeof useConnect>;
  check: ReturnType<typeof useCheck>;
}) {
  const { view, connect, check } = props;
  const { checks: words } = useWords();
  const checking = connect.isPending || check.isPending;
  const attempt = connect.data?.type === 'refused' ? connect.data.checks : [];
  const isAttempt = attempt.length > 0;
  const checks = isAttempt ? attempt : view.checks;
  if (view.connection === null && checks.length === 0 && !checking) return null;
  return (
    <Section id="checks" title={words.title} about={words.about}>
      {view.connection && (
        <div className={styles.head}>
          <LookedAt at={isAttempt ? undefined : view.checkedAt} />
          <button
            type="button"
            className={buttons.quiet}
            disabled={checking}
            onClick={() => {
              connect.reset();
              check.mutate();
            }}
          >
            {checking ? words.checking : words.again}
          </button>
        </div>
      )}
      <SpokenOutcome reply={check.data} done={check.isSuccess && !checking ? spokenResult(checks, words) : null} />
      {checking && (
        <div className={styles.checking}>
          <ProgressBar label={words.checking} />
          <p className={styles.when}>{words.checkingAbout}</p>
        </div>
      )}
      {isAttempt && !checking && <Callout level="bad" means={words.ofAttempt} />}
      <CheckList checks={checks} checking={checking} />
    </Section>
  );
}

/** When the shop was looked at; nothing while what stands below is of another look. */
function LookedAt({ at }: { at: number | null | undefined }) {
  const { checks: words } = useWords();
  if (at === undefined) return null;
  return <p className={styles.when}>{at === null ? words.never : <AgoText at={at} say={words.checkedAt} />}</p>;
}

function spokenResult(checks: ShopView['checks'], words: ReturnType<typeof useWords>['checks']): string {
  const having = (result: string) => checks.filter((one) => one.result === result).length;
  return words.done(having('failed'), having('warning'));
}
