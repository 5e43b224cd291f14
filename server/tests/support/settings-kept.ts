import type { Settings } from '../../src/ops/settings.ts';

/** Settings in memory, which outlive those who read them. */
export function settingsKept(): Pick<Settings, 'read' | 'write'> & { values: Map<string, unknown> } {
  const values = new Map<string, unknown>();
  return {
    values,
    async read(name, schema, fallback) {
      const parsed = schema.safeParse(values.get(name));
      return parsed.success ? parsed.data : fallback;
    },
    async write(name, value) {
      values.set(name, structuredClone(value));
    },
  };
}
