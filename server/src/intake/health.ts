import type { IntakeHealth } from '@kasera/shared/socket.ts';

export interface IntakeHealthKeeper {
  state(): IntakeHealth;
  /** A write came through. */
  stored(at: number): void;
  /** An order was refused because it could not be stored. */
  refused(at: number, reason: string): void;
  /** Finds out by a write of its own whether the disk takes data, while failing or after a quiet time. */
  probe(at: number): Promise<void>;
}

export interface IntakeHealthDeps {
  /** Writes as much as an order needs, and takes it away again. @throws when it cannot */
  tryWrite(): Promise<void>;
  /** The state changed: every screen is told at once. */
  changed(state: IntakeHealth): void;
}

/** A disk that went read-only overnight is to be known before the first order of the morning. */
const quietMs = 30_000;

/** Whether orders can be accepted at all ([IN3]); heals by itself once a write comes through again. */
export function createIntakeHealth({ tryWrite, changed }: IntakeHealthDeps): IntakeHealthKeeper {
  let state: IntakeHealth = { state: 'ok' };
  let lastStoredAt = 0;
  const become = (next: IntakeHealth) => {
    state = next;
    changed(next);
  };
  const stored = (at: number) => {
    lastStoredAt = at;
    if (state.state === 'failing') become({ state: 'ok' });
  };
  const refused = (at: number, reason: string) => {
    if (state.state === 'ok') become({ state: 'failing', failingSince: at, reason });
  };
  return {
    state: () => state,
    stored,
    refused,
    async probe(at) {
      if (state.state === 'ok' && at - lastStoredAt < quietMs) return;
      try {
        await tryWrite();
        stored(at);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        refused(at, code);
      }
    },
  };
}
