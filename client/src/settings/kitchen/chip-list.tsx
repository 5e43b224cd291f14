import { CrossIcon } from '../../ui/icons.tsx';
import chips from './chips.module.css';
import tool from './tool.module.css';

/** Things that were written, each with its way out. */
export function ChipList(props: {
  label: string;
  items: readonly string[];
  removeLabel: (item: string) => string;
  onRemove: (index: number) => void;
}) {
  const { label, items, removeLabel, onRemove } = props;
  if (items.length === 0) return null;
  return (
    <ul className={chips.chips} aria-label={label}>
      {items.map((item, index) => (
        <li key={`${index} ${item}`} className={chips.written}>
          {item}
          <button type="button" className={tool.small} aria-label={removeLabel(item)} onClick={() => onRemove(index)}>
            <CrossIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}
