import { KeyNeeded } from './access/key-needed.tsx';
import { BoardPage } from './board/board-page.tsx';
import { createDevice } from './device/device.ts';
import { showLooks } from './device/looks.ts';
import { show } from './show.tsx';
import { startLive } from './start-live.tsx';
import './ui/tokens.css';

/** Every page by its address. All but the board come in scripts of their own: a kitchen's screen does not load them. */
const pages: Record<string, () => unknown> = {
  '/board': () => startLive({ render: (lastInputAt) => <BoardPage lastInputAt={lastInputAt} /> }),
  '/handover': async () => (await import('./start-handover.tsx')).startHandover(),
  '/pickup': async () => {
    const { PickupPage } = await import('./pickup/pickup-page.tsx');
    startLive({ role: 'guests', render: () => <PickupPage /> });
  },
  '/service': async () => {
    const { ServicePage } = await import('./service/service-page.tsx');
    startLive({ render: () => <ServicePage /> });
  },
  '/settings/shop': async () => {
    const { createSettings } = await import('./settings/start-settings.tsx');
    show(createSettings(<KeyNeeded />));
  },
  '/settings/kitchen': async () => {
    const { createKitchenSettings } = await import('./settings/kitchen/start-kitchen-settings.tsx');
    show(createKitchenSettings(<KeyNeeded />));
  },
  '/history': async () => {
    const { createHistory } = await import('./history/start-history.tsx');
    show(createHistory(<KeyNeeded />));
  },
  '/order/:id': async () => {
    const { createOrderPage } = await import('./order/start-order-page.tsx');
    show(createOrderPage(<KeyNeeded />));
  },
  '/keys': async () => {
    const { KeysPage } = await import('./keys/keys-page.tsx');
    show(<KeysPage />);
  },
};

// Every page looks as this device was set, whether it is live or not.
showLooks(document.documentElement, createDevice({ page: 'board', storage: localStorage, window }));
const { pathname } = window.location;
const start = pages[/^\/order\/[^/]+$/.test(pathname) ? '/order/:id' : pathname];
if (start) start();
else window.location.replace(`/board${window.location.search}${window.location.hash}`);
