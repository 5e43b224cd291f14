/** What the ⋯ panel of an order and what is printed say, in English; it comes with those, not with the board. */
export const orderPanelEn = {
  menu: {
    delay: (minutes: number) => `+${minutes} min`,
    delayNote: 'every screen sees it',
    rush: 'Rush',
    rushNote: 'first on all stations',
    rushOff: 'No longer a rush',
    rushOffNote: 'back to its place by time',
    fire: 'To the board now',
    fireNote: 'it waits in Later',
    orderPage: 'Everything about this order',
    noteSeen:
      'It stays at the top of the ticket on every station with a part until each has tapped “seen”, even if the shop changes the order.',
    reasons: [
      { reason: 'Sold out', effect: 'The dish stays on sale: also mark it as sold out in ⋯.' },
      { reason: 'Too busy', effect: 'New orders keep coming: BUSY gives them more time.' },
      { reason: 'We are closing', effect: 'New orders keep coming until the shop itself closes.' },
      { reason: 'Wrong address', effect: 'Call the guest first: a note may be enough.' },
      { reason: 'The guest asked for it', effect: 'Refunds are made in the shop, not here.' },
    ],
  },
  print: {
    ticket: 'Print the ticket',
    slip: 'Print the bag slip',
    onAccept: 'Print when this screen accepts an order',
    onAcceptWhy:
      'Switch this on only where the browser prints without asking (Chrome started with --kiosk-printing). Elsewhere its print window opens with each order, and this screen stands still until somebody closes it.',
    choices: { off: 'Off', ticket: 'Ticket', slip: 'Bag slip', both: 'Both' },
    promise: (time: string, otherDay: string | null) =>
      otherDay === null ? `for ${time}` : `for ${otherDay}, ${time}`,
    placed: (time: string) => `placed ${time}`,
    paid: 'PAID',
    collect: (sum: string) => `COLLECT ${sum}`.trim(),
    unpaid: 'UNPAID',
    bag: (number: string) => `Bag ${number}`,
    removed: 'REMOVED',
  },
};

export type OrderPanelWords = typeof orderPanelEn;
