import type { KnownScreen } from '@kasera/shared/history.ts';

/** Reads `GET /api/screens`; null: it is no such answer. */
export function readKnownScreens(answer: unknown): KnownScreen[] | null {
  const screens: unknown = fieldsOf(answer).screens;
  return Array.isArray(screens) && screens.every(isKnownScreen) ? screens : null;
}

function isKnownScreen(value: unknown): value is KnownScreen {
  const { id, name, lastSeenAt } = fieldsOf(value);
  return typeof id === 'string' && typeof name === 'string' && typeof lastSeenAt === 'number';
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
