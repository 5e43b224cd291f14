import styles from './order-menu.module.css';

/** One of a few large buttons. */
export function Choice<T extends string>(props: {
  label: string;
  options: { value: T; text: string; why?: string }[];
  value: T | null;
  onChange: (value: T) => void;
}) {
  return (
    <fieldset className={styles.reasons}>
      <legend>{props.label}</legend>
      {props.options.map(({ value, text, why }) => (
        <button
          key={value}
          type="button"
          className={styles.reason}
          aria-pressed={value === props.value}
          disabled={why !== undefined}
          onClick={() => props.onChange(value)}
        >
          {text}
          {why && <span className={styles.why}>{why}</span>}
        </button>
      ))}
    </fieldset>
  );
}
