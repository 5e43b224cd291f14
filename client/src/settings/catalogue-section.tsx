import type { ShopView } from '@kasera/shared/shop.ts';
import { quantity } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { AgoText } from './ago-text.tsx';
import { useWords } from './context.ts';
import { Section } from './section.tsx';

/** How much of the shop's catalogue is known, and since when. */
export function CatalogueSection({ catalogue }: { catalogue: ShopView['catalogue'] }) {
  const t = useMessages();
  const { catalogue: words } = useWords();
  const { products, categories, readAt } = catalogue;
  return (
    <Section id="catalogue" title={words.title} about={words.about}>
      {readAt === null ? (
        <p>{words.never}</p>
      ) : (
        <p>
          <strong>{words.products(products, quantity(products, t))}</strong>,{' '}
          <strong>{words.categories(categories, quantity(categories, t))}</strong> ·{' '}
          <AgoText at={readAt} say={words.readAt} />
        </p>
      )}
    </Section>
  );
}
