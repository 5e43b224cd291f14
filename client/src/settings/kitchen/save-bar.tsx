import type { KitchenView } from '@kasera/shared/kitchen-settings.ts';
import type { Reply } from '../../live/ask.ts';
import { CheckIcon, WarningIcon } from '../../ui/icons.tsx';
import buttons from '../../ui/wall-button.module.css';
import { useKitchenWords } from './context.ts';
import type { Fault } from './faults.ts';
import type { SectionName } from './merge.ts';
import styles from './save-bar.module.css';
import type { useDraft } from './use-kitchen.ts';

/** Says at the lower edge what is not saved, that somebody else saved, and what came of saving. */
export function SaveBar({ edit, faults }: { edit: ReturnType<typeof useDraft>; faults: readonly Fault[] }) {
  const { save: words } = useKitchenWords();
  const { isDirty, mine, theirs, isSaving, reply } = edit;
  const isSaved = !isDirty && reply?.type === 'done';
  const refused = reply && reply.type !== 'done' ? reply : null;
  return (
    <div className={styles.bar} data-shown={isDirty || isSaved} role="region" aria-label={words.label}>
      <div className={styles.says} aria-live="polite">
        {isSaved && (
          <p className={styles.good}>
            <CheckIcon /> {words.saved}
          </p>
        )}
        {isDirty && (
          <p>
            <strong>{words.unsaved}</strong> <Names sections={mine} />
          </p>
        )}
        {isDirty && theirs && <SomebodyElse sections={theirs} />}
        {isDirty && !theirs && refused && <Refused reply={refused} />}
        {isDirty && faults.length > 0 && (
          <p className={styles.bad}>
            <WarningIcon /> {words.faults}
          </p>
        )}
      </div>
      {isDirty && (
        <div className={styles.answers}>
          <button type="button" className={buttons.quiet} onClick={edit.discard}>
            {theirs ? words.takeTheirs : words.discard}
          </button>
          {theirs ? (
            <button type="button" className={buttons.main} onClick={edit.rebase}>
              {words.rebase}
            </button>
          ) : (
            <button
              type="button"
              className={buttons.main}
              aria-disabled={isSaving}
              onClick={() => (faults.length > 0 ? showFault() : isSaving || edit.save())}
            >
              {isSaving ? words.saving : faults.length > 0 ? words.showFault : words.save}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** Leads to the first field that is not right. */
function showFault(): void {
  const field = document.querySelector<HTMLElement>('main [aria-invalid="true"]');
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}

function Names({ sections }: { sections: readonly SectionName[] }) {
  const { save: words } = useKitchenWords();
  return sections.map((name, index) => (
    <span key={name}>
      {index > 0 && ', '}
      <a href={`#${name}`}>{words.sections[name]}</a>
    </span>
  ));
}

function SomebodyElse({ sections }: { sections: readonly SectionName[] }) {
  const { save: words } = useKitchenWords();
  return (
    <p className={styles.warn}>
      <WarningIcon /> {words.somebodyElse(sections.map((name) => words.sections[name]).join(', '))}
    </p>
  );
}

function Refused({ reply }: { reply: Exclude<Reply<KitchenView>, { type: 'done' }> }) {
  const { save: words } = useKitchenWords();
  const isConflict = reply.type === 'refused' && reply.status === 409;
  const why =
    reply.type === 'refused' ? (isConflict ? words.conflict : words.refused(reply.message)) : words[reply.type];
  return (
    <p className={isConflict ? styles.warn : styles.bad}>
      <WarningIcon /> {why}
    </p>
  );
}
