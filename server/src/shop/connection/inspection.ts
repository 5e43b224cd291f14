import { z } from 'zod';
import { shopCheckSchema, type ConnectShop, type ShopCheck } from '@kasera/shared/shop.ts';
import type { Settings } from '../../ops/settings.ts';
import { addressSentences, parseAddress } from './address.ts';
import { canAsk, runChecks, type CheckReport } from './checks.ts';
import type { OpenShopClient, ShopAccess } from './client.ts';
import type { ShopConnection } from './connection.ts';
import type { Connections } from './connections.ts';

export type ConnectOutcome =
  | { type: 'connected'; checks: ShopCheck[] }
  /** Nothing was kept: orders cannot come this way. */
  | { type: 'unfit'; message: string; checks: ShopCheck[] }
  | { type: 'from-environment' };

export interface InspectionDeps {
  connections: Pick<Connections, 'current' | 'connect'>;
  /** The client of the connected shop. */
  client: Pick<OpenShopClient, 'get' | 'send' | 'index' | 'isClosed'>;
  /** A client for a shop that is not connected (yet). */
  clientFor(access: ShopAccess): OpenShopClient;
  settings: Pick<Settings, 'read' | 'write'>;
  now(): number;
  /** The kitchen's own zone by its configuration. */
  timeZone: string | null;
}

export interface Inspection {
  /** Looks at the connected shop now; two at once are one. Empty where none is connected. */
  check(): Promise<ShopCheck[]>;
  /** Connects a shop if orders can come from it ([SH1]): its keys are kept only then. */
  connect(typed: ConnectShop): Promise<ConnectOutcome>;
  /** What was last found at the connected shop. */
  last(): { checks: ShopCheck[]; checkedAt: number | null };
  /** The connected shop's own zone, where it is known. */
  timeZone(): string | null;
}

const reportSchema = z.object({
  url: z.string(),
  checks: z.array(shopCheckSchema),
  timeZone: z.string().nullable(),
  checkedAt: z.number(),
});
type Report = z.infer<typeof reportSchema>;
const settingName = 'shop-checks';

/** Looks at shops and keeps what was last found, over a restart too. */
export async function openInspection(deps: InspectionDeps): Promise<Inspection> {
  const { connections, settings, now } = deps;
  let report: Report | null = await settings.read(settingName, reportSchema.nullable(), null);
  let underWay: { connection: ShopConnection; checks: Promise<ShopCheck[]> } | null = null;

  const keep = async (url: string, { checks, timeZone }: CheckReport): Promise<void> => {
    // A shop that is down for a moment has not changed its zone.
    const known = report?.url === url ? report.timeZone : null;
    report = { url, checks, timeZone: timeZone ?? known, checkedAt: now() };
    await settings.write(settingName, report);
  };
  const look = async (connection: ShopConnection): Promise<ShopCheck[]> => {
    const { url } = connection;
    const found = await runChecks({ ...deps, url });
    // What was found with other keys, or broken off by the end of the process, is no finding.
    if (connections.current() === connection && !deps.client.isClosed()) await keep(url, found);
    return found.checks;
  };
  const valid = (): Report | null => (report?.url === connections.current()?.url ? report : null);
  return {
    check() {
      const connection = connections.current();
      if (connection === null) return Promise.resolve([]);
      if (underWay?.connection === connection) return underWay.checks;
      const mine = {
        connection,
        checks: look(connection).finally(() => (underWay = underWay === mine ? null : underWay)),
      };
      underWay = mine;
      return mine.checks;
    },
    async connect(typed) {
      if (connections.current()?.from === 'environment') return { type: 'from-environment' };
      const parsed = parseAddress(typed.url);
      const access = { url: parsed.type === 'ok' ? parsed.url : typed.url, key: typed.key, secret: typed.secret };
      using client = deps.clientFor(access);
      const found = await runChecks({ ...deps, client, url: typed.url });
      if (!canAsk(found.checks)) {
        const message = parsed.type === 'ok' ? unfit(found.checks) : addressSentences[parsed.code];
        return { type: 'unfit', message, checks: found.checks };
      }
      if ((await connections.connect(access)) === 'from-environment') return { type: 'from-environment' };
      await keep(access.url, found);
      return { type: 'connected', checks: found.checks };
    },
    last: () => ({ checks: valid()?.checks ?? [], checkedAt: valid()?.checkedAt ?? null }),
    timeZone: () => valid()?.timeZone ?? null,
  };
}

/** For scripts; the page has words for each check, in the person's language. */
function unfit(checks: readonly ShopCheck[]): string {
  const failed = checks.find(({ result }) => result === 'failed');
  const why = [failed?.fault, failed?.code].filter(Boolean).join(', ');
  return `Orders cannot come from this shop: the check "${failed?.name ?? ''}" failed (${why}). Nothing was kept.`;
}
