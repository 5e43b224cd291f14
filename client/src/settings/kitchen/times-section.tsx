import type { KitchenView } from '@kasera/shared/kitchen-settings.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Section } from '../section.tsx';
import { AddField } from './add-field.tsx';
import block from './block.module.css';
import { ChipList } from './chip-list.tsx';
import { useKitchenWords, type Editing } from './context.ts';
import { DateFields } from './date-fields.tsx';
import { faultAt } from './faults.ts';
import { NumberField } from './number-field.tsx';
import remarks from './remarks.module.css';

const mostChoices = 6;

/** What is promised, and how long before a promise an order is begun. */
export function TimesSection({ plugins, ...editing }: Editing & { plugins: KitchenView['datePlugins'] }) {
  const { draft, set, faults } = editing;
  const { times: words } = useKitchenWords();
  const { readyInMinutes, suggestedMinutes } = draft;
  const choices = [...new Set([...readyInMinutes, suggestedMinutes])].toSorted((a, b) => a - b);
  const add = (text: string): boolean => {
    const minutes = Number(text);
    const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= 600 && readyInMinutes.length < mostChoices;
    if (!fits || readyInMinutes.includes(minutes)) return false;
    set({ readyInMinutes: [...readyInMinutes, minutes].toSorted((a, b) => a - b) });
    return true;
  };
  const remove = (index: number) => {
    const left = readyInMinutes.filter((_, at) => at !== index);
    const [first] = left;
    if (first === undefined) return;
    set({ readyInMinutes: left, ...(!left.includes(suggestedMinutes) && { suggestedMinutes: first }) });
  };
  return (
    <Section id="times" title={words.title} about={words.about}>
      <div className={block.block}>
        <h3>{words.readyIn}</h3>
        <ChipList
          label={words.readyIn}
          items={readyInMinutes.map(words.minutes)}
          removeLabel={words.remove}
          onRemove={remove}
        />
        {readyInMinutes.length < mostChoices && (
          <AddField label={words.newMinutes} button={words.add} maxLength={3} inputMode="numeric" onAdd={add} />
        )}
      </div>
      <div className={block.block}>
        <h3>{words.suggested}</h3>
        <Segmented
          label={words.suggested}
          value={String(suggestedMinutes)}
          options={choices.map((minutes) => ({ value: String(minutes), text: words.minutes(minutes) }))}
          onChange={(chosen) => set({ suggestedMinutes: Number(chosen) })}
        />
        <p className={remarks.hint}>{words.suggestedAbout}</p>
      </div>
      <NumberField
        label={words.lead}
        value={draft.leadMinutes}
        empty={Number.NaN}
        fault={faultAt(faults, 'leadMinutes')}
        onChange={(leadMinutes) => set({ leadMinutes })}
      />
      <p className={remarks.hint}>{words.leadAbout}</p>
      <DateFields {...editing} plugins={plugins} />
    </Section>
  );
}
