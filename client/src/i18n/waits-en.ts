/** Where an order's time went, in English. */
export const waitsEn = {
  accept: (time: string) => `${time} to accept`,
  station: (name: string, time: string) => `${name} ${time}`,
  cook: (time: string) => `${time} until ready`,
  pickup: (time: string) => `${time} until picked up`,
  soFar: {
    accept: (time: string) => `not accepted for ${time}`,
    cook: (time: string) => `being made for ${time}`,
    pickup: (time: string) => `waiting for pickup for ${time}`,
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
