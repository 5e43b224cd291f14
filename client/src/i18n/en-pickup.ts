/** What the pickup screen says to guests, in English. */
export const pickupEn = {
  title: 'Pickup',
  preparing: 'Preparing',
  ready: 'Ready',
  stillHere: 'Still waiting',
  nobody: 'No orders at the moment',
  page: (page: number, pages: number) => `${page} of ${pages}`,
  announced: (number: string) => `${number} is ready`,
  connecting: 'Connecting …',
  noPlace: 'Staff: too many screens are open. Close others.',
  outOfDate: 'This list may be out of date. Please ask at the counter.',
  controls: 'This screen',
  enableSound: 'Tap to enable sound',
  soundOn: 'Sound on',
  soundOff: 'Sound off',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  languages: 'Languages',
  both: 'Both',
};

export type PickupWords = typeof pickupEn;
