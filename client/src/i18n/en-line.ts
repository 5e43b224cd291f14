import type { CommandType } from '@kasera/shared/command.ts';
import type { Notice, NoticeCode } from '@kasera/shared/socket.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

type LineNoticeCode = Extract<NoticeCode, 'station-no-screen' | 'screens-deaf' | 'items-unclaimed'>;

/** What is not as it should be at the line itself, in English. */
export const lineNoticesEn: Record<LineNoticeCode, (notice: Notice) => string> = {
  'station-no-screen': ({ name = '' }) =>
    `Station ${name} has no live screen: nobody sees its orders there. Switch its screen on, or show ${name} on another one.`,
  'screens-deaf': ({ count: n = 1, name = '' }) =>
    `${count(n, 'screen', 'screens')} cannot be heard${name ? ` (${name})` : ''}: touch ${n === 1 ? 'it' : 'each'} once, or switch the sound on there.`,
  'items-unclaimed': ({ count: n = 1, name = '' }) =>
    `${count(n, 'dish belongs', 'dishes belong')} to no station and ${n === 1 ? 'is' : 'are'} on every screen${name ? `: ${name}` : ''}. Give ${n === 1 ? 'it' : 'them'} a station in the kitchen settings.`,
};

type LineCommand = Extract<CommandType, 'delay' | 'rush' | 'fire' | 'postpone' | 'put-away'>;

/** The names of the line's own commands, in English. */
export const lineCommandsEn: Record<LineCommand, string> = {
  delay: 'More time',
  rush: 'Rush',
  fire: 'To the board',
  postpone: 'Tomorrow',
  'put-away': 'Put away',
};
