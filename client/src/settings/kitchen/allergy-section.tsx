import { speaksOfAllergy } from '@kasera/shared/allergy.ts';
import { Section } from '../section.tsx';
import { AddField } from './add-field.tsx';
import block from './block.module.css';
import { ChipList } from './chip-list.tsx';
import chips from './chips.module.css';
import { useKitchenWords, type Editing } from './context.ts';
import { faultAt } from './faults.ts';
import { FaultLine } from './number-field.tsx';

/** The words that put a note or an option first on a ticket, besides those that always do. */
export function AllergySection({ draft, change, faults }: Editing) {
  const { allergy: words } = useKitchenWords();
  const { allergyWords } = draft;
  const add = (text: string): boolean => {
    const word = text.trim();
    const isThere = allergyWords.some((one) => one.toLowerCase() === word.toLowerCase());
    if (word.length < 2 || isThere || speaksOfAllergy(word)) return false;
    change((now) => ({ ...now, allergyWords: [...now.allergyWords, word] }));
    return true;
  };
  const fault = faultAt(faults, 'allergyWords');
  return (
    <Section id="words" title={words.title} about={words.about}>
      <div className={block.block}>
        <h3>{words.always}</h3>
        <ul className={chips.chips}>
          {words.builtIn.map((word) => (
            <li key={word} className={chips.fixed}>
              {word}
            </li>
          ))}
        </ul>
      </div>
      <div className={block.block}>
        <h3>{words.yours}</h3>
        <ChipList
          label={words.yours}
          items={allergyWords}
          removeLabel={words.remove}
          onRemove={(index) =>
            change((now) => ({ ...now, allergyWords: now.allergyWords.filter((_, at) => at !== index) }))
          }
        />
        <AddField label={words.newWord} button={words.add} maxLength={60} placeholder={words.example} onAdd={add} />
        {fault && <FaultLine fault={fault} />}
      </div>
    </Section>
  );
}
