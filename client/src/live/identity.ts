const screenKey = 'kasera.screen';

/**
 * An id no other press or screen has. `crypto.randomUUID` only exists on https pages, and a kitchen's screen often
 * stands on plain http in its own network.
 */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The stable id of this screen, made on its first visit. */
export function screenId(storage: Storage): string {
  const held = storage.getItem(screenKey);
  if (held) return held;
  const made = newId();
  try {
    storage.setItem(screenKey, made);
  } catch {
    // Full or forbidden: this screen is a new one after each reload.
  }
  return made;
}
