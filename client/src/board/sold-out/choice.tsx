import styles from '../order-panel/order-menu.module.css';

/** One of a few large buttons. */
export function Choice<T extends string>(props: {
  label: string;
  options: { value: T; text: string; note?: string; disabled?: boolean }[];
  value: T | null;
  onChange: (value: T) => void;
}) {
  return (
    <fieldset className={styles.reasons}>
      <legend>{props.label}</legend>
      {props.options.map(({ value, text, note, disabled }) => (
        <button
          key={value}
          type="button"
          className={styles.reason}
          aria-pressed={value === props.value}
          disabled={disabled}
          onClick={() => props.onChange(value)}
        >
          {text}
          {note && <span className={styles.note}>{note}</span>}
        </button>
      ))}
    </fieldset>
  );
}
