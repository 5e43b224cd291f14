import '@kasera/shared/no-eval.ts';
import { connectShopSchema, type ConnectShop, type ShopView } from '@kasera/shared/shop.ts';
import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react';
import { TextField } from '../ui/text-field.tsx';
import buttons from '../ui/wall-button.module.css';
import { faultsOfChecks, faultsOfDraft, tidyDraft, type FieldFaults } from './connect-draft.ts';
import { ConsentWay } from './consent-way.tsx';
import { useWords } from './context.ts';
import { KeyFields } from './key-fields.tsx';
import { SpokenOutcome } from './spoken-outcome.tsx';
import type { useConnect } from './use-shop.ts';
import styles from './connection-section.module.css';

const empty: ConnectShop = { url: '', key: '', secret: '' };

/** The two ways to a connection: the shop's own consent page, or keys by hand. Both begin with the shop's address. */
export function ConnectForm({ view, connect }: { view: ShopView; connect: ReturnType<typeof useConnect> }) {
  const words = useWords();
  const [draft, setDraft] = useState({ ...empty, url: view.connection?.url ?? '' });
  const [own, setOwn] = useState<FieldFaults>({});
  const ref = useRef<HTMLFormElement>(null);
  const attempt = connect.data?.type === 'refused' && !connect.isPending ? connect.data.checks : [];
  const faults = { ...faultsOfChecks(attempt, words), ...own };
  useFocusOnFault(ref, connect.data);
  const change = (field: keyof ConnectShop) => (value: string) => {
    setDraft({ ...draft, [field]: value });
    setOwn({ ...own, [field]: undefined });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOfDraft(draft, words.connection);
    setOwn(found);
    const parsed = connectShopSchema.safeParse(tidyDraft(draft));
    if (Object.keys(found).length === 0 && parsed.success) connect.mutate(parsed.data);
    else focusFirstFault(ref.current);
  };
  const needUrl = () => {
    setOwn({ url: words.connection.missing.url });
    focusFirstFault(ref.current);
  };
  return (
    <form ref={ref} className={styles.form} noValidate onSubmit={submit}>
      <TextField
        label={words.connection.url}
        hint={words.connection.urlHint}
        type="url"
        autoComplete="url"
        value={draft.url}
        fault={faults.url ?? null}
        onChange={change('url')}
      />
      <ConsentWay fault={view.consentFault} url={draft.url.trim()} onNeedUrl={needUrl} />
      <section className={styles.way}>
        <h3>{words.connection.byHand}</h3>
        <KeyFields draft={draft} faults={faults} onChange={change} />
        <button type="submit" className={buttons.main} disabled={connect.isPending}>
          {connect.isPending ? words.connection.connecting : words.connection.connect}
        </button>
        <ConnectOutcome connect={connect} />
        <p className={styles.hint}>{words.connection.kept}</p>
      </section>
    </form>
  );
}

/** A refusal that came with checks is said by them and beside its field; here only that nothing was connected. */
function ConnectOutcome({ connect }: { connect: ReturnType<typeof useConnect> }) {
  const { connection: words } = useWords();
  const reply = connect.isPending ? undefined : connect.data;
  const hasChecks = reply?.type === 'refused' && reply.checks.length > 0;
  return hasChecks ? (
    <p className={styles.hint} role="alert">
      {words.notConnected}
    </p>
  ) : (
    <SpokenOutcome reply={reply} done={null} />
  );
}

function useFocusOnFault(ref: RefObject<HTMLFormElement | null>, answer: unknown): void {
  useEffect(() => {
    if (answer) focusFirstFault(ref.current);
  }, [ref, answer]);
}

/** After the fault is on the page. */
function focusFirstFault(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus());
}
