import { lazy, Suspense, type ComponentType } from 'react';
import { lateScript } from '../live/late-script.ts';

/** A part of the page in a script of its own, with the way to have it before it is needed. */
export interface Lazy<P extends object> {
  Part: ComponentType<P>;
  preload(): void;
}

/**
 * Makes a component of one that comes later. While the server is away its place stays empty, and the tickets are not
 * touched by it.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): Lazy<P> {
  const script = lateScript(load);
  const Late = lazy(async () => ({ default: await script.come() }));
  return {
    Part: function Part(props: P) {
      return (
        <Suspense fallback={null}>
          <Late {...props} />
        </Suspense>
      );
    },
    preload: () => void script.come(),
  };
}
