import { ago } from '../i18n/format.ts';
import type { Messages } from '../i18n/en.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useTick } from '../live/ticker.ts';
import { useCell, useLive } from '../live/use-live.ts';
import { useSound } from '../sound/use-sound.ts';
import { CheckIcon, CrossIcon } from '../ui/icons.tsx';
import type { Beat } from '@kasera/shared/socket.ts';
import styles from './health-chip.module.css';

/** What is connected and what is not: server, shop, phones, sound. */
export function ConnectionList() {
  const t = useMessages();
  const live = useLive();
  const { state } = useSound();
  const phase = useCell(live.phase);
  const { warning } = useCell(live.watch);
  const isLive = phase === 'live' && warning.type !== 'silent';
  const beat = useCell(live.beat);
  const shop = useTick((now) => shopWords(beat, now, t));
  const phonesFine = !beat?.notices.some((notice) => notice.code.startsWith('push-'));
  const heard = state === 'on';
  return (
    <ul className={styles.connections}>
      <Connection ok={isLive} name={t.health.server} words={isLive ? t.health.serverLive : t.health.serverLost} />
      <Connection ok={(beat?.shopHeardAt ?? null) !== null} name={t.health.shop} words={shop} />
      {beat && (
        <Connection
          ok={phonesFine}
          name={t.health.phones}
          words={phonesFine ? t.health.phonesFine : t.health.phonesTrouble}
        />
      )}
      <Connection
        ok={heard}
        name={t.health.sound}
        words={heard ? t.sound.on : state === 'muted' ? t.sound.muted : t.sound.blocked}
      />
    </ul>
  );
}

function Connection({ ok, name, words }: { ok: boolean; name: string; words: string }) {
  return (
    <li data-ok={ok}>
      {ok ? <CheckIcon /> : <CrossIcon />}
      <b>{name}</b>
      <span>{words}</span>
    </li>
  );
}

function shopWords(beat: Beat | null, now: number, t: Messages): string {
  if (beat?.shopHeardAt) return t.health.shopSigned(ago(now - beat.shopHeardAt, t));
  if (beat?.shopPingedAt) return t.health.shopPinged(ago(now - beat.shopPingedAt, t));
  return t.health.shopSilent;
}
