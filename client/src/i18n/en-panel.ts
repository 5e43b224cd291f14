import type { KeyAction, Slot } from '../keys/key-map.ts';
import type { Size } from '../device/size.ts';
import type { Theme } from '../device/theme.ts';
import type { Volume } from '../sound/player.ts';
import type { SoundName } from '../sound/tones.ts';

const sizes: Record<Size, string> = { hand: '0.6 m', one: '1 m', oneAndHalf: '1.5 m', two: '2 m' };
const themes: Record<Theme, string> = { dark: 'Dark', contrast: 'High contrast', light: 'Light' };
const volumes: Record<Volume, string> = { low: 'Low', medium: 'Medium', full: 'Loud' };
const sounds: Record<SoundName, string> = {
  new: 'New order',
  changed: 'Changed',
  stop: 'Cancelled',
  late: 'Late',
  fired: 'Begin now',
  counter: 'Ready to hand over',
  disconnected: 'No connection',
};

type TicketAction = Exclude<KeyAction, `bump-slot-${Slot}`>;
const actions: Record<TicketAction, string> = {
  'bump-selected': 'Bump the chosen ticket',
  item: 'Tick its next dish',
  left: 'Choose to the left',
  right: 'Choose to the right',
  up: 'Choose above',
  down: 'Choose below',
  'page-next': 'Next page',
  'page-previous': 'Previous page',
  first: 'First ticket',
  last: 'Last ticket',
  'recall-last': 'Recall the last one',
  undo: 'Undo the last bump',
  'all-day': 'All-day counts',
  help: 'Show these keys',
};

/** What the settings of a screen, its first run and its keys say, in English. They come in a script of their own. */
export const panelEn = {
  size: {
    title: 'How far away do you stand?',
    names: sizes,
    slider: 'Text size',
    pixels: (n: number) => `${n} px`,
    sample: 'Paella',
  },
  look: { title: 'Colours', names: themes },
  sound: {
    title: 'Sound',
    volume: 'Volume',
    volumes,
    device: 'Sound of this device',
    on: 'On',
    off: 'Off',
    test: 'Try the sounds',
    names: sounds,
    question: 'Could you hear it at the grill?',
    yes: 'Yes',
    no: 'No',
    heardYes: 'Noted: it can be heard.',
    heardNo: [
      'Turn this device’s own volume all the way up.',
      'Connect a loudspeaker and place it at the grill.',
      'Use phones as well: they ring where the speaker does not reach.',
    ],
    blocked: 'This browser plays no sound until the page is touched. Tap any button here.',
    unsupported: 'This browser cannot play sounds. Use another one, or a phone for the alarm.',
    reboot: 'After the device restarts it may need a touch again; the other screens say so until then.',
  },
  screen: {
    title: 'This screen',
    full: 'Fill the whole screen',
    fullEnd: 'Leave full screen',
    fullAlready: 'It fills the whole screen.',
    fullImpossible: 'This browser cannot fill the screen by itself: add the page to the home screen instead.',
    awake: 'It is kept awake.',
    asleep: 'It may fall asleep: switch off sleep in the device’s settings.',
    needsHttps:
      'Over plain http the browser neither keeps the screen awake nor shows the board without the server. Over https it does both.',
    again: 'Set up again',
  },
  keys: {
    title: 'Keyboard and bump bar',
    bars: 'Buttons on the tickets',
    shown: 'Shown',
    hidden: 'Hidden, keys only',
    learn: 'Teach the keys of this bump bar',
    press: (action: string) => `Press the key you want for: ${action}`,
    cancel: 'Leave it as it is',
    change: (action: string) => `Change the key for: ${action}`,
    reset: 'Back to the usual keys',
    taken: (key: string, action: string) => `${key} did “${action}” until now; that has no such key any more.`,
    learnt: (key: string, action: string) => `${key}: ${action}`,
    none: 'no key',
    or: 'or',
    sheet: 'Sheet to print',
    sheetTitle: 'Keys of this screen',
    sheetHint: 'Each ticket shows its number. Ctrl counts when it is pressed alone.',
    print: 'Print',
    board: 'To the board',
    slot: (n: number) => `Ticket ${n}`,
    slots: 'Accept or bump that ticket',
    chosen: 'The chosen ticket',
    pages: 'Pages',
    action: 'Action',
    key: 'Key',
    actions,
    names: {
      ' ': 'Space',
      Enter: 'Enter',
      Control: 'Ctrl',
      Backspace: 'Backspace',
      PageUp: 'Page up',
      PageDown: 'Page down',
      Home: 'Home',
      End: 'End',
      ArrowLeft: '←',
      ArrowRight: '→',
      ArrowUp: '↑',
      ArrowDown: '↓',
      Escape: 'Esc',
      Delete: 'Delete',
      Insert: 'Insert',
      Shift: 'Shift',
      Alt: 'Alt',
    },
  },
  run: {
    title: 'Set up this screen',
    step: (n: number, of: number) => `Step ${n} of ${of}`,
    where: 'What does this screen show?',
    kitchen: (name: string) => `Kitchen: ${name}`,
    everything: 'All orders',
    expo: 'Expo: whole orders',
    next: 'Next',
    skip: 'Skip',
    play: 'Play the sound',
    done: 'Done',
    ready: 'This screen is ready.',
    later: 'Everything can be changed later in the settings, with the gear at the top.',
    toBoard: 'Show the orders',
  },
  paper: 'Printer',
  otherPages: 'Other pages',
};

export type PanelWords = typeof panelEn;
