import '@kasera/shared/no-eval.ts';
import { kitchenSettingsSchema } from '@kasera/shared/kitchen-settings.ts';
import type { KitchenFault } from '../../i18n/kitchen-en.ts';
import type { Draft } from './draft.ts';

/** What keeps a draft from being saved; each has a sentence in every language. */
export interface Fault {
  /** The field it is about, as `stations.0.name`. */
  path: string;
  code: KitchenFault;
  /** Of a number: what it may be. */
  least?: number;
  most?: number;
}

/** By the same rules as the server, so that nothing is refused that was not said here. */
export function faultsOf(draft: Draft): Fault[] {
  const parsed = kitchenSettingsSchema.safeParse(draft);
  const twice = sameNames(draft).map((index): Fault => ({ path: `stations.${index}.name`, code: 'name-twice' }));
  if (parsed.success) return twice;
  const found = parsed.error.issues.filter(({ code, path }) => !(code === 'custom' && path[0] === 'stations'));
  return [...found.map(toFault), ...twice];
}

/** The later of two stations of one name. */
function sameNames({ stations }: Draft): number[] {
  const names = stations.map(({ name }) => name.trim().toLowerCase());
  return names.flatMap((name, index) => (name !== '' && names.indexOf(name) < index ? [index] : []));
}

const ranges: Record<string, { least: number; most: number }> = {
  soon: { least: 0, most: 120 },
  ages: { least: 1, most: 600 },
  leadMinutes: { least: 0, most: 1440 },
  suggestedMinutes: { least: 1, most: 600 },
  readyInMinutes: { least: 1, most: 600 },
};

type Issue = NonNullable<ReturnType<typeof kitchenSettingsSchema.safeParse>['error']>['issues'][number];

function toFault({ path, code }: Issue): Fault {
  const at = path.join('.');
  const field = path.findLast((step) => typeof step === 'string') ?? '';
  if (path[0] === 'stations') return { path: at, code: path.length > 2 ? 'name-missing' : 'too-many' };
  if (path[0] === 'hours') return { path: at, code: 'opening' };
  if (field === 'ages' && code === 'custom') return { path: at, code: 'rising' };
  const isList = code === 'too_big' && (path.length === 1 || at === 'routing.words');
  if (isList) return { path: at, code: 'too-many' };
  const range = ranges[field];
  if (range) return { path: at, code: 'number', ...range };
  return { path: at, code: ['word', 'allergyWords', 'day', 'time'].includes(field) ? 'text' : 'invalid' };
}

/** The first fault of that field, or of what it is made of. */
export function faultAt(faults: readonly Fault[], path: string): Fault | null {
  return faults.find((fault) => fault.path === path || fault.path.startsWith(`${path}.`)) ?? null;
}
