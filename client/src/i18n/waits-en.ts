/** Where an order's time went, in English. */
export const waitsEn = {
  accept: (minutes: number) => `${minutes} min to accept`,
  station: (name: string, minutes: number) => `${name} ${minutes} min`,
  cook: (minutes: number) => `${minutes} min until ready`,
  pickup: (minutes: number) => `${minutes} min until picked up`,
  soFar: {
    accept: (minutes: number) => `not accepted for ${minutes} min`,
    cook: (minutes: number) => `being made for ${minutes} min`,
    pickup: (minutes: number) => `waiting for pickup for ${minutes} min`,
  },
  nothing: 'No times yet.',
  legend: {
    accept: 'waiting to be accepted',
    cook: 'being made, a line for each station',
    pickup: 'waiting for pickup',
    promise: 'promised',
  },
};

export type WaitsWords = typeof waitsEn;
