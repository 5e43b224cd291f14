import type { Secrets } from '../access/keys.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { Logs } from '../ops/log.ts';

/** What a Kasera is built from. */
export interface KaseraParts {
  config: Config;
  secrets: Secrets;
  database: Database;
  logs: Logs;
  now(): number;
  /** The built client. */
  clientDir: string;
}
