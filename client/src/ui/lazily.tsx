import { lazy, Suspense, type ComponentType } from 'react';
import { lateScript } from '../live/late-script.ts';
import { PagePart } from './page-part.tsx';

/** A part of the page in a script of its own, with the way to have it before it is needed. */
export interface Lazy<P extends object> {
  Part: ComponentType<P>;
  preload(): void;
}

/**
 * Makes a component of one that comes later. While the server is away its place stays empty; where it cannot be drawn that
 * is said. The tickets are not touched by either.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): Lazy<P> {
  const script = lateScript(load);
  const Late = lazy(async () => ({ default: await script.come() }));
  return {
    Part: function Part(props: P) {
      return (
        <PagePart>
          <Suspense fallback={null}>
            <Late {...props} />
          </Suspense>
        </PagePart>
      );
    },
    preload: () => void script.come(),
  };
}
