import type { BoardPage } from './board-page.ts';

/** What a page's own loudspeaker was given. */
declare global {
  interface Window {
    kaseraHeard: { hertz: number; at: number }[];
    kaseraAudio: AudioContext[];
  }
}

/** Opens a board that notes every tone it plays and every audio context it makes. Nothing is enabled for it. */
export async function openListening(board: BoardPage, url: string): Promise<void> {
  await board.page.addInitScript(listen);
  await untilMade(board, () => board.page.goto(url));
}

/** Loads such a board anew; nobody touches it. */
export async function reloadListening(board: BoardPage): Promise<void> {
  await untilMade(board, () => board.page.reload());
}

/** Not looked for in the page: a browser takes that for a touch, and what is made after a touch may sound. */
async function untilMade({ page }: BoardPage, load: () => Promise<unknown>): Promise<void> {
  const isMade = page.waitForEvent('console', (message) => message.text() === 'audio context made');
  await load();
  await isMade;
}

/** As {@link openListening}, and taps what enables the sound. */
export async function openAudible(board: BoardPage, url: string): Promise<void> {
  await openListening(board, url);
  await board.page.getByRole('button', { name: board.words.enableSound }).click();
  await board.page.getByRole('button', { name: board.words.soundOn }).waitFor();
}

/** The tones played so far, with the page's time in milliseconds. */
export function heardIn({ page }: BoardPage): Promise<{ hertz: number; at: number }[]> {
  return page.evaluate(() => window.kaseraHeard);
}

export function audioStatesIn({ page }: BoardPage): Promise<string[]> {
  return page.evaluate(() => window.kaseraAudio.map((context) => context.state));
}

/** Runs in the page before anything else there. It must not use anything from outside itself. */
function listen(): void {
  window.kaseraHeard = [];
  window.kaseraAudio = [];
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function noteAndStart(when?: number) {
    window.kaseraHeard.push({ hertz: this.frequency.value, at: performance.now() });
    start.call(this, when);
  };
  window.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      window.kaseraAudio.push(this);
      // The way out of a page that its browser takes for no touch.
      // eslint-disable-next-line no-console
      console.debug('audio context made');
    }
  };
}
