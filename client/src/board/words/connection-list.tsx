import { useMessages } from '../../i18n/use-messages.ts';
import { useTick } from '../../live/ticker.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import { useSound } from '../../sound/use-sound.ts';
import { CheckIcon, CrossIcon, MinusIcon } from '../../ui/icons.tsx';
import { askedWay, toldWay, type ShopWay } from './shop-words.ts';
import styles from './health-chip.module.css';

/** What is connected and what is not: server, the shop both ways, phones, sound. */
export function ConnectionList() {
  const t = useMessages();
  const live = useLive();
  const { state } = useSound();
  const phase = useCell(live.phase);
  const { warning } = useCell(live.watch);
  const isRefused = phase === 'too-many-connections';
  const isLive = phase === 'live' && warning.type !== 'silent';
  const beat = useCell(live.beat);
  const phonesFine = !beat?.notices.some((notice) => notice.code.startsWith('push-'));
  const heard = state === 'on';
  return (
    <ul className={styles.connections}>
      <Connection
        state={isLive ? 'ok' : 'bad'}
        name={t.health.server}
        words={isLive ? t.health.serverLive : isRefused ? t.health.serverFull : t.health.serverLost}
      />
      <ShopConnection name={t.shop.tells} way={toldWay} />
      <ShopConnection name={t.shop.asked} way={askedWay} />
      {beat && (
        <Connection
          state={phonesFine ? 'ok' : 'bad'}
          name={t.health.phones}
          words={phonesFine ? t.health.phonesFine : t.health.phonesTrouble}
        />
      )}
      <Connection
        state={heard ? 'ok' : 'bad'}
        name={t.health.sound}
        words={heard ? t.sound.on : state === 'muted' ? t.sound.muted : t.sound.blocked}
      />
    </ul>
  );
}

function Connection({ state, name, words }: { state: ShopWay['state']; name: string; words: string }) {
  return (
    <li data-state={state}>
      {state === 'ok' ? <CheckIcon /> : state === 'off' ? <MinusIcon /> : <CrossIcon />}
      <b>{name}</b>
      <span>{words}</span>
    </li>
  );
}

/** Its words count on by themselves, and nothing else renders with them. */
function ShopConnection({ name, way }: { name: string; way: typeof toldWay }) {
  const t = useMessages();
  const { beat } = useLive();
  const words = useTick((now) => way(beat.get(), now, t).words);
  const state = useTick((now) => way(beat.get(), now, t).state);
  useCell(beat);
  return <Connection state={state} name={name} words={words} />;
}
