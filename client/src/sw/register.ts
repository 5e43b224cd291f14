/**
 * Lets the service worker take over, where the browser has one: on https and on the machine itself. On plain http in
 * a local network there is none, and everything works but a reload without the server.
 * @param deps `isLive`: the server is there, which has to give the script out; `every` strikes once a second
 */
export function registerWorker(deps: { isLive(): boolean; every(run: () => void): void }): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  let asked = false;
  deps.every(() => {
    if (asked || !deps.isLive()) return;
    asked = true;
    void register();
  });
}

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  } catch {
    // Forbidden by the browser's settings, or the server just went: the next load tries again.
  }
}
