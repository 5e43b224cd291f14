import type { KitchenView } from '@kasera/shared/kitchen-settings.ts';
import { CrossIcon, UpIcon } from '../../ui/icons.tsx';
import { Section } from '../section.tsx';
import { AddField } from './add-field.tsx';
import block from './block.module.css';
import { useKitchenWords, type Editing } from './context.ts';
import { addWord, moveWord, removeWord } from './draft.ts';
import { faultAt } from './faults.ts';
import { FaultLine } from './number-field.tsx';
import remarks from './remarks.module.css';
import type { Resolver } from './resolve.ts';
import { RouteChips } from './route-chips.tsx';
import tool from './tool.module.css';
import { UnclaimedList } from './unclaimed-list.tsx';
import styles from './words-section.module.css';

/** Words in a line's name, for what the catalogue says nothing of; and the names seen lately that nobody claims. */
export function WordsSection(props: Editing & { view: KitchenView; resolver: Resolver }) {
  const { view, resolver, ...editing } = props;
  const { draft, change, faults } = editing;
  const { words } = useKitchenWords();
  const list = draft.routing.words;
  const add = (word: string): boolean => {
    const isThere = list.some((one) => one.word.toLowerCase() === word.trim().toLowerCase());
    if (word.trim().length < 2 || isThere) return false;
    change((now) => addWord(now, word));
    return true;
  };
  const fault = faults.find(({ path }) => path === 'routing.words') ?? null;
  return (
    <Section id="names" title={words.title} about={view.products.length > 0 ? words.beside : words.alone}>
      <ul className={block.rows} aria-label={words.title}>
        {list.map(({ word, route }, index) => (
          <li key={word} className={styles.word}>
            <strong>“{word}”</strong>
            <RouteChips
              {...editing}
              place={{ type: 'word', index }}
              name={word}
              resolved={{ route, from: { type: 'own' } }}
              inherited={null}
            />
            <span className={styles.tools}>
              <button
                type="button"
                className={tool.tool}
                aria-label={words.earlier(word)}
                aria-disabled={index === 0}
                onClick={() => change((now) => moveWord(now, index, -1))}
              >
                <UpIcon />
              </button>
              <button
                type="button"
                className={tool.tool}
                aria-label={words.remove(word)}
                onClick={() => change((now) => removeWord(now, index))}
              >
                <CrossIcon />
              </button>
            </span>
            <WordFault fault={faultAt(faults, `routing.words.${index}`)} />
          </li>
        ))}
      </ul>
      {list.length > 1 && <p className={remarks.hint}>{words.order}</p>}
      {fault && <FaultLine fault={fault} />}
      <AddField label={words.newWord} button={words.add} maxLength={60} placeholder={words.example} onAdd={add} />
      <UnclaimedList unclaimed={view.unclaimed} resolver={resolver} stations={draft.stations} onWord={add} />
    </Section>
  );
}

function WordFault({ fault }: { fault: ReturnType<typeof faultAt> }) {
  return fault && <FaultLine fault={fault} />;
}
