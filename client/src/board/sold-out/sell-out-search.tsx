import type { CatalogueEntry } from '@kasera/shared/shop.ts';
import { isSoldOut } from '@kasera/shared/sold-out.ts';
import { useEffect, useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import type { SearchAnswer } from '../../live/sold-out-api.ts';
import { useOutNow } from '../../live/use-live.ts';
import { Modal } from '../../ui/modal.tsx';
import { failureWords } from './asking-words.tsx';
import { Choice } from './choice.tsx';
import { SellOutForm } from './sell-out-form.tsx';
import type { Product } from './sellable-lines.ts';
import { useSoldOutApi } from './use-sold-out-api.ts';
import styles from '../order-panel/order-menu.module.css';

/** Sells out something no ticket is needed for: found by its name in the shop's catalogue. */
export function SellOutSearch({ onClose }: { onClose: () => void }) {
  const t = useMessages();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const searched = useSearch(words.trim());
  const entries = searched?.answer.type === 'found' ? searched.answer.entries : [];
  const entry = entries.find((one) => keyOf(one) === chosen);
  return (
    <Modal title={t.soldOut.add} closeLabel={t.top.close} onClose={onClose}>
      <SellOutForm product={entry ? productOf(entry) : null} askWhole={false} onBack={onClose} onDone={onClose}>
        <label className={styles.field}>
          {t.soldOut.search}
          <input
            type="search"
            // The panel was opened to write.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            maxLength={100}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        <Found entries={entries} searched={searched} chosen={chosen} onChoose={setChosen} />
      </SellOutForm>
    </Modal>
  );
}

function Found(props: {
  entries: readonly CatalogueEntry[];
  searched: Searched | null;
  chosen: string | null;
  onChoose: (key: string) => void;
}) {
  const { entries, searched, chosen, onChoose } = props;
  const t = useMessages();
  const out = useOutNow();
  if (entries.length > 0) {
    const options = entries.slice(0, shownAtMost).map((entry) => {
      const note = isSoldOut(entry, out) ? t.soldOut.already : entry.inStock ? '' : t.soldOut.outInShop;
      return { value: keyOf(entry), text: nameOf(entry), note };
    });
    return (
      <div className={styles.found}>
        <Choice label={t.soldOut.which} options={options} value={chosen} onChange={onChoose} />
      </div>
    );
  }
  const { words = '', answer } = searched ?? {};
  const failed = answer && answer.type !== 'found' ? failureWords(answer, t) : '';
  const hint = answer ? t.soldOut.nothingFound(words) : t.soldOut.searchHint;
  return (
    <p className={styles.found} role="status">
      {failed || hint}
    </p>
  );
}

/** What came of the last search; it stands until the next one has answered. */
interface Searched {
  words: string;
  answer: SearchAnswer;
}

const shownAtMost = 40;
const asksAfterMs = 200;

/** What the catalogue has under these words, once it was asked. Somebody who still writes does not ask. */
function useSearch(words: string): Searched | null {
  const soldOutApi = useSoldOutApi();
  const [searched, setSearched] = useState<Searched | null>(null);
  useEffect(() => {
    if (!words) return undefined;
    const end = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await soldOutApi.search(words, end.signal);
      if (!end.signal.aborted) setSearched({ words, answer });
    }, asksAfterMs);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [words, soldOutApi]);
  return words ? searched : null;
}

function keyOf({ productId, variationId }: CatalogueEntry): string {
  return `${productId} ${variationId ?? ''}`;
}

function nameOf({ name, variation }: CatalogueEntry): string {
  return variation ? `${name}: ${variation}` : name;
}

function productOf(entry: CatalogueEntry): Product {
  return { productId: entry.productId, variationId: entry.variationId, name: nameOf(entry) };
}
