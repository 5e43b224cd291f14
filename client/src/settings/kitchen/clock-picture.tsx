import type { KitchenSettings } from '@kasera/shared/kitchen-settings.ts';
import { useKitchenWords } from './context.ts';
import { clockSteps } from './clock-steps.ts';
import styles from './clock-picture.module.css';

/** How a ticket's clock turns as its time goes by: with a promise, and while nobody has answered it. */
export function ClockPicture({ thresholds }: { thresholds: KitchenSettings['thresholds']['pickup'] }) {
  const { clock: words } = useKitchenWords();
  const { promised, unanswered } = clockSteps(thresholds);
  return (
    <div className={styles.pictures}>
      {(['promised', 'unanswered'] as const).map((which) => {
        const steps = which === 'promised' ? promised : unanswered;
        const says = steps.map(({ look, from }) => words.steps[look](from));
        return (
          steps.length > 0 && (
            <figure
              key={which}
              className={styles.picture}
              role="img"
              aria-label={`${words[which]}: ${says.join(', ')}`}
            >
              <figcaption>{words[which]}</figcaption>
              <div className={styles.bar}>
                {steps.map(({ look, minutes }, index) => (
                  <span key={look} className={styles.step} data-look={look} style={{ flexGrow: minutes }}>
                    {says[index]}
                  </span>
                ))}
              </div>
            </figure>
          )
        );
      })}
    </div>
  );
}
