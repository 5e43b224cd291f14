import { shopCheckNames, type ShopCheck, type ShopCheckName } from '@kasera/shared/shop.ts';
import { Callout } from '../ui/callout.tsx';
import { Mark } from '../ui/mark.tsx';
import { adviceOn, levelOf } from './advice.ts';
import { useWords } from './context.ts';
import styles from './check-list.module.css';

/** Each check in its row, in the order they are made; what is not fine says what it means and what to do. */
export function CheckList({ checks, checking }: { checks: readonly ShopCheck[]; checking: boolean }) {
  return (
    <ul className={styles.list} aria-busy={checking}>
      {shopCheckNames.map((name) => {
        const check = checking ? undefined : checks.find((one) => one.name === name);
        return check ? <CheckRow key={name} check={check} /> : <OpenRow key={name} name={name} checking={checking} />;
      })}
    </ul>
  );
}

function CheckRow({ check }: { check: ShopCheck }) {
  const { advice, checks: words } = useWords();
  const { name, found = (word: string) => word } = advice.checks[check.name];
  const told = adviceOn(check, advice);
  const level = levelOf[check.result];
  return (
    <li className={styles.row} data-check={check.name} data-result={check.result}>
      <span className={styles.name}>{name}</span>
      <span className={styles.found}>
        <Mark level={level} text={words.results[check.result]} />
        {check.found && <span className={styles.value}>{found(check.found)}</span>}
      </span>
      {told && (
        <div className={styles.advice}>
          <Callout level={level} means={told.means} todo={told.todo} />
        </div>
      )}
    </li>
  );
}

function OpenRow({ name, checking }: { name: ShopCheckName; checking: boolean }) {
  const { advice } = useWords();
  return (
    <li className={styles.row} data-check={name} data-checking={checking || undefined}>
      <span className={styles.name}>{advice.checks[name].name}</span>
      <span className={styles.about}>{advice.checks[name].about}</span>
    </li>
  );
}
