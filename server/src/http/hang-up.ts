import type { Server } from 'node:http';

const withinMs = 2_000;

/** No new connections; what is in hand is answered; what is still open after that is cut. */
export async function hangUp(http: Server, sockets: { close(): Promise<void> }): Promise<void> {
  const answered = new Promise<void>((resolve) => http.close(() => resolve()));
  // A connection that was answered stays open for the next request; Socket.IO too ends only when all are closed.
  const sweep = setInterval(() => http.closeIdleConnections(), 50);
  const gone = Promise.all([answered, sockets.close()]);
  await Promise.race([gone, new Promise<void>((resolve) => setTimeout(resolve, withinMs).unref())]);
  clearInterval(sweep);
  http.closeAllConnections();
}
