import { pino, type Logger } from 'pino';

/** What a part may say. Object first (figures, ids; never secrets or personal data), then a short lower-case sentence. */
export interface Log {
  debug(fields: object, sentence: string): void;
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}

export interface Logs {
  of(subsystem: string): Log;
}

/** Loggers per subsystem, JSON lines on stderr (stdout is for the person who started it). */
export function createLogs(level: string): Logs {
  const root: Logger = pino(
    { level, base: null, serializers: { error: describeError } },
    pino.destination({ fd: 2, sync: true }),
  );
  return { of: (subsystem) => root.child({ subsystem }) };
}

/** Name, code and place of an error; its message only if it is ours to show, its properties never. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { name: 'NotAnError' };
  const { code } = error as NodeJS.ErrnoException;
  return {
    name: error.name,
    message: error.message.slice(0, 300),
    ...(code && { code }),
    stack: error.stack?.split('\n').slice(1, 6),
  };
}

/** For tests and parts whose log nobody reads. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing(): void {}
