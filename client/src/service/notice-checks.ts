import type { Beat, Notice, NoticeCode } from '@kasera/shared/socket.ts';
import type { Level } from '../ui/mark.tsx';
import type { Area, Check } from './check.ts';

/** Where each notice belongs; null: this page has lines of its own for it. */
const areaOf: Record<NoticeCode, Area | null> = {
  'signature-failing': 'shop',
  'shop-reached-unproven': 'shop',
  'shop-not-connected': 'shop',
  'webhook-no-permission': 'shop',
  'inbox-failed': 'shop',
  'shop-down': 'shop',
  'shop-keys-refused': 'shop',
  'webhook-replaced': 'shop',
  'webhook-broken': 'shop',
  'caught-up': 'shop',
  'shop-not-told': 'shop',
  'stock-stuck': 'shop',
  'erased-suspects': 'orders',
  'shop-conflict': 'orders',
  'arrived-late': 'orders',
  'left-open': 'orders',
  'items-unclaimed': 'orders',
  'push-not-configured': 'phones',
  'push-no-audience': 'phones',
  'push-parked': 'phones',
  'push-nobody-subscribed': 'phones',
  'push-failing': 'phones',
  'push-held-back': 'phones',
  'disk-low': 'kasera',
  'station-no-screen': null,
  'screens-deaf': null,
};

const levels: Record<Notice['level'], Level> = { error: 'bad', warning: 'warn', info: 'none' };

/** What the server says is not as it should be; and that the phones are told, where nothing speaks against it. */
export function noticeChecks({ notices, asking, intake }: Beat): Check[] {
  const checks = notices.flatMap((notice): Check[] => {
    const area = areaOf[notice.code];
    // A shop that is asked is connected: that it does not tell by itself is a way to run.
    const isNoNews = notice.code === 'shop-not-connected' && asking.state !== 'off';
    if (area === null || isNoNews) return [];
    return [{ key: notice.code, area, level: levels[notice.level], about: { type: 'notice', notice } }];
  });
  if (checks.every(({ area }) => area !== 'phones')) {
    checks.push({ key: 'phones', area: 'phones', level: 'good', about: { type: 'phones' } });
  }
  if (intake.state === 'failing') {
    const about = { type: 'refusing', since: intake.failingSince } as const;
    checks.push({ key: 'refusing', area: 'kasera', level: 'bad', about });
  }
  return checks;
}
