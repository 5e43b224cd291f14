import { useState, type FormEvent } from 'react';
import { useOrderPanelWords } from '../../i18n/order-panel-words.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { CommandDraft } from '../../live/live.ts';
import buttons from '../../ui/button.module.css';
import styles from './order-menu.module.css';

/** A note or an allergy the kitchen adds: a guest on the telephone. */
export function NoteForm(props: { allergy: boolean; onBack: () => void; onAct: (draft: CommandDraft) => void }) {
  const { allergy, onBack, onAct } = props;
  const t = useMessages();
  const { noteSeen } = useOrderPanelWords().menu;
  const [text, setText] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) onAct({ type: 'note', text: text.trim(), allergy });
  };
  return (
    <form className={styles.form} onSubmit={save}>
      <label className={styles.field}>
        {allergy ? t.menu.allergyText : t.menu.noteText}
        <textarea
          // The panel was opened to write.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          rows={3}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p className={styles.effect}>{noteSeen}</p>
      <div className={styles.buttons}>
        <button type="button" className={buttons.quiet} onClick={onBack}>
          {t.menu.back}
        </button>
        <button type="submit" className={buttons.main} disabled={!text.trim()}>
          {t.menu.save}
        </button>
      </div>
    </form>
  );
}
