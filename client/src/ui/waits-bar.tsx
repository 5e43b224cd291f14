import { durationWords } from '../i18n/duration.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useWaitsWords } from '../i18n/use-waits-words.ts';
import { placeOf, segmentsOf, type WaitsPicture } from './waits.ts';
import styles from './waits-bar.module.css';

/** Where an order's time went: a bar to be compared with its neighbours, and the same in words. */
export function WaitsBar({ picture, scaleMs }: { picture: WaitsPicture; scaleMs: number }) {
  const { cook } = picture;
  const promise = placeOf(picture.promise, scaleMs);
  return (
    <div className={styles.waits}>
      <div className={styles.bar} aria-hidden>
        {segmentsOf(picture, scaleMs).map(({ what, from, width, isCut, isRunning }) => (
          <span
            key={what}
            className={styles.segment}
            data-what={what}
            data-cut={isCut}
            data-running={isRunning || undefined}
            style={{ left: `${from}%`, width: `${width}%` }}
          >
            {what === 'cook' &&
              cook.stations.map(({ name, ms }) => (
                <span
                  key={name}
                  className={styles.station}
                  style={{ width: `${Math.min(100, (ms / cook.ms) * 100)}%` }}
                />
              ))}
          </span>
        ))}
        {promise !== null && <span className={styles.promise} style={{ left: `${promise}%` }} />}
      </div>
      <WaitsText picture={picture} />
    </div>
  );
}

function WaitsText({ picture }: { picture: WaitsPicture }) {
  const words = useWaitsWords();
  const { locale } = useMessages();
  const { accept, cook, pickup, running } = picture;
  const say = (step: 'accept' | 'cook' | 'pickup', ms: number) =>
    (running === step ? words.soFar : words)[step](durationWords(ms, locale));
  const said: { what: string; text: string }[] = [
    ...(accept > 0 ? [{ what: 'accept', text: say('accept', accept) }] : []),
    ...cook.stations.map(({ name, ms }) => ({ what: 'station', text: words.station(name, durationWords(ms, locale)) })),
    ...(cook.isOver || running === 'cook' ? [{ what: 'cook', text: say('cook', cook.ms) }] : []),
    ...(pickup > 0 ? [{ what: 'pickup', text: say('pickup', pickup) }] : []),
  ];
  if (said.length === 0) return <p className={styles.text}>{words.nothing}</p>;
  return (
    <ul className={styles.text}>
      {said.map(({ what, text }) => (
        <li key={text} data-what={what}>
          {what !== 'station' && <span className={styles.sample} data-what={what} aria-hidden />}
          {text}
        </li>
      ))}
    </ul>
  );
}

/** What the bars' pieces mean; said once above a list of them. */
export function WaitsLegend() {
  const words = useWaitsWords();
  return (
    <ul className={styles.legend} aria-hidden>
      {(['accept', 'cook', 'pickup'] as const).map((what) => (
        <li key={what}>
          <span className={styles.sample} data-what={what} /> {words.legend[what]}
        </li>
      ))}
      <li>
        <span className={styles.promiseSample} /> {words.legend.promise}
      </li>
    </ul>
  );
}
