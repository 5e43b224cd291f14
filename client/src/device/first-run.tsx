import { expoStation } from '@kasera/shared/kitchen.ts';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { useStationsChoice } from '../live/stations-choice.ts';
import { useCell, useLive } from '../live/use-live.ts';
import { useSound } from '../sound/use-sound.ts';
import { Modal } from '../ui/modal.tsx';
import { useDevice } from './device.ts';
import { nearestSize, sizePx, sizes } from './size.ts';
import { Fits } from './size-choice.tsx';
import { HeardQuestion } from './sound-choice.tsx';
import { usePanelWords } from './use-panel-words.ts';
import styles from './settings-panel.module.css';

const steps = [WhereStep, DistanceStep, SoundStep, DoneStep] as const;

/** The first minute of a screen: what it shows, from how far it is read, whether it is heard. Each step is one tap. */
export function FirstRun({ onClose }: { onClose: () => void }) {
  const t = useMessages();
  const words = usePanelWords();
  const [at, setAt] = useState(0);
  const Step = steps[at] ?? DoneStep;
  const isLast = at >= steps.length - 1;
  return (
    <Modal title={words.run.title} closeLabel={t.top.close} onClose={onClose}>
      <p className={styles.hint}>{words.run.step(at + 1, steps.length)}</p>
      <Step onNext={isLast ? onClose : () => setAt(at + 1)} />
      {!isLast && (
        <button type="button" className={styles.button} onClick={() => setAt(at + 1)}>
          {words.run.skip}
        </button>
      )}
    </Modal>
  );
}

type StepProps = { onNext: () => void };

function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.step} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function WhereStep({ onNext }: StepProps) {
  const { run } = usePanelWords();
  const { rules, beat } = useLive();
  const setup = useCell(rules);
  const shopUrl = useCell(beat)?.shopUrl ?? null;
  const [chosen, choose] = useStationsChoice();
  const places: { id: string | null; name: string }[] = [{ id: null, name: run.everything }];
  for (const { id, name } of setup?.stations ?? []) places.push({ id, name });
  if (setup?.expo) places.push({ id: expoStation, name: run.expo });
  return (
    <Frame title={run.where}>
      <p>{run.kitchen(new URL(shopUrl ?? window.location.href).host)}</p>
      <div className={styles.choices}>
        {places.map(({ id, name }) => (
          <button
            key={name}
            type="button"
            className={styles.choice}
            aria-pressed={id === null ? chosen === null : chosen?.length === 1 && chosen[0] === id}
            onClick={() => {
              choose(id === null ? null : [id]);
              onNext();
            }}
          >
            {name}
          </button>
        ))}
      </div>
    </Frame>
  );
}

/** Each distance is shown in its own size, with how many tickets would fit. */
function DistanceStep({ onNext }: StepProps) {
  const { size: words } = usePanelWords();
  const { emPx } = useDevice();
  const nearest = nearestSize(useCell(emPx));
  return (
    <Frame title={words.title}>
      <div className={styles.choices}>
        {sizes.map((size) => (
          <button
            key={size}
            type="button"
            className={styles.choice}
            aria-pressed={size === nearest}
            onClick={() => {
              emPx.set(sizePx[size]);
              onNext();
            }}
          >
            <span>{words.names[size]}</span>
            <span className={styles.sample} aria-hidden style={{ fontSize: `${sizePx[size]}px` }}>
              {words.sample}
            </span>
            <Fits emPx={sizePx[size]} />
          </button>
        ))}
      </div>
    </Frame>
  );
}

function SoundStep({ onNext }: StepProps) {
  const words = usePanelWords();
  const { player } = useSound();
  const [played, setPlayed] = useState(false);
  return (
    <Frame title={words.sound.title}>
      <button
        type="button"
        className={styles.main}
        onClick={() => {
          player.test('new');
          setPlayed(true);
        }}
      >
        {words.run.play}
      </button>
      {played && <HeardQuestion onYes={onNext} />}
    </Frame>
  );
}

function DoneStep({ onNext }: StepProps) {
  const { run } = usePanelWords();
  return (
    <Frame title={run.ready}>
      <p className={styles.hint}>{run.later}</p>
      <button type="button" className={styles.main} onClick={onNext}>
        {run.toBoard}
      </button>
    </Frame>
  );
}
