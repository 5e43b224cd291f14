import { useMessages } from '../../i18n/use-messages.ts';
import { RightIcon } from '../../ui/icons.tsx';
import styles from './health-chip.module.css';

/** The way to the page on which the shop is connected and its connection looked at. */
export function ShopSettingsLink() {
  const t = useMessages();
  return (
    <a className={styles.settingsLink} href="/settings/shop">
      {t.shop.settings} <RightIcon />
    </a>
  );
}
