import type { Messages } from '../../i18n/en.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import type { SoldOutAnswer } from '../../live/sold-out-api.ts';
import styles from './sold-out.module.css';

type Failure = Exclude<SoldOutAnswer, { type: 'done' }>;

/** Why nothing was done; its place is there before. */
export function AskingWords({ asking }: { asking: Failure | { type: string } }) {
  const t = useMessages();
  const words = isFailure(asking) ? failureWords(asking, t) : '';
  return (
    <p className={styles.failure} role="status">
      {words && <WarningIcon />} {words}
    </p>
  );
}

export function failureWords(failure: Failure, t: Messages): string {
  return failure.type === 'offline' ? t.soldOut.offline : t.soldOut.refused[failure.why];
}

function isFailure(asking: Failure | { type: string }): asking is Failure {
  return asking.type === 'offline' || asking.type === 'refused';
}
