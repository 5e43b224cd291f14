import type { NoticeCode } from '@kasera/shared/socket.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { RightIcon } from './icons.tsx';
import { wayOf } from './way-of.ts';

/** The way to the page on which something can be done about a notice; nothing where there is none. */
export function NoticeWay({ code, className }: { code: NoticeCode; className: string | undefined }) {
  const t = useMessages();
  const way = wayOf(code);
  if (!way) return null;
  return (
    <a className={className} href={way}>
      {t.wall.ways[way]} <RightIcon />
    </a>
  );
}
