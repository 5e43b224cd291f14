import type { PagesWords } from './pages-en.ts';

/** What stands on every page that is not a wall's, in Spanish. */
export const pagesEs: PagesWords = {
  backToBoard: 'A la pantalla de cocina',
  boardInShort: 'Pantalla',
  pages: 'Páginas',
  places: {
    '/handover': 'Entrega',
    '/service': 'Servicio',
    '/history': 'Historial',
    '/settings/kitchen': 'Cocina',
    '/settings/shop': 'Tienda',
  },
  links: {
    '/handover': 'Mostrador de entrega',
    '/pickup': 'Pantalla de recogida',
    '/service': '¿Listos para el servicio?',
    '/history': 'Historial',
    '/settings/kitchen': 'Ajustes de la cocina',
    '/settings/shop': 'Ajustes de la tienda',
    '/keys': 'Teclas, para imprimir',
  },
  loading: 'Cargando …',
  unreached: 'Kasera no responde. Lo que ves puede no estar al día; esta página lo sigue intentando.',
  unreadable: 'No se ha entendido la respuesta de Kasera. Puede que se acabe de actualizar: recarga la página.',
  refused: 'Kasera lo ha rechazado.',
  reload: 'Recargar',
};
