import { join } from 'node:path';
import { openSecrets } from '../../server/src/access/keys.ts';
import { readConfig } from '../../server/src/config.ts';
import { openSqlite, readDurability, type SqliteDatabase } from '../../server/src/db/sqlite.ts';
import { createKasera } from '../../server/src/kasera.ts';
import { createLogs } from '../../server/src/ops/log.ts';
import { createCommitControl } from './commit-control.ts';
import type { WorkerMessage, WorkerRequest, WorkerState } from './worker-messages.ts';

/**
 * Kasera in a process of its own, put together as `main.ts` does, whose disk can be filled and whose COMMITs can be
 * held back or made to fail. It is asked over the channel to its parent, and ends with it.
 */
async function work(): Promise<void> {
  const { config, secrets } = readConfig(process.env);
  const control = createCommitControl(Math.random);
  const path = join(config.dataDir, 'kasera.sqlite');
  const database = await openSqlite({ path, hooks: { commit: control.commit } });
  const kasera = await createKasera({
    ...{ config, database, secrets: openSecrets(config.dataDir, secrets), now: Date.now },
    ...{ logs: createLogs('silent'), clientDir: join(import.meta.dirname, '../../client/dist') },
  });
  const state = (): WorkerState => ({ held: control.held(), ...readDurability(database) });
  process.on('message', ({ id, ...request }: WorkerRequest & { id: number }) => {
    if (request.ask === 'commits') control.setMode(request.mode);
    if (request.ask === 'disk') limitDisk(database, request.freePages);
    tell({ say: 'done', id, state: state() });
  });
  process.on('disconnect', () => process.exit(0));
  kasera.http.listen(config.port, '127.0.0.1', () => tell({ say: 'ready', port: config.port }));
}

function limitDisk(database: SqliteDatabase, freePages: number | null): void {
  const unlimited = 0xfffffffe;
  database.limitPages(freePages === null ? unlimited : Number(database.readPragma('page_count')) + freePages);
}

function tell(message: WorkerMessage): void {
  process.send?.(message);
}

await work();
