import type { Log, Logs } from '../../src/ops/log.ts';

export interface LogEntry {
  level: 'debug' | 'info' | 'warn' | 'error';
  subsystem: string;
  fields: object;
  sentence: string;
}

/** Logs that keep what they are told. */
export function recordingLogs(): { logs: Logs; logged: LogEntry[] } {
  const logged: LogEntry[] = [];
  const of = (subsystem: string): Log => {
    const at = (level: LogEntry['level']) => (fields: object, sentence: string) => {
      logged.push({ level, subsystem, fields, sentence });
    };
    return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  };
  return { logs: { of }, logged };
}
