import { usePair } from './use-pair.ts';
import { wallPanelsEn, type WallPanelWords } from './wall-panels-en.ts';
import { wallPanelsEs } from './wall-panels-es.ts';

const pair = { en: wallPanelsEn, es: wallPanelsEs };

/** The words of the lists and panels around the tickets; they come with those, not with the board. */
export function useWallPanelWords(): WallPanelWords {
  return usePair(pair);
}
