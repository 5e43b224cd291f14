import { ago, momentOf } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useTick } from '../live/ticker.ts';

/** How long ago something was, counting on; `say` puts it into its sentence. */
export function AgoText({ at, say }: { at: number; say: (time: string) => string }) {
  const t = useMessages();
  return useTick((now) => say(ago(now - at, t)));
}

/** When something was: the time, with the day where it was not today. */
export function MomentText({ at, say = (time) => time }: { at: number; say?: (time: string) => string }) {
  const t = useMessages();
  return useTick((now) => say(momentOf(at, now, t)));
}
