import { useState } from 'react';
import { timeIn } from '../../i18n/zoned-time.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useTick } from '../../live/ticker.ts';
import field from '../../ui/field.module.css';
import { SelectField } from '../../ui/select-field.tsx';
import { Section } from '../section.tsx';
import block from './block.module.css';
import { useKitchenWords, type Editing } from './context.ts';
import { DayRow } from './day-row.tsx';
import { faultAt } from './faults.ts';
import styles from './hours.module.css';
import { clockText, minutesOf } from './hours.ts';
import { FaultLine } from './number-field.tsx';
import remarks from './remarks.module.css';

const asShop = '';

/** The kitchen's zone, its openings and when its day ends. */
export function HoursSection({ zoneInForce, ...editing }: Editing & { zoneInForce: string }) {
  const { draft, set, faults } = editing;
  const t = useMessages();
  const { hours: words } = useKitchenWords();
  const { timeZone, hours, dayEndsAt } = draft;
  const [known] = useState(() => Intl.supportedValuesOf('timeZone'));
  const zones = timeZone === null || known.includes(timeZone) ? known : [timeZone, ...known];
  const now = useTick((at) => timeIn(timeZone ?? zoneInForce, at, t.locale));
  const zoneFault = faultAt(faults, 'timeZone');
  return (
    <Section id="hours" title={words.title} about={words.about}>
      <SelectField
        label={words.zone}
        of={words.title}
        value={timeZone ?? asShop}
        choices={[
          { value: asShop, text: timeZone === null ? words.asShop(zoneInForce) : words.asShopOnly },
          ...zones.map((value) => ({ value, text: value.replaceAll('_', ' ') })),
        ]}
        onChange={(chosen) => set({ timeZone: chosen === asShop ? null : chosen })}
        hint={words.nowThere(now)}
      />
      {zoneFault && <FaultLine fault={zoneFault} />}
      <ul className={block.rows} aria-label={words.openings}>
        {hours.map((_, day) => (
          <DayRow key={words.days[day]} {...editing} day={day} />
        ))}
      </ul>
      {hours.every((openings) => openings.length === 0) && <p className={remarks.hint}>{words.unknown}</p>}
      <label className={styles.endOfDay}>
        <span className={field.label}>{words.dayEnds}</span>
        <input
          type="time"
          className={field.input}
          value={clockText(dayEndsAt)}
          required
          onChange={({ target }) => {
            const minutes = minutesOf(target.value);
            if (minutes !== null) set({ dayEndsAt: minutes });
          }}
        />
        <span className={remarks.hint}>{words.dayEndsAbout}</span>
      </label>
    </Section>
  );
}
