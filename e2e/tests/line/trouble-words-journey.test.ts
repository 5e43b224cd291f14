import { expect } from 'vitest';
import { boardOn, eventually, type BoardPage } from '../../support/board-page.ts';
import { networkLoss } from '../../support/browser.ts';
import { journey } from '../../support/journey.ts';
import { openAudible } from '../../support/sound-of.ts';

/** A wall, two ways to hold a tablet, and the hand. */
const sizes = [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
  { width: 800, height: 1280 },
  { width: 390, height: 844 },
];

journey(
  '[BD4.2a] that no orders come is said whole on every size of screen, beside all that can be done about it',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    const board = boardOn(await screen('about:blank', { locale: 'es-ES', allowedErrors: [networkLoss] }), 'es');
    await board.page.clock.install();
    await openAudible(board, kitchen.boardLink);
    await board.page.getByText(board.words.emptyTitle).waitFor();
    process.kill(kitchen.pid(), 'SIGSTOP');
    await board.page.clock.fastForward(31_000);
    const { messages } = board;
    await eventually(() => messages.innerText()).toContain(board.words.silent);
    await messages.getByRole('button', { name: board.words.hush }).waitFor();
    for (const size of sizes) {
      await board.page.setViewportSize(size);
      await eventually(() => cutIn(board), 2_000).toEqual([]);
      expect(await messages.getByRole('button').count()).toBe(2);
    }
    process.kill(kitchen.pid(), 'SIGCONT');
  },
);

/** What of the row of words cannot be read: what sticks out of it, and words with no room for a few letters a line. */
function cutIn({ messages }: BoardPage): Promise<string[]> {
  return messages.evaluate((row) => {
    const clip = row.parentElement?.getBoundingClientRect() ?? row.getBoundingClientRect();
    const inHand = window.innerWidth < 700;
    const parts = [...row.querySelectorAll('p, button')];
    return parts.flatMap((part) => {
      const { top, bottom, left, right, width } = part.getBoundingClientRect();
      const isOut = left < 0 || right > window.innerWidth || (!inHand && (top < clip.top || bottom > clip.bottom));
      const words = part.textContent ?? '';
      return isOut || (part.tagName === 'P' && width < 150) ? [words] : [];
    });
  });
}
