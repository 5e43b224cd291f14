import type { Notice } from '@kasera/shared/socket.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import { Modal } from '../../ui/modal.tsx';
import { NoticeWay } from '../../ui/notice-way.tsx';
import { ConnectionList } from './connection-list.tsx';
import { NoticeSign } from './health-sign.tsx';
import type { Health } from './health.ts';
import { ShopSettingsLink } from './shop-settings-link.tsx';
import styles from './health-chip.module.css';

/** What is connected, and everything that is not as it should be, in sentences. */
export function HealthPanel({ health, onClose }: { health: Health; onClose: () => void }) {
  const t = useMessages();
  return (
    <Modal title={t.health.title} closeLabel={t.top.close} onClose={onClose}>
      <ConnectionList />
      <NoticeList notices={[...health.problems, ...health.remarks]} />
      {health.level === 'good' && health.remarks.length === 0 && (
        <p className={styles.fine}>
          <CheckIcon /> {t.health.allFine}
        </p>
      )}
      <ShopSettingsLink />
    </Modal>
  );
}

export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  const t = useMessages();
  if (notices.length === 0) return null;
  return (
    <ul className={styles.notices}>
      {notices.map((notice) => (
        <li key={notice.code} data-level={notice.level}>
          <NoticeSign code={notice.code} />{' '}
          <span>
            {t.notices[notice.code](notice, t)} <NoticeWay code={notice.code} className={styles.way} />
          </span>
        </li>
      ))}
    </ul>
  );
}
