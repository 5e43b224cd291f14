import { KeyNeeded } from './access/key-needed.tsx';
import { BoardPage } from './board/board-page.tsx';
import { createDevice } from './device/device.ts';
import { showLooks } from './device/looks.ts';
import { loadScript } from './live/late-script.ts';
import { show } from './show.tsx';
import { startLive } from './start-live.tsx';
import './ui/tokens.css';
import './ui/starts.css';

/** Every page by its address. All but the board come in scripts of their own: a kitchen's screen does not load them. */
const pages: Record<string, () => unknown> = {
  '/board': () => startLive({ render: (lastInputAt) => <BoardPage lastInputAt={lastInputAt} /> }),
  '/handover': async () => (await loadScript(() => import('./start-handover.tsx'))).startHandover(),
  '/pickup': async () => {
    const { PickupPage } = await loadScript(() => import('./pickup/pickup-page.tsx'));
    startLive({ role: 'guests', render: () => <PickupPage /> });
  },
  '/service': async () => {
    const { ServicePage } = await loadScript(() => import('./service/service-page.tsx'));
    startLive({ render: () => <ServicePage /> });
  },
  '/settings/shop': async () => {
    const { createSettings } = await loadScript(() => import('./settings/start-settings.tsx'));
    show(createSettings(<KeyNeeded />));
  },
  '/settings/kitchen': async () => {
    const { createKitchenSettings } = await loadScript(() => import('./settings/kitchen/start-kitchen-settings.tsx'));
    show(createKitchenSettings(<KeyNeeded />));
  },
  '/history': async () => {
    const { createHistory } = await loadScript(() => import('./history/start-history.tsx'));
    show(createHistory(<KeyNeeded />));
  },
  '/order/:id': async () => {
    const { createOrderPage } = await loadScript(() => import('./order/start-order-page.tsx'));
    show(createOrderPage(<KeyNeeded />));
  },
  '/keys': async () => {
    const { KeysPage } = await loadScript(() => import('./keys/keys-page.tsx'));
    show(<KeysPage />);
  },
};

// Every page looks as this device was set, whether it is live or not.
showLooks(document.documentElement, createDevice({ page: 'board', storage: localStorage, window }));
const { pathname } = window.location;
const start = pages[/^\/order\/[^/]+$/.test(pathname) ? '/order/:id' : pathname];
if (start) start();
else window.location.replace(`/board${window.location.search}${window.location.hash}`);
