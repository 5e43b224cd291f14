import { Section } from '../section.tsx';
import { useKitchenWords, type Editing } from './context.ts';
import { SwitchField } from './switch-field.tsx';

/** What the screen for guests says of them. */
export function PickupSection({ draft, set }: Editing) {
  const { pickup: words } = useKitchenWords();
  return (
    <Section id="pickup" title={words.title} about={words.about}>
      <SwitchField
        label={words.names}
        about={draft.pickupNames ? words.namesYes : words.namesNo}
        on={draft.pickupNames}
        onChange={(pickupNames) => set({ pickupNames })}
      />
    </Section>
  );
}
