import type { OrderKind } from '@kasera/shared/order.ts';

const count = (n: number, figure: string | number, one: string, many: string) => `${figure} ${n === 1 ? one : many}`;
interface FaultFigures {
  least?: number;
  most?: number;
}

/** What keeps the settings from being saved. */
export type KitchenFault =
  'name-missing' | 'name-twice' | 'number' | 'rising' | 'text' | 'opening' | 'too-many' | 'invalid';

const range = ({ least, most }: FaultFigures) => `from ${least ?? 0} to ${most ?? 0}`;

const faults: Record<KitchenFault, (figures: FaultFigures) => string> = {
  'name-missing': () => 'Needs a name of at most 30 letters.',
  'name-twice': () => 'Another station is called the same.',
  number: (figures) => `Must be a whole number of minutes ${range(figures)}.`,
  rising: () => 'Each must be later than the one before it.',
  text: () => 'Something is missing here, or it is too long.',
  opening: () => 'This opening is not complete.',
  'too-many': () => 'That is more than Kasera can keep.',
  invalid: () => 'This cannot be saved as it is.',
};

const kinds: Record<OrderKind, string> = {
  delivery: 'Delivery',
  pickup: 'Pickup',
  'dine-in': 'Dine-in',
  unknown: 'Where the shop does not say',
};

type ClockLook = 'calm' | 'soon' | 'late' | 'new' | 'new-soon' | 'new-late' | 'new-framed';

const clockSteps: Record<ClockLook, (minutes: number) => string> = {
  calm: (minutes) => `in ${minutes}`,
  soon: (minutes) => `soon: in ${minutes}`,
  late: () => 'LATE 1',
  new: () => 'NEW',
  'new-soon': (minutes) => `NEW ${minutes}, amber`,
  'new-late': (minutes) => `NEW ${minutes}, red`,
  'new-framed': (minutes) => `NEW ${minutes}, framed`,
};

