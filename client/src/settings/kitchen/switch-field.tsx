import { useId, type ReactNode } from 'react';
import remarks from './remarks.module.css';
import styles from './switch-field.module.css';

/** Yes or no, with a sentence that says what it changes. */
export function SwitchField(props: { label: string; about: ReactNode; on: boolean; onChange: (on: boolean) => void }) {
  const { label, about, on, onChange } = props;
  const id = useId();
  return (
    <div className={styles.switch}>
      <input
        id={id}
        type="checkbox"
        checked={on}
        aria-describedby={`${id}-about`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-about`} className={remarks.hint}>
        {about}
      </p>
    </div>
  );
}
