import type { ShopAsking, ShopView } from '@kasera/shared/shop.ts';
import { quantity } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Callout } from '../ui/callout.tsx';
import { Mark, type Level } from '../ui/mark.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { AgoText, MomentText } from './ago-text.tsx';
import { useWords } from './context.ts';
import { Facts } from './facts.tsx';
import { isFailing } from './overall.ts';
import { Section } from './section.tsx';
import styles from './asking-section.module.css';

const levels: Record<ShopAsking['state'], Level> = { off: 'none', asking: 'good', slow: 'warn', down: 'bad' };

/** How asking the shop goes: when it last answered, how often it is asked, what is still to be caught up with. */
export function AskingSection({ view }: { view: ShopView }) {
  const { asking, checks } = view;
  const t = useMessages();
  const { asking: words, ago } = useWords();
  return (
    <Section id="asking" title={words.title} about={words.about}>
      <p role="status">
        <Mark level={levels[asking.state]} text={isFailing(asking) ? words.failing : words.states[asking.state]} />
      </p>
      <Facts
        facts={[
          {
            name: words.checkedAt,
            value: asking.checkedAt === null ? words.never : <AgoText at={asking.checkedAt} say={ago} />,
          },
          { name: words.every, value: words.everySeconds(quantity(asking.everyMs / 1000, t)) },
        ]}
      />
      <Failing asking={asking} isSaidAbove={checks.some((check) => check.fault === asking.fault)} />
      {asking.state === 'slow' && !isFailing(asking) && <p className={styles.hint}>{words.slow}</p>}
      {asking.catchUp && <CatchUp catchUp={asking.catchUp} />}
    </Section>
  );
}

function Failing({ asking, isSaidAbove }: { asking: ShopAsking; isSaidAbove: boolean }) {
  const { asking: words, advice } = useWords();
  const why = asking.fault && advice.faults[asking.fault];
  if (asking.failingSince === null && !why) return null;
  return (
    <>
      <p>
        {asking.failingSince !== null && (
          <strong>
            <MomentText at={asking.failingSince} say={words.failingSince} />
          </strong>
        )}{' '}
        {asking.state === 'down' && words.safe}
      </p>
      {why && (
        <Callout
          level={asking.state === 'down' ? 'bad' : 'warn'}
          means={why.means}
          todo={isSaidAbove ? null : why.todo}
        />
      )}
    </>
  );
}

function CatchUp({ catchUp }: { catchUp: NonNullable<ShopAsking['catchUp']> }) {
  const t = useMessages();
  const { asking: words } = useWords();
  const { done, total } = catchUp;
  const figure =
    total === null ? words.catchUpSome(quantity(done, t)) : words.catchUpOf(quantity(done, t), quantity(total, t));
  return (
    <div className={styles.catchUp}>
      <p className={styles.line}>
        <span>{words.catchUp}</span> <span>{figure}</span>
      </p>
      <ProgressBar label={`${words.catchUp}: ${figure}`} done={done} total={total} />
      <p className={styles.hint}>{words.catchUpAbout}</p>
    </div>
  );
}
