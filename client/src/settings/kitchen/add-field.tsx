import { useId, useState } from 'react';
import field from '../../ui/field.module.css';
import { PlusIcon } from '../../ui/icons.tsx';
import buttons from '../../ui/wall-button.module.css';
import styles from './add-field.module.css';

/** A line to write one more thing in. What is not taken stays in it. */
export function AddField(props: {
  label: string;
  button: string;
  maxLength: number;
  placeholder?: string;
  inputMode?: 'numeric';
  /** Whether it was taken. */
  onAdd: (text: string) => boolean;
}) {
  const { label, button, maxLength, placeholder, inputMode, onAdd } = props;
  const id = useId();
  const [text, setText] = useState('');
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (onAdd(text)) setText('');
      }}
    >
      <label htmlFor={id} className={field.hint}>
        {label}
      </label>
      <div className={field.row}>
        <input
          {...{ id, maxLength, placeholder, inputMode }}
          className={field.input}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className={buttons.quiet}>
          <PlusIcon /> {button}
        </button>
      </div>
    </form>
  );
}
