import type { ShopView, WriteBackRule, WriteBackStep } from '@kasera/shared/shop.ts';
import { Mark, type Level } from '../ui/mark.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { useWords } from './context.ts';
import { leaveAsItIs, statusChoices } from './status-choices.ts';
import styles from './telling-section.module.css';

const notes = ['none', 'private', 'customer'] as const;

/** One step of the kitchen: the status it puts the order to, and the note it leaves there. */
export function TellingStep(props: {
  step: WriteBackStep;
  rule: WriteBackRule;
  statuses: ShopView['statuses'];
  /** What came of the last change here. */
  outcome: { level: Level; text: string } | null;
  onChange: (rule: WriteBackRule) => void;
}) {
  const { step, rule, statuses, outcome, onChange } = props;
  const { telling: words } = useWords();
  const { when } = words.steps[step];
  return (
    <div className={styles.step} role="group" aria-label={when}>
      <div className={styles.when}>
        <p>{when}</p>
        <p className={styles.outcome} aria-live="polite">
          {outcome && <Mark {...outcome} />}
        </p>
      </div>
      <SelectField
        label={words.status}
        of={when}
        value={rule.status ?? leaveAsItIs}
        choices={statusChoices(step, statuses, rule.status, words)}
        onChange={(status) => onChange({ ...rule, status: status === leaveAsItIs ? null : status })}
      />
      <SelectField
        label={words.note}
        of={when}
        value={rule.note}
        choices={notes.map((value) => ({ value, text: words.notes[value] }))}
        hint={rule.note === 'customer' ? words.mails : null}
        onChange={(note) => onChange({ ...rule, note })}
      />
    </div>
  );
}
