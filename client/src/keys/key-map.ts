const slots = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
export type Slot = (typeof slots)[number];

/** Everything a key can do on the board. `bump-slot-0` is the tenth. */
export const keyActions = [
  ...slots.map((slot): `bump-slot-${Slot}` => `bump-slot-${slot}`),
  'bump-selected',
  'item',
  'left',
  'right',
  'up',
  'down',
  'page-next',
  'page-previous',
  'first',
  'last',
  'recall-last',
  'undo',
  'all-day',
  'help',
] as const;
export type KeyAction = (typeof keyActions)[number];

/** A key as the browser names it: by what it writes (`key`) or where it is (`code`). Either is enough to know it by. */
export interface Key {
  key: string;
  code: string;
}

/** Which keys do what; a key does one thing only. */
export type KeyMap = Readonly<Record<KeyAction, readonly Key[]>>;

const key = (name: string, code = ''): Key => ({ key: name, code });
const digit = (slot: Slot) => [key(slot, `Digit${slot}`)];

/** What the usual bump bars send, and what people would guess (DESIGN 8). */
export const usualKeys: KeyMap = {
  'bump-slot-1': digit('1'),
  'bump-slot-2': digit('2'),
  'bump-slot-3': digit('3'),
  'bump-slot-4': digit('4'),
  'bump-slot-5': digit('5'),
  'bump-slot-6': digit('6'),
  'bump-slot-7': digit('7'),
  'bump-slot-8': digit('8'),
  'bump-slot-9': digit('9'),
  'bump-slot-0': digit('0'),
  'bump-selected': [key('Enter'), key('Control')],
  item: [key(' ', 'Space')],
  left: [key('ArrowLeft')],
  right: [key('ArrowRight')],
  up: [key('ArrowUp')],
  down: [key('ArrowDown')],
  'page-next': [key('PageDown')],
  'page-previous': [key('PageUp')],
  first: [key('Home')],
  last: [key('End')],
  'recall-last': [key('-', 'NumpadSubtract'), key('r', 'KeyR')],
  undo: [key('Backspace')],
  'all-day': [key('s', 'KeyS')],
  help: [key('?')],
};

/** What that key does here: by what it writes first, else by where it is on the keyboard. */
export function actionOf(map: KeyMap, pressed: Key): KeyAction | null {
  const find = (test: (known: Key) => boolean) => keyActions.find((action) => map[action].some(test)) ?? null;
  return (
    find((known) => isSameName(known, pressed)) ?? find((known) => known.code !== '' && known.code === pressed.code)
  );
}

/**
 * Gives an action a key of this device's, instead of those it had.
 * @returns the new map, and the action the key was taken from
 */
export function learnKey(map: KeyMap, action: KeyAction, learnt: Key): { map: KeyMap; takenFrom: KeyAction | null } {
  const former = actionOf(map, learnt);
  const takenFrom = former === action ? null : former;
  const without = (keys: readonly Key[]) => keys.filter((known) => !isSameKey(known, learnt));
  const next = { ...map, [action]: [learnt] };
  return { map: takenFrom ? { ...next, [takenFrom]: without(map[takenFrom]) } : next, takenFrom };
}

/** How a map is kept on the device; the usual one leaves nothing behind. */
export function writeKeyMap(map: KeyMap): string {
  return map === usualKeys ? '' : JSON.stringify(map);
}

/** What was kept, each action by itself: one that cannot be read has its usual keys, and none that is another's. */
export function readKeyMap(text: string): KeyMap {
  const kept = parse(text);
  if (!kept) return usualKeys;
  const learnt = keyActions.flatMap((action) => (isKeys(kept[action]) ? kept[action] : []));
  const keysOf = (action: KeyAction): readonly Key[] => {
    const own = kept[action];
    if (isKeys(own)) return own;
    return usualKeys[action].filter((usual) => !learnt.some((one) => isSameKey(one, usual)));
  };
  return { ...usualKeys, ...Object.fromEntries(keyActions.map((action) => [action, keysOf(action)])) };
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function isKeys(value: unknown): value is Key[] {
  const isText = (one: object, field: string) =>
    typeof Object.entries(one).find(([name]) => name === field)?.[1] === 'string';
  return (
    Array.isArray(value) &&
    value.every((one: unknown) => typeof one === 'object' && one !== null && isText(one, 'key') && isText(one, 'code'))
  );
}

/** Letters mean the same with and without CapsLock. */
function isSameName(a: Key, b: Key): boolean {
  return a.key !== '' && a.key.toLowerCase() === b.key.toLowerCase();
}

function isSameKey(a: Key, b: Key): boolean {
  return isSameName(a, b) || (a.code !== '' && a.code === b.code);
}
