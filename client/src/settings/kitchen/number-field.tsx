import { useId, useState } from 'react';
import { WarningIcon } from '../../ui/icons.tsx';
import field from '../../ui/field.module.css';
import { useKitchenWords } from './context.ts';
import type { Fault } from './faults.ts';
import styles from './number-field.module.css';

/** A number of minutes. What is no number is NaN, and the fault says so; `empty` is what an empty field means. */
export function NumberField<E extends number | null>(props: {
  label: string;
  /** What it belongs to, for those who hear it without seeing what stands beside. */
  of?: string;
  value: number | E;
  empty: E;
  placeholder?: string;
  fault?: Fault | null;
  onChange: (value: number | E) => void;
}) {
  const { label, of, value, empty, placeholder, fault = null, onChange } = props;
  const words = useKitchenWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const read = (text: string): number | E => (text.trim() === '' ? empty : numberOf(text));
  const shown = Object.is(read(typed), value) ? typed : value === null || Number.isNaN(value) ? '' : String(value);
  return (
    <div className={styles.number}>
      <label htmlFor={id} className={field.hint}>
        {label}
      </label>
      <span className={styles.measure}>
        <input
          id={id}
          className={field.input}
          inputMode="numeric"
          autoComplete="off"
          value={shown}
          placeholder={placeholder}
          maxLength={5}
          aria-label={of ? `${of}: ${label}` : undefined}
          aria-invalid={fault !== null}
          aria-describedby={fault ? `${id}-fault` : undefined}
          onChange={({ target }) => {
            setTyped(target.value);
            onChange(read(target.value));
          }}
        />
        <span aria-hidden>{words.minutes}</span>
      </span>
      {fault && <FaultLine id={`${id}-fault`} fault={fault} />}
    </div>
  );
}

export function FaultLine({ id, fault }: { id?: string; fault: Fault }) {
  const words = useKitchenWords();
  return (
    <p id={id} className={field.fault}>
      <WarningIcon /> {words.faults[fault.code](fault)}
    </p>
  );
}

function numberOf(text: string): number {
  const tidy = text.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(tidy) ? Number(tidy) : Number.NaN;
}
