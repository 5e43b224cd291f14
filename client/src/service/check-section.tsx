import { useId } from 'react';
import { Mark } from '../ui/mark.tsx';
import { NoticeWay } from '../ui/notice-way.tsx';
import { wayOf } from '../ui/way-of.ts';
import type { Check } from './check.ts';
import { checkWords, type Reader } from './check-words.ts';
import styles from './check-section.module.css';

/** The lines of one area; nothing where there are none. */
export function CheckSection(props: { title: string; checks: readonly Check[]; reader: Reader; remark: string }) {
  const { title, checks, reader, remark } = props;
  const id = useId();
  if (checks.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      <ul className={styles.lines}>
        {checks.map((check) => (
          <Line key={check.key} check={check} reader={reader} />
        ))}
      </ul>
      {remark && <p className={styles.remark}>{remark}</p>}
    </section>
  );
}

function Line({ check, reader }: { check: Check; reader: Reader }) {
  const { name, says, todo } = checkWords(check.about, reader);
  const way =
    check.about.type === 'notice' && wayOf(check.about.notice.code) !== '/service' ? check.about.notice.code : null;
  const isGrave = check.level === 'warn' || check.level === 'bad';
  return (
    <li className={styles.line} data-level={check.level}>
      <Mark level={check.level} text={reader.words.levels[check.level]} />
      <div className={styles.words}>
        <p>
          {name && <b className={styles.name}>{name}</b>} <span className={styles.says}>{says}</span>
        </p>
        {way && <NoticeWay code={way} className={styles.way} />}
        {isGrave &&
          todo.map((sentence) => (
            <p key={sentence} className={styles.todo}>
              {sentence}
            </p>
          ))}
      </div>
    </li>
  );
}
