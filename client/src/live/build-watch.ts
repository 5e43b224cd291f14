const idleMs = 30_000;

/**
 * Whether this page should be loaded anew because the server carries another build of it: only when nobody is working
 * on it, nothing waits to be sent and the server is heard (a page that is loaded from a dead server is no board any
 * more), and once per build, so that a page that stays the old one does not spin.
 */
export function shouldReload(state: {
  ownBuild: string;
  serverBuild: string;
  /** The build a reload was already tried for. */
  triedBuild: string | null;
  sinceInputMs: number;
  queued: number;
  isHeard: boolean;
}): boolean {
  const { ownBuild, serverBuild, triedBuild } = state;
  if (!state.isHeard) return false;
  if (ownBuild === 'dev' || serverBuild === '' || serverBuild === ownBuild || serverBuild === triedBuild) return false;
  return state.sinceInputMs >= idleMs && state.queued === 0;
}
