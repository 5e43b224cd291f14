import type { PublicUrlFault, ShopView } from '@kasera/shared/shop.ts';
import type { Level } from '../ui/mark.tsx';

/** What somebody should look at, and where on the page it stands. */
export interface Concern {
  what: 'suspects' | 'down' | 'checks' | 'failing' | 'webhooks' | 'open' | 'remark';
  section: 'suspects' | 'asking' | 'checks' | 'webhooks';
}

/** How it all stands, for the line at the top: `none` while no shop is connected. */
export function overallOf(view: ShopView): { level: Level; concerns: Concern[] } {
  if (view.connection === null) return { level: 'none', concerns: [] };
  const has = (result: 'failed' | 'warning') => view.checks.some((check) => check.result === result);
  const grave: Concern[] = [
    ...one(view.suspects.length > 0, { what: 'suspects', section: 'suspects' }),
    ...one(view.asking.state === 'down', { what: 'down', section: 'asking' }),
    ...one(has('failed'), { what: 'checks', section: 'checks' }),
  ];
  const light: Concern[] = [
    ...one(isFailing(view.asking), { what: 'failing', section: 'asking' }),
    ...one(hasBrokenWebhook(view), { what: 'webhooks', section: 'webhooks' }),
    ...one(view.publicUrlFaults.includes('plain-http'), { what: 'open', section: 'webhooks' }),
    ...one(has('warning'), { what: 'remark', section: 'checks' }),
  ];
  return { level: grave.length > 0 ? 'bad' : light.length > 0 ? 'warn' : 'good', concerns: [...grave, ...light] };
}

/** Whether the connection itself does what it is for; orders that vanished in the shop are no fault of it. */
export function isConnectionWell(view: ShopView): boolean {
  return !overallOf(view).concerns.some(({ what }) => what === 'down' || what === 'checks');
}

/** The last looks failed, not yet for so long that the shop counts as down. */
export function isFailing({ state, failingSince }: ShopView['asking']): boolean {
  return state === 'slow' && failingSince !== null;
}

/** Without `PUBLIC_URL` there are to be no webhooks: asking alone is a way to run, not a fault. */
export function asksAlone(faults: readonly PublicUrlFault[]): boolean {
  return faults.includes('missing');
}

function hasBrokenWebhook({ publicUrlFaults, webhooks }: ShopView): boolean {
  if (asksAlone(publicUrlFaults)) return false;
  // In the open they come all the same.
  return (
    publicUrlFaults.some((fault) => fault !== 'plain-http') ||
    webhooks.some(({ status }) => status !== 'active' && status !== 'unknown')
  );
}

function one(is: boolean, concern: Concern): Concern[] {
  return is ? [concern] : [];
}
