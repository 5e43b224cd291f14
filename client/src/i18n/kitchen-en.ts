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
  'too-many': () => 'These are more than Kasera keeps.',
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
    'What holds for the whole kitchen. What is one screen’s own (sound, size, its stations) is set on that screen.',
  minutes: 'min',
  faults,
  picture: {
    title: 'The line as it is set here',
    oneScreen: 'Every screen',
    everything: 'shows whole orders',
    dishes: (n: number, figure: string) => count(n, figure, 'dish', 'dishes'),
    words: (n: number) => count(n, n, 'word', 'words'),
    nobody: 'Nobody’s',
    onEvery: 'on every screen',
    expo: 'orders become ready here',
    handOver: 'Hand-over',
    ready: 'ready orders',
    straight: (dishes: string) => `${dishes} straight here`,
  },
  stations: {
    title: 'Stations',
    about: 'The places at the line that have a screen, or share one. Each shows only its own dishes.',
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
      `${count(n, figure, 'dish is', 'dishes are')} nobody’s then: ${n === 1 ? 'it stands' : 'they stand'} on every screen until you say whose ${n === 1 ? 'it is' : 'they are'}.`,
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
      'By category; a dish goes as its category until you say otherwise. What several stations make stands on each of them.',
    how: 'A broken edge means: as something above it says. Tap to set it here.',
    noCatalogue: 'No catalogue of a shop is known yet. Connect the shop, or go by words in the names, below.',
    search: 'Search dishes and categories',
    onlyNobodys: (n: number, figure: string) => `Nobody’s (${n === 0 ? '0' : figure})`,
    found: (n: number) => (n === 0 ? 'Nothing found.' : count(n, n, 'dish found', 'dishes found')),
    more: (n: number) => `Show more (${n} left)`,
    dishes: (n: number, figure: string) => count(n, figure, 'dish', 'dishes'),
    ofNobody: (n: number) => `${n} nobody’s`,
    withoutCategory: 'Without a category',
    whereTo: (name: string) => `Where ${name} goes`,
    handOver: 'Hand-over only',
    nobodys: 'nobody’s: on every screen',
    as: (names: string[]) => `as ${names.join(' and ')}`,
    byWord: (word: string) => `by the word “${word}”`,
    backToNone: 'undo this rule',
    lead: 'Lead time',
  },
  words: {
    title: 'By words in the name',
    alone: 'A whole word of the name sends a line to its station, whatever the capitals and accents.',
    beside: 'For lines the catalogue says nothing of: a whole word of the name sends them to a station.',
    newWord: 'New word',
    add: 'Add',
    example: 'pizza',
    earlier: (word: string) => `“${word}”: earlier`,
    remove: (word: string) => `Remove the word “${word}”`,
    order: 'The first word that fits decides.',
    seenLately: 'Seen in the last orders, and nobody’s',
    nothingUnclaimed: 'Every line of the last orders has its station.',
    stillNobodys: 'still nobody’s',
    makeWord: 'as a word',
    makeWordOf: (name: string) => `Add “${name}” as a word`,
    onceSaved: 'once saved',
  },
  clock: {
    title: 'When a ticket turns',
    about: 'The same on every screen: two screens that judged “late” differently would contradict each other.',
    each: 'Differently for each kind of order',
    eachYes: 'Delivery, pickup and dine-in have clocks of their own.',
    eachNo: 'One clock for all orders.',
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
    about: 'What can be promised with one tap, and when orders for later are begun.',
    readyIn: 'Ready in: the choices on a new ticket',
    minutes: (n: number) => `${n} min`,
    remove: (minutes: string) => `Remove ${minutes}`,
    newMinutes: 'Another choice, in minutes',
    add: 'Add',
    suggested: 'Suggested',
    suggestedAbout: 'Taken where nobody chooses. BUSY adds to it.',
    lead: 'Orders for later are begun before their time',
    leadAbout: 'That long before the promise they move to the board. A category or dish may have a time of its own.',
  },
  dates: {
    title: 'Delivery dates',
    known: 'Read without being told:',
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
    nowThere: (time: string) => `It is ${time} there now.`,
    openings: 'Openings',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    closed: 'closed',
    unknown: 'No hours are set: then nothing ends at closing, only at the end of the day.',
    from: (day: string, place: number) => `${day}, opening ${place}: from`,
    to: (day: string, place: number) => `${day}, opening ${place}: to`,
    nextDay: 'the next day',
    remove: (day: string, place: number) => `${day}: remove opening ${place}`,
    add: 'Opening',
    addTo: (day: string) => `${day}: add an opening`,
    copy: 'Copy to all days',
    copyFrom: (day: string) => `Copy ${day} to all days`,
    overlap: 'These openings run into each other.',
    dayEnds: 'The kitchen’s day ends at',
    dayEndsAbout: 'What is still open then goes to history as “not closed”; busy and sold-out end.',
  },
  allergy: {
    title: 'Allergy words',
    about:
      'A note or option with one of them stands first on every ticket. Sought in notes and options, never in names of dishes.',
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
    saved: 'Saved. All screens have it.',
    faults: 'Something is not right yet.',
    showFault: 'Show it',
    somebodyElse: (sections: string) =>
      `Somebody else saved meanwhile${sections ? ` (${sections})` : ''}. Put your changes upon theirs and look again before you save, or take theirs.`,
    conflict: 'Somebody else saved meanwhile. Fetching what they saved …',
    takeTheirs: 'Take theirs',
    rebase: 'Mine upon theirs',
    refused: (message: string) => `Kasera did not save it: ${message}`,
    unauthorised: 'Not saved: this screen has lost the board’s key.',
    unreached: 'Not saved: Kasera does not answer. Your changes are still here.',
    unreadable: 'Kasera’s answer was not understood. Look whether it was saved.',
    sections: {
      stations: 'Stations',
      routing: 'What goes where',
      clock: 'When a ticket turns',
      times: 'Times',
      hours: 'Opening hours',
      words: 'Allergy words',
      pickup: 'Pickup screen',
    },
  },
};

export type KitchenWords = typeof kitchenEn;
