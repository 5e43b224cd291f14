const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** What a screen says of itself before anybody opens its settings, in English. */
export const deviceEn = {
  noConnection: 'No connection.',
  noPlace: 'Too many screens: close others.',
  kept: (time: string) => `This is how it was at ${time}.`,
  keptPresses: 'What you press is kept, and sent as soon as Kasera is there.',
  print: 'Print',
  printAll: 'Print all open orders',
  setUp: (minutes: number) => `Set up this screen (${minutes} min)`,
  setUpWhy: 'Nobody has said yet from how far it is read, or whether it can be heard.',
  setUpLater: 'Not now',
  fullAgain: 'Fill the screen again',
  fullLater: 'No full screen here',
  fits: (n: number) => `about ${count(n, 'ticket fits', 'tickets fit')}`,
};
