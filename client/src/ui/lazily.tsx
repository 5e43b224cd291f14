import { lazy, Suspense, type ComponentType } from 'react';

/** A part of the page in a script of its own, with the way to have it before it is needed. */
export interface Lazy<P extends object> {
  Part: ComponentType<P>;
  preload(): void;
}

const againAfterMs = 2_000;

/**
 * Makes a component of one that comes later. A script that cannot be had now, because the server is away, is asked for
 * again until it is there; meanwhile its place stays empty, and the tickets are not touched by it.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): Lazy<P> {
  const loaded = () => untilThere(load);
  let first: Promise<ComponentType<P>> | null = null;
  const once = () => (first ??= loaded());
  const Late = lazy(async () => ({ default: await once() }));
  return {
    Part: function Part(props: P) {
      return (
        <Suspense fallback={null}>
          <Late {...props} />
        </Suspense>
      );
    },
    preload: () => void once(),
  };
}

async function untilThere<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, againAfterMs));
    }
  }
}
