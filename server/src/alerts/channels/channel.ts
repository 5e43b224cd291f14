/** One way out of Kasera: a provider that takes a rendered message (DESIGN 3: one adapter interface each). */
export interface Channel {
  /**
   * Sends once. Never throws for what a provider or a network can do; never takes longer than about 10 s.
   * @param payload the bytes rendered for this channel, the same on every try
   */
  send(payload: string): Promise<SendOutcome>;
}

/**
 * What became of one try. Texts are short and hold no secret.
 * `sent`: taken, and somebody is told; `invalid` names those who are not. `nobody`: taken, and nobody is told.
 * `retry`: not now. `refused`: never, as it is configured.
 */
export type SendOutcome =
  | { type: 'sent'; providerId: string; status: number; warnings: string[]; invalid: string[] }
  | { type: 'nobody'; status: number; reason: string }
  | {
      type: 'retry';
      status: number | null;
      retryAfterMs: number | null;
      error: string;
      /** It is not certain that the provider did not take it (no answer came): it may ring twice, and it may have rung. */
      mayHaveArrived: boolean;
    }
  | { type: 'refused'; status: number; error: string };
