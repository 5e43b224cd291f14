import type { OrderStory } from '@kasera/shared/history.ts';
import { wordFor } from '../i18n/fault-words.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Mark, type Level } from '../ui/mark.tsx';
import styles from './order.module.css';
import { Part } from './part.tsx';
import type { Times } from './times.ts';
import { useStoryWords } from './words.ts';

type Delivery = OrderStory['deliveries'][number];

/** Its pushes, and what the shop was told: how each stands and what the other side said. */
export function ToldList({ deliveries, times }: { deliveries: readonly Delivery[]; times: Times }) {
  const words = useStoryWords();
  return (
    <Part title={words.sections.told}>
      {deliveries.length === 0 && <p>{words.nobodyTold}</p>}
      <ul className={styles.rows}>
        {deliveries.map((delivery) => (
          <Told key={delivery.id} delivery={delivery} times={times} />
        ))}
      </ul>
    </Part>
  );
}

const levels: Record<string, Level> = {
  sent: 'good',
  parked: 'bad',
  nobody: 'warn',
  held: 'warn',
  unconfigured: 'warn',
};

function Told({ delivery, times }: { delivery: Delivery; times: Times }) {
  const t = useMessages();
  const words = useStoryWords();
  const { channel, audience, about, state, reason, error, providerId, createdAt, sentAt, attempts } = delivery;
  const small = [
    audience,
    words.wrote(times.moment(createdAt)),
    sentAt === null ? '' : words.sent(times.second(sentAt)),
    words.attempts(attempts),
    reason ? wordFor(words.dropReasons, reason) : '',
    error ? words.providerSaid(wordFor(t.shop.faults, error)) : '',
    providerId ? words.providerId(providerId) : '',
  ];
  return (
    <li>
      <p>
        <strong>{wordFor(words.channels, channel)}</strong>
        {about && `: ${wordFor(t.shop.steps, about)}`}{' '}
        <Mark level={levels[state] ?? 'none'} text={wordFor(words.deliveryStates, state)} />
      </p>
      <p className={styles.dim}>{small.filter(Boolean).join(' · ')}</p>
    </li>
  );
}
