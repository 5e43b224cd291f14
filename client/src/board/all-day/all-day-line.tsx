import type { AllDayLine } from '@kasera/shared/all-day.ts';
import { quantity } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import styles from './all-day.module.css';

const signs = { plain: '', minus: '− ', plus: '+ ' };

/**
 * How many of one dish, with what makes it another dish; one somebody may be harmed by is told apart and has its order.
 * @param amount what is counted here: of the accepted orders, or of those that wait
 */
export function AllDayRow({ line, amount }: { line: AllDayLine; amount: number }) {
  const t = useMessages();
  return (
    <li className={styles.line} data-allergy={line.allergy || undefined}>
      <b className={styles.amount}>{quantity(amount, t)}</b>
      <span className={styles.dish}>
        <span>
          {line.allergy && <WarningIcon />} {line.name}
        </span>
        {line.options.map(({ sign, text }) => (
          <span key={`${sign} ${text}`} className={styles.option} data-sign={sign}>
            {signs[sign]}
            {text}
          </span>
        ))}
        {line.order !== null && <span className={styles.order}>#{line.order}</span>}
      </span>
    </li>
  );
}
