import { coalesce } from '../../live/coalesce.ts';

/** Draws what is missing a few at a time, so that no frame is held up for long. */
export interface Slices {
  /**
   * @param drawn what is drawn now
   * @param wanted what is to be drawn, the most pressing first
   * @param set draws that instead: `wanted`, or as much of it as this frame has time for. Then it is to be asked again
   */
  draw(drawn: ReadonlySet<string>, wanted: ReadonlySet<string>, set: (next: ReadonlySet<string>) => void): void;
}

/** Nobody sees that these did not come at once. */
const most = 3;
/** The frames of a storm have other things to do. */
const mostInStorm = 1;

/** @param deps `frameTime` is the same until the next frame begins; `nextFrame` runs something then */
export function createSlices(deps: {
  frameTime(): unknown;
  nextFrame(run: () => void): void;
  isStorm(): boolean;
}): Slices {
  let drawnAt: unknown;
  let waiting: (() => void) | null = null;
  const goOn = coalesce(() => waiting?.(), deps.nextFrame);

  return {
    draw(drawn, wanted, set) {
      waiting = null;
      const missing = [...wanted].filter((id) => !drawn.has(id));
      const now = missing.slice(0, deps.isStorm() ? mostInStorm : most);
      if (now.length === 0) {
        set(wanted);
        return;
      }
      const slice = () => {
        drawnAt = deps.frameTime();
        set(now.length === missing.length ? wanted : new Set([...drawn].filter((id) => wanted.has(id)).concat(now)));
      };
      if (drawnAt !== deps.frameTime()) {
        slice();
        return;
      }
      waiting = slice;
      goOn();
    },
  };
}
