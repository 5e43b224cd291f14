import { join } from 'node:path';
import { openSqlite } from '../src/db/sqlite.ts';
import { openSqliteInThread } from '../src/db/sqlite-thread.ts';
import { describeDatabase } from './support/database-contract.ts';
import { openPglite } from './support/pglite.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { afterAll } from 'vitest';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

let opened = 0;
describeDatabase('SQLite', () => openSqlite({ path: join(folder.path, `${(opened += 1)}.sqlite`) }));
describeDatabase('SQLite with a thread for its writer', () =>
  openSqliteInThread({ path: join(folder.path, `${(opened += 1)}.sqlite`) }),
);
describeDatabase('PostgreSQL (PGlite)', openPglite);