/** What the kitchen's settings page says, in English. Its shape is the type every other language must fill. */
export const kitchenEn = {
  title: 'The kitchen',
  intro:
    'These settings are for the whole kitchen. Sound, text size and stations of one screen are set on that screen.',
  minutes: 'min',
  faults,
  picture: {
    title: 'How the line will run',
    oneScreen: 'Every screen',
    everything: 'shows whole orders',
    dishes: (n: number, figure: string) => count(n, figure, 'dish', 'dishes'),
    words: (n: number) => count(n, n, 'word', 'words'),
    nobody: 'No station',
    onEvery: 'on every screen',
    expo: 'orders become ready here',
    handOver: 'Hand-over',
    ready: 'ready orders',
    straight: (dishes: string) => `${dishes} straight here`,
  },
  stations: {
    title: 'Stations',
    about: 'The sections of the line that have a screen, or share one. Each sees only its own dishes.',
    none: 'One screen is enough: without stations every screen shows whole orders. Add stations when the line has several screens.',
    usual: 'Usual stations',
    usualNames: ['Grill', 'Fryer', 'Pizza', 'Cold', 'Desserts', 'Bar'],
    newName: 'New station',
    add: 'Add',
    nameOf: (place: number) => `Name of station ${place}`,
    earlier: (name: string) => `${name}: earlier`,
    later: (name: string) => `${name}: later`,
    remove: (name: string) => `Remove ${name}`,
    expo: 'There is an Expo',
    expoYes: 'An order becomes ready at Expo, where somebody sees it whole. A station’s bump only finishes its part.',
    expoNo: 'An order becomes ready with the last station’s bump: nobody looks it over.',
    removeTitle: (name: string) => `Remove ${name}?`,
    removeLast: 'It is the last station: then every screen shows whole orders again.',
    orphans: (n: number, figure: string) =>
      `${count(n, figure, 'dish is', 'dishes are')} left without a station, and on every screen until you give ${n === 1 ? 'it' : 'them'} one.`,
    others: (n: number, figure: string) =>
      `${count(n, figure, 'dish goes', 'dishes go')} where other rules or stations take ${n === 1 ? 'it' : 'them'}.`,
    noDishes: 'No dish of the catalogue is made only there.',
    removeScreens: (name: string) =>
      `A screen that shows only ${name} shows whole orders then. Nothing happens before you save.`,
    keep: 'Keep it',
    removeNow: 'Remove',
  },
  routing: {
    title: 'What goes where',
    about:
      'By category: a dish follows its category unless you say otherwise. What several stations make shows on each of them.',
    how: 'A dashed edge means it is inherited from above. Tap to set it here.',
    noCatalogue: 'The shop’s catalogue is not known yet. Connect the shop, or use words in the names, below.',
    search: 'Search dishes and categories',
    onlyNobodys: (n: number, figure: string) => `No station (${n === 0 ? '0' : figure})`,
    found: (n: number) => (n === 0 ? 'Nothing found.' : count(n, n, 'dish found', 'dishes found')),
    more: (n: number) => `Show more (${n} left)`,
    dishes: (n: number, figure: string) => count(n, figure, 'dish', 'dishes'),
    ofNobody: (n: number) => `${n} without a station`,
    withoutCategory: 'Without a category',
    whereTo: (name: string) => `Where ${name} goes`,
    handOver: 'Hand-over only',
    nobodys: 'no station: on every screen',
    as: (names: string[]) => `as ${names.join(' and ')}`,
    byWord: (word: string) => `by the word “${word}”`,
    backToNone: 'undo this rule',
    lead: 'Lead time',
  },
  words: {
    title: 'By words in the name',
    alone: 'A whole word of the name sends a dish to its station; capitals and accents do not matter.',
    beside: 'For dishes the catalogue does not cover: a whole word of the name sends them to a station.',
    newWord: 'New word',
    add: 'Add',
    example: 'pizza',
    earlier: (word: string) => `“${word}”: earlier`,
    remove: (word: string) => `Remove the word “${word}”`,
    order: 'The first matching word wins.',
    seenLately: 'Seen in the last orders, and nobody’s',
    nothingUnclaimed: 'Every dish in recent orders has a station.',
    stillNobodys: 'still no station',
    makeWord: 'as a word',
    makeWordOf: (name: string) => `Add “${name}” as a word`,
    onceSaved: 'once saved',
  },
  clock: {
    title: 'When a ticket changes colour',
    about: 'The same on every screen, so that no two disagree about what is late.',
    each: 'Differently for each kind of order',
    eachYes: 'Delivery, pickup and dine-in each have their own times.',
    eachNo: 'The same times for all orders.',
    all: 'All orders',
    kinds,
    promised: 'With a promise',
    unanswered: 'While nobody has answered',
    steps: clockSteps,
    soon: 'Soon: minutes left',
    ages: ['Waiting: amber after', 'Waiting: red after', 'Waiting: framed after'] as [string, string, string],
  },
  times: {
    title: 'Times',
    about: 'What can be promised with one tap, and when orders for later are started.',
    readyIn: 'Ready in: the choices on a new ticket',
    minutes: (n: number) => `${n} min`,
    remove: (minutes: string) => `Remove ${minutes}`,
    newMinutes: 'Another choice, in minutes',
    add: 'Add',
    suggested: 'Suggested',
    suggestedAbout: 'Used when nobody picks another. BUSY adds to it.',
    lead: 'Orders for later are started ahead of time',
    leadAbout: 'They move to the board this long before the promised time. A category or dish can have its own.',
  },
  dates: {
    title: 'Delivery dates',
    known: 'These are read automatically:',
    day: (row: number) => `Field of the day ${row}`,
    time: (row: number) => `Field of the time ${row}`,
    placeholder: { day: 'field of the day: my_delivery_date', time: 'field of the time, if it has one' },
    remove: (row: number) => `Remove date field ${row}`,
    add: 'Fields of another plugin',
  },
  hours: {
    title: 'Opening hours',
    about: '“Today”, “until closing” and the reports go by the kitchen’s own clock and day.',
    zone: 'Time zone',
    asShop: (zone: string) => `As the shop: ${zone}`,
    asShopOnly: 'As the shop',
    nowThere: (time: string) => `It is now ${time} there.`,
    openings: 'Openings',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    closed: 'closed',
    unknown: 'No hours are set: nothing ends at closing, only at the end of the day.',
    from: (day: string, place: number) => `${day}, opening ${place}: from`,
    to: (day: string, place: number) => `${day}, opening ${place}: to`,
    nextDay: 'the next day',
    remove: (day: string, place: number) => `${day}: remove opening ${place}`,
    add: 'Opening',
    addTo: (day: string) => `${day}: add an opening`,
    copy: 'Copy to all days',
    copyFrom: (day: string) => `${day}: copy to all days`,
    overlap: 'These openings overlap.',
    dayEnds: 'The kitchen’s day ends at',
    dayEndsAbout: 'What is still open goes to history as “not closed”; BUSY and sold-out end.',
  },
  allergy: {
    title: 'Allergy words',
    about:
      'A note or option with one of them comes first on the ticket. Only notes and options are searched, never dish names.',
    always: 'Always included, in Spanish and English',
    builtIn: [
      ...['allergy', 'intolerance', 'coeliac', 'anaphylaxis', 'EpiPen', 'gluten', 'lactose', 'nuts', 'peanuts'],
      ...['shellfish', 'crustáceos', 'sesame'],
    ],
    yours: 'Yours',
    newWord: 'New word (not one of those above)',
    add: 'Add',
    example: 'soya',
    remove: (word: string) => `Remove the word “${word}”`,
  },
  pickup: {
    title: 'Pickup screen',
    about: 'What guests see of each other’s orders.',
    names: 'First names beside the numbers',
    namesYes: 'Guests see first names and numbers.',
    namesNo: 'Guests see numbers only.',
  },
  save: {
    label: 'Saving',
    unsaved: 'Not saved yet:',
    save: 'Save',
    saving: 'Saving …',
    discard: 'Discard',
    saved: 'Saved. It is on every screen.',
    faults: 'Something needs fixing.',
    showFault: 'Show it',
    somebodyElse: (sections: string) =>
      `Somebody else has saved changes${sections ? ` (${sections})` : ''}. Put yours on top and check them before you save, or take theirs.`,
    conflict: 'Somebody else has saved changes. Loading them …',
    takeTheirs: 'Take theirs',
    rebase: 'Put mine on top',
    refused: (message: string) => `Kasera did not save it: ${message}`,
    unauthorised: 'Not saved: this screen has lost the board’s key.',
    unreached: 'Not saved: Kasera does not answer. Your changes are still here.',
    unreadable: 'Kasera’s answer was not understood. Check whether it was saved.',
    sections: {
      stations: 'Stations',
      routing: 'What goes where',
      clock: 'When a ticket changes colour',
      times: 'Times',
      hours: 'Opening hours',
      words: 'Allergy words',
      pickup: 'Pickup screen',
    },
  },
};

export type KitchenWords = typeof kitchenEn;
