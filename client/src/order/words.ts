import { storyEn } from '../i18n/story-en.ts';
import { storyEs } from '../i18n/story-es.ts';
import { usePair } from '../i18n/use-pair.ts';

export function useStoryWords() {
  return usePair({ en: storyEn, es: storyEs });
}
