/**
 * Lets the service worker take over, where the browser has one: on https and on the machine itself. On plain http in
 * a local network there is none, and everything works but a reload without the server.
 */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = async () => {
    try {
      await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    } catch {
      // Forbidden by the browser's settings, or the server is gone: the next load tries again.
    }
  };
  // After everything the board needs at first.
  setTimeout(() => void register(), 3_000);
}
