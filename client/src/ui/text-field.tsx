import { useId, type ReactNode, type Ref } from 'react';
import { WarningIcon } from './icons.tsx';
import styles from './field.module.css';

/** One line to write in, with its label, its hint and what is wrong with it. */
export function TextField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  fault?: string | null;
  type?: 'text' | 'url' | 'password';
  /** As the browser knows it; `off` for what must not be filled in by itself. */
  autoComplete?: string;
  /** Beside the field, such as "show". */
  beside?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
}) {
  const { label, value, onChange, hint, fault = null, type = 'text', autoComplete = 'off', beside, inputRef } = props;
  const id = useId();
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.row}>
        <input
          id={id}
          ref={inputRef}
          className={styles.input}
          type={type}
          inputMode={type === 'url' ? 'url' : undefined}
          value={value}
          maxLength={500}
          autoComplete={autoComplete}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={fault !== null}
          aria-describedby={described || undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        {beside}
      </div>
      {fault && (
        <p id={`${id}-fault`} className={styles.fault}>
          <WarningIcon /> {fault}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
