import type { BoardSocket } from './board-link.ts';

/** Nobody waits longer for a page, whatever the server does. */
const mostMs = 150;

/**
 * Notices when a connection is first asked for everything. A slow screen is busy for long with its first drawing: what
 * was asked before is answered meanwhile.
 * @param deps `setTimer` takes milliseconds
 * @returns the same connection; `asked` comes true when that was asked, or after 150 ms
 */
export function watchFirstAsk<S extends Pick<BoardSocket, 'sync'>>(
  socket: S,
  deps: { setTimer(run: () => void, ms: number): void },
): { socket: S; asked: Promise<void> } {
  let resolve = () => {};
  const asked = new Promise<void>((done) => (resolve = done));
  deps.setTimer(resolve, mostMs);
  const sync: S['sync'] = (request) => {
    const answer = socket.sync(request);
    resolve();
    return answer;
  };
  return { socket: { ...socket, sync }, asked };
}
