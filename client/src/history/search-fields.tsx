import { useId } from 'react';
import field from '../ui/field.module.css';
import { CheckIcon } from '../ui/icons.tsx';
import { Segmented } from '../ui/segmented.tsx';
import styles from './history.module.css';
import type { Wish } from './wish.ts';
import { useHistoryWords } from './words.ts';

/** What to look for: number or name, dish, day, and whether only late ones. */
export function SearchFields(props: { wish: Wish; onChange: (wish: Wish) => void; today: string | null }) {
  const { wish, onChange, today } = props;
  const words = useHistoryWords();
  const id = useId();
  const isDay = !['today', 'yesterday', 'any'].includes(wish.day);
  return (
    <form role="search" className={styles.search} onSubmit={(event) => event.preventDefault()}>
      {(['q', 'dish'] as const).map((which) => (
        <div key={which} className={styles.sought}>
          <label htmlFor={`${id}-${which}`} className={field.hint}>
            {words.fields[which]}
          </label>
          <input
            id={`${id}-${which}`}
            type="search"
            className={field.input}
            value={wish[which]}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => onChange({ ...wish, [which]: event.target.value })}
          />
        </div>
      ))}
      <div className={styles.days}>
        <Segmented
          label={words.fields.day}
          value={isDay ? '' : wish.day}
          options={(['today', 'yesterday', 'any'] as const).map((value) => ({ value, text: words.days[value] }))}
          onChange={(day) => onChange({ ...wish, day })}
        />
        <input
          type="date"
          className={field.input}
          aria-label={words.fields.otherDay}
          value={isDay ? wish.day : ''}
          max={today ?? undefined}
          onChange={(event) => onChange({ ...wish, day: event.target.value || 'today' })}
        />
        <button
          type="button"
          className={styles.late}
          aria-pressed={wish.late}
          onClick={() => onChange({ ...wish, late: !wish.late })}
        >
          {wish.late && <CheckIcon />} {words.lateFirst}
        </button>
      </div>
    </form>
  );
}
