import { lazily } from '../../ui/lazily.tsx';

const panel = lazily(async () => (await import('./order-panel.tsx')).OrderPanel);

/** The panel behind the ⋯ of an order, in a script of its own: no ticket needs it to be shown. */
export const OrderMenu = panel.Part;

/** Fetches it while nobody waits, so that it opens at once, and also while the server is away. */
export const preloadOrderMenu = panel.preload;
