import type { Cell } from '../live/cell.ts';
import type { Messages } from './en.ts';
import type { Language } from './language.ts';

/** The language a page speaks, with its words. */
export interface Spoken {
  get(): Language;
  words(): Messages;
  /** Another language is spoken as soon as its words are there; where they cannot be had, nothing changes. */
  set(language: Language): void;
  subscribe(listener: () => void): () => void;
}

/** The same, with every time said by that zone's clock; undefined: by the screen's own. */
export function inZone(spoken: Spoken, timeZone: string | undefined): Spoken {
  if (timeZone === undefined) return spoken;
  let made: { of: Messages; words: Messages } | null = null;
  return {
    ...spoken,
    words() {
      const of = spoken.words();
      if (made?.of !== of) made = { of, words: { ...of, timeZone } };
      return made.words;
    },
  };
}

/**
 * Speaks a language from its words on, and others as theirs come.
 * @param deps `words`: of the chosen language; `others`: null where they cannot be had now
 */
export function speak(deps: {
  chosen: Pick<Cell<Language>, 'get' | 'set'>;
  words: Messages;
  others(language: Language): Promise<Messages | null>;
}): Spoken {
  const { chosen } = deps;
  let language = chosen.get();
  let { words } = deps;
  const listeners = new Set<() => void>();

  async function change(next: Language): Promise<void> {
    const others = await deps.others(next);
    if (!others) return;
    words = others;
    language = next;
    chosen.set(next);
    for (const listener of listeners) listener();
  }
  return {
    get: () => language,
    words: () => words,
    set: (next) => void change(next),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
