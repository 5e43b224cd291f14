import { useId } from 'react';
import styles from './field.module.css';

export interface Choice<T extends string> {
  value: T;
  text: string;
}

/** A choice of several, opened by the browser's own list. */
export function SelectField<T extends string>(props: {
  label: string;
  /** What it belongs to, for those who hear it without seeing what stands beside. */
  of: string;
  value: T;
  choices: readonly Choice<T>[];
  onChange: (value: T) => void;
  hint?: string | null;
}) {
  const { label, of, value, choices, onChange, hint = null } = props;
  const id = useId();
  const choose = (chosen: string) => {
    const choice = choices.find((one) => one.value === chosen);
    if (choice) onChange(choice.value);
  };
  return (
    <div className={styles.field}>
      <label className={styles.hint} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        aria-label={`${of}: ${label}`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => choose(event.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
