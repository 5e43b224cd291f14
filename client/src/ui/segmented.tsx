import styles from './segmented.module.css';

/** A choice of few, all of them in sight. */
export function Segmented<T extends string>(props: {
  label: string;
  options: { value: T; text: string; title?: string }[];
  value: T;
  onChange: (value: T) => void;
}) {
  return (
    <div className={styles.group} role="group" aria-label={props.label}>
      {props.options.map(({ value, text, title }) => (
        <button
          key={value}
          type="button"
          className={styles.option}
          aria-pressed={value === props.value}
          title={title}
          onClick={() => props.onChange(value)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
