import type { KitchenSettings } from '@kasera/shared/kitchen-settings.ts';

type Thresholds = KitchenSettings['thresholds']['pickup'];

/** How a clock looks from some minute on, and for how long in the picture. */
export interface ClockStep {
  look: 'calm' | 'soon' | 'late' | 'new' | 'new-soon' | 'new-late' | 'new-framed';
  /** Minutes left (with a promise) or waited (unanswered) at which it begins. */
  from: number;
  minutes: number;
}

/** The steps of both clocks, as a picture shows them; none where a figure is missing. */
export function clockSteps({ soon, ages }: Thresholds): { promised: ClockStep[]; unanswered: ClockStep[] } {
  const [first, second, third] = ages;
  const shownMinutes = Math.max(20, soon * 2);
  const promised: ClockStep[] = [
    { look: 'calm', from: shownMinutes, minutes: shownMinutes - soon },
    { look: 'soon', from: soon, minutes: soon },
    { look: 'late', from: 0, minutes: shownMinutes / 3 },
  ];
  const unanswered: ClockStep[] = [
    { look: 'new', from: 0, minutes: first },
    { look: 'new-soon', from: first, minutes: second - first },
    { look: 'new-late', from: second, minutes: third - second },
    { look: 'new-framed', from: third, minutes: third / 3 },
  ];
  const isKnown = (steps: ClockStep[]) => steps.every(({ minutes }) => minutes >= 0);
  return {
    promised: isKnown(promised) ? promised.filter(({ minutes }) => minutes > 0) : [],
    unanswered: isKnown(unanswered) ? unanswered.filter(({ minutes }) => minutes > 0) : [],
  };
}
