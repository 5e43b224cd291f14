import type { KitchenView } from '@kasera/shared/kitchen-settings.ts';
import field from '../../ui/field.module.css';
import { CrossIcon, PlusIcon } from '../../ui/icons.tsx';
import buttons from '../../ui/wall-button.module.css';
import block from './block.module.css';
import { useKitchenWords, type Editing } from './context.ts';
import styles from './date-fields.module.css';
import { faultAt } from './faults.ts';
import { FaultLine } from './number-field.tsx';
import remarks from './remarks.module.css';
import tool from './tool.module.css';

/** Where another plugin writes the day and the time its guest chose. */
export function DateFields({ draft, set, faults, plugins }: Editing & { plugins: KitchenView['datePlugins'] }) {
  const { dates: words } = useKitchenWords();
  const { dateFields } = draft;
  const put = (index: number, next: Partial<(typeof dateFields)[number]>) =>
    set({ dateFields: dateFields.map((one, at) => (at === index ? { ...one, ...next } : one)) });
  return (
    <div className={block.block}>
      <h3>{words.title}</h3>
      <p className={remarks.hint}>
        {words.known} {[...new Set(plugins.map(({ name }) => name))].join(' · ')}
      </p>
      <ul className={block.rows}>
        {dateFields.map(({ day, time }, index) => {
          const fault = faultAt(faults, `dateFields.${index}`);
          return (
            // A row has no name of its own: its place is what it is.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className={styles.dateField}>
              {(['day', 'time'] as const).map((part) => (
                <input
                  key={part}
                  className={field.input}
                  value={part === 'day' ? day : time}
                  maxLength={100}
                  autoComplete="off"
                  spellCheck={false}
                  aria-label={words[part](index + 1)}
                  placeholder={words.placeholder[part]}
                  aria-invalid={fault !== null && part === 'day'}
                  onChange={(event) => put(index, { [part]: event.target.value })}
                />
              ))}
              <button
                type="button"
                className={tool.tool}
                aria-label={words.remove(index + 1)}
                onClick={() => set({ dateFields: dateFields.filter((_, at) => at !== index) })}
              >
                <CrossIcon />
              </button>
              {fault && <FaultLine fault={fault} />}
            </li>
          );
        })}
      </ul>
      {dateFields.length < 10 && (
        <button
          type="button"
          className={buttons.quiet}
          onClick={() => set({ dateFields: [...dateFields, { day: '', time: '' }] })}
        >
          <PlusIcon /> {words.add}
        </button>
      )}
    </div>
  );
}
