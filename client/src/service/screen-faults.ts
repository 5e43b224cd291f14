import type { LiveScreen } from '@kasera/shared/socket.ts';
import type { Level } from '../ui/mark.tsx';

/** What keeps a screen from doing its work. */
export type ScreenFault = 'muted' | 'blocked' | 'unsupported' | 'asleep' | 'hidden';

/**
 * What is to be mended on a screen that is connected, the gravest first. One that only looks at this page has no work.
 */
export function screenFaults({ page, sound, awake, visible }: LiveScreen): ScreenFault[] {
  if (page === 'service') return [];
  return [
    ...(sound === 'on' ? [] : [sound]),
    ...(visible ? [] : (['hidden'] as const)),
    ...(awake ? [] : (['asleep'] as const)),
  ];
}

/** A deaf screen at work is grave; one guests look at only calls out less well. */
export function screenLevel({ page }: LiveScreen, faults: readonly ScreenFault[]): Level {
  if (page === 'service') return 'none';
  const isDeaf = faults.some((fault) => fault === 'muted' || fault === 'blocked' || fault === 'unsupported');
  if (isDeaf && page !== 'pickup') return 'bad';
  return faults.length > 0 ? 'warn' : 'good';
}
