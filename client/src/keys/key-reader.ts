import type { Key } from './key-map.ts';

/** What of a keyboard event is looked at. */
export interface KeyStroke extends Key {
  repeat: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

const modifiers: readonly string[] = ['Control', 'Shift', 'Alt', 'Meta'];
/** Held for longer than this, a modifier was meant for another key that then did not come. */
const longestPressMs = 800;

/**
 * Reads presses out of strokes. A key counts as it goes down, once, and not together with Ctrl, Alt or Meta. A modifier
 * counts as it comes up, if it was pressed alone: many bump bars send Control for BUMP, and a person's Ctrl+C must not bump.
 */
export function createKeyReader() {
  let alone: { name: string; at: number } | null = null;
  return {
    /** @param now monotonic milliseconds */
    down(stroke: KeyStroke, now: number): Key | null {
      if (modifiers.includes(stroke.key)) {
        if (!stroke.repeat) alone = alone === null ? { name: stroke.key, at: now } : { name: '', at: now };
        return null;
      }
      alone = null;
      const isChord = stroke.ctrlKey || stroke.altKey || stroke.metaKey;
      return stroke.repeat || isChord ? null : { key: stroke.key, code: stroke.code };
    },
    up(stroke: KeyStroke, now: number): Key | null {
      if (!modifiers.includes(stroke.key)) return null;
      const counts = alone?.name === stroke.key && now - alone.at <= longestPressMs;
      alone = null;
      return counts ? { key: stroke.key, code: stroke.code } : null;
    },
    /** A touch, or the page lost the keyboard: what was begun does not count. */
    reset(): void {
      alone = null;
    },
  };
}
