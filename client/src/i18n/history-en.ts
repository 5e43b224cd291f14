const count = (n: number, figure: string, one: string, many: string) => `${figure} ${n === 1 ? one : many}`;

/** What the history says, in English. */
export const historyEn = {
  title: 'History',
  fields: { q: 'Number or name', dish: 'Dish', day: 'Day', otherDay: 'Another day' },
  days: { today: 'Today', yesterday: 'Yesterday', any: 'Any day' },
  lateFirst: 'Late, worst first',
  found: 'Orders found',
  orders: (n: number, figure: string) => (n === 0 ? 'No orders' : count(n, figure, 'order', 'orders')),
  lateOnes: (n: number, figure: string) => (n === 0 ? 'none of them late' : `${figure} late`),
  onAnyDay: 'Search every day',
  arrived: (time: string) => `came ${time}`,
  promised: (time: string) => `promised ${time}`,
  lateBy: (time: string) => `${time} late`,
  notClosed: 'not closed',
  reopen: 'Reopen',
  reopenOne: (number: string) => `Reopen #${number}`,
  reopened: 'Reopened, one step back.',
  notReopened: 'That did not work: look again.',
  more: (left: number) => `More (${left} left)`,
};

export type HistoryWords = typeof historyEn;
