/** What a ticket says besides the first words, in English. */
export const ticketEn = {
  foldedDone: (n: number) => `${n} done`,
  foldShow: 'show which',
  foldHide: 'fold up',
  atHandOver: 'at hand-over',
  stationDone: 'done',
  stationLeft: (n: number) => `${n} left`,
  moreStations: (n: number) => (n === 1 ? '1 more station' : `${n} more stations`),
  finishStation: (station: string) => `${station}: finish its part`,
  reopenStation: (station: string) => `${station}: take its part back`,
  progress: 'Other stations',
  rush: 'RUSH',
  driver: 'DRIVER HERE',
  guest: 'GUEST HERE',
  added: (minutes: number) => `+${minutes} min`,
  print: {
    sent: 'Sent to the printer.',
    failed: 'This browser could not print.',
  },
};

export type TicketWords = typeof ticketEn;
