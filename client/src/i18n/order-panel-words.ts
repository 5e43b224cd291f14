import type { Language } from './language.ts';
import { orderPanelEn, type OrderPanelWords } from './order-panel-en.ts';
import { orderPanelEs } from './order-panel-es.ts';
import { usePair } from './use-pair.ts';

/** By language, for what is written outside of React. */
export const orderPanelWords: Record<Language, OrderPanelWords> = { en: orderPanelEn, es: orderPanelEs };

/** The words of the ⋯ panel and of printing. */
export function useOrderPanelWords(): OrderPanelWords {
  return usePair(orderPanelWords);
}
