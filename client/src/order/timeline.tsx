import type { OrderStory } from '@kasera/shared/history.ts';
import { factsOf } from '../i18n/event-facts.ts';
import { wordFor } from '../i18n/fault-words.ts';
import { useMessages } from '../i18n/use-messages.ts';
import styles from './order.module.css';
import { Part } from './part.tsx';
import { screenWords } from './screen-words.ts';
import type { Times } from './times.ts';
import { useStoryWords } from './words.ts';

/** Everything that happened to it, the oldest first: when, what, by whom. */
export function Timeline(props: { story: OrderStory; times: Times; stationName: (id: string) => string }) {
  const { story, times, stationName } = props;
  const t = useMessages();
  const words = useStoryWords();
  const { order, events } = story;
  const status = (code: string) => wordFor(t.statuses, code);
  return (
    <Part title={words.sections.timeline}>
      <ol className={styles.timeline}>
        {events.map((event, index) => {
          const say = Object.hasOwn(words.events, event.type) ? words.events[event.type] : null;
          const day = times.day(event.at);
          const before = events[index - 1];
          return (
            <li key={event.version} data-actor={event.actor}>
              <span className={styles.when}>
                {(!before || times.day(before.at) !== day) && <span className={styles.dim}>{day}</span>}
                <time dateTime={new Date(event.at).toISOString()}>{times.second(event.at)}</time>
              </span>
              <span className={styles.what}>
                <strong>
                  {say ? say(factsOf(event, { order, stationName, status, time: times.moment })) : event.type}
                </strong>
                <span className={styles.dim}>
                  {event.screen ? screenWords(event.screen, t) : words.actors[event.actor]}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
    </Part>
  );
}
