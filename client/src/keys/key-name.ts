import type { PanelWords } from '../i18n/en-panel.ts';
import type { Key, KeyAction } from './key-map.ts';

/** How people call a key: "Enter", "R", "3". */
export function keyName({ key, code }: Key, names: PanelWords['keys']['names']): string {
  const known = Object.entries(names).find(([name]) => name === key)?.[1];
  if (known) return known;
  if (key === '' || key === 'Unidentified' || key === 'Process') return code;
  return key.length === 1 ? key.toUpperCase() : key;
}

/** What a key does, in words. */
export function actionName(action: KeyAction, t: PanelWords['keys']): string {
  const slot = /^bump-slot-(\d)$/.exec(action)?.[1];
  if (slot !== undefined) return t.slot(Number(slot) || 10);
  return Object.entries(t.actions).find(([name]) => name === action)?.[1] ?? action;
}
