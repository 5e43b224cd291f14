import type { ConnectShop } from '@kasera/shared/shop.ts';
import { useState } from 'react';
import { TextField } from '../ui/text-field.tsx';
import buttons from '../ui/wall-button.module.css';
import type { FieldFaults } from './connect-draft.ts';
import { useWords } from './context.ts';
import styles from './connection-section.module.css';

/** Key and secret, and where in WooCommerce they are found. */
export function KeyFields(props: {
  draft: ConnectShop;
  faults: FieldFaults;
  onChange: (field: 'key' | 'secret') => (value: string) => void;
}) {
  const { draft, faults, onChange } = props;
  const { connection: words } = useWords();
  const [shown, setShown] = useState(false);
  return (
    <>
      <details className={styles.where}>
        <summary>{words.where}</summary>
        <ol>
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
      <TextField
        label={words.key}
        hint={words.keyHint}
        value={draft.key}
        fault={faults.key ?? null}
        onChange={onChange('key')}
      />
      <TextField
        label={words.secret}
        hint={words.secretHint}
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        value={draft.secret}
        fault={faults.secret ?? null}
        onChange={onChange('secret')}
        beside={
          <button
            type="button"
            className={`${buttons.quiet} ${styles.show}`}
            aria-label={`${shown ? words.hide : words.show}: ${words.secret}`}
            onClick={() => setShown(!shown)}
          >
            {shown ? words.hide : words.show}
          </button>
        }
      />
    </>
  );
}
