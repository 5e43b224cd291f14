import { useState } from 'react';
import { PlusIcon } from '../../ui/icons.tsx';
import { Section } from '../section.tsx';
import { AddField } from './add-field.tsx';
import block from './block.module.css';
import chips from './chips.module.css';
import { useKitchenWords, type Editing } from './context.ts';
import { addStation } from './draft.ts';
import { faultAt } from './faults.ts';
import { FaultLine } from './number-field.tsx';
import { RemoveStationDialog } from './remove-station-dialog.tsx';
import type { Menu } from './resolve.ts';
import { StationRow } from './station-row.tsx';
import { SwitchField } from './switch-field.tsx';

/** The places at the line: none is a way to run, too. */
export function StationsSection({ menu, ...editing }: Editing & { menu: Menu }) {
  const { draft, change, set, faults } = editing;
  const { stations: words } = useKitchenWords();
  const [removing, setRemoving] = useState<string | null>(null);
  const fault = faults.find(({ path }) => path === 'stations') ?? null;
  const add = (name: string): boolean => {
    const isTaken = draft.stations.some((one) => one.name.trim().toLowerCase() === name.trim().toLowerCase());
    if (name.trim() === '' || isTaken) return false;
    change((now) => addStation(now, name));
    return true;
  };
  return (
    <Section id="stations" title={words.title} about={words.about}>
      {draft.stations.length === 0 && (
        <>
          <p>{words.none}</p>
          <div className={chips.chips} role="group" aria-label={words.usual}>
            {words.usualNames.map((name) => (
              <button key={name} type="button" className={chips.chip} onClick={() => add(name)}>
                <PlusIcon /> {name}
              </button>
            ))}
          </div>
        </>
      )}
      <ul className={block.rows} aria-label={words.title}>
        {draft.stations.map(({ id }, index) => (
          <StationRow
            key={id}
            {...editing}
            index={index}
            fault={faultAt(faults, `stations.${index}`)}
            onRemove={() => setRemoving(id)}
          />
        ))}
      </ul>
      {fault && <FaultLine fault={fault} />}
      <AddField label={words.newName} button={words.add} maxLength={30} onAdd={add} />
      {draft.stations.length > 0 && (
        <SwitchField
          label={words.expo}
          about={draft.expo ? words.expoYes : words.expoNo}
          on={draft.expo}
          onChange={(expo) => set({ expo })}
        />
      )}
      {removing !== null && (
        <RemoveStationDialog {...editing} id={removing} menu={menu} onClose={() => setRemoving(null)} />
      )}
    </Section>
  );
}
