import type { ScreenPage, ScreenReport } from '@kasera/shared/socket.ts';
import type { Cell } from '../live/cell.ts';
import type { SoundState } from '../sound/player.ts';

type Readable<T> = Pick<Cell<T>, 'get' | 'subscribe'>;

/**
 * Tells the others how this screen is, now and at each change: what it is called and shows, whether it can be heard,
 * is kept awake and in front ([BO8], [BO12]).
 */
export function keepReported(deps: {
  report(report: ScreenReport): void;
  page: ScreenPage;
  name: Readable<string>;
  stations: Readable<readonly string[] | null>;
  awake: Readable<boolean>;
  sound: { state(): SoundState; subscribe(listener: () => void): () => void };
  visible: { get(): boolean; subscribe(listener: () => void): void };
}): void {
  const { name, stations, awake, sound, visible, page } = deps;
  const tell = () => {
    const chosen = stations.get();
    deps.report({
      ...{ page, name: name.get(), sound: sound.state(), awake: awake.get(), visible: visible.get() },
      stations: chosen && [...chosen],
    });
  };
  for (const source of [name, stations, awake, sound, visible]) source.subscribe(tell);
  tell();
}
