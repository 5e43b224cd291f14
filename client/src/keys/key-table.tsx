import { usePanelWords } from '../device/use-panel-words.ts';
import { keyActions, type Key, type KeyMap } from './key-map.ts';
import { actionName, keyName } from './key-name.ts';
import styles from './keys.module.css';

/** What each key of this device does; the ten digits in one row while they are the usual ones. */
export function KeyTable({ map }: { map: KeyMap }) {
  const t = usePanelWords().keys;
  const slots = keyActions.filter((action) => action.startsWith('bump-slot-'));
  const areUsual = slots.every((action) => map[action][0]?.key === action.at(-1));
  const rows = keyActions.filter((action) => !areUsual || !slots.includes(action));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t.key}</th>
          <th scope="col">{t.action}</th>
        </tr>
      </thead>
      <tbody>
        {areUsual && (
          <tr>
            <td>
              <kbd>1</kbd> … <kbd>9</kbd> <kbd>0</kbd>
            </td>
            <td>{t.slots}</td>
          </tr>
        )}
        {rows.map((action) => (
          <tr key={action}>
            <td>
              <Names keys={map[action]} />
            </td>
            <td>{actionName(action, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Names({ keys }: { keys: readonly Key[] }) {
  const t = usePanelWords().keys;
  const names = [...new Set(keys.map((key) => keyName(key, t.names)))];
  if (names.length === 0) return t.none;
  return names.map((name, index) => (
    <span key={name}>
      {index > 0 && ` ${t.or} `}
      <kbd>{name}</kbd>
    </span>
  ));
}
