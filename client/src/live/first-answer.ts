import type { BoardSocket } from './board-link.ts';

/** Nobody waits longer for a page, whatever the server does. */
const mostMs = 400;

/**
 * Notices when a connection is first told everything. To draw a page takes a slow screen long: it is drawn once, with
 * its tickets, and not empty before.
 * @param deps `setTimer` takes milliseconds
 * @returns the same connection; `answered` comes true with the first answer or failure, or after 400 ms
 */
export function watchFirstAnswer<S extends Pick<BoardSocket, 'sync'>>(
  socket: S,
  deps: { setTimer(run: () => void, ms: number): void },
): { socket: S; answered: Promise<void> } {
  let resolve = () => {};
  const answered = new Promise<void>((done) => (resolve = done));
  deps.setTimer(resolve, mostMs);
  const sync: S['sync'] = (request) => {
    const answer = socket.sync(request);
    answer.then(resolve, resolve);
    return answer;
  };
  return { socket: { ...socket, sync }, answered };
}
