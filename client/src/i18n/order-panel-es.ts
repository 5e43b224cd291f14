import type { OrderPanelWords } from './order-panel-en.ts';

/** What the ⋯ panel of an order and what is printed say, in Spanish; it comes with those, not with the board. */
export const orderPanelEs: OrderPanelWords = {
  menu: {
    delay: (minutes) => `+${minutes} min`,
    delayNote: 'lo ven todas las pantallas',
    rush: 'Urgente',
    rushNote: 'primero en todas las estaciones',
    rushOff: 'Ya no es urgente',
    rushOffNote: 'vuelve a su sitio según la hora',
    fire: 'A la pantalla ya',
    fireNote: 'espera en Luego',
    orderPage: 'Ver todo el pedido',
    noteSeen:
      'Sale arriba en todas las estaciones con parte en el pedido hasta que cada una toque «visto», y se queda aunque la tienda lo cambie.',
    reasons: [
      { reason: 'Agotado', effect: 'El plato sigue a la venta: márcalo también como agotado en ⋯.' },
      { reason: 'No damos abasto', effect: 'Seguirán entrando pedidos: A TOPE les da más tiempo.' },
      { reason: 'Vamos a cerrar', effect: 'Seguirán entrando pedidos hasta que cierre la tienda.' },
      { reason: 'Dirección errónea', effect: 'Llama antes al cliente: quizá baste con una nota.' },
      { reason: 'Lo pidió el cliente', effect: 'El dinero se devuelve en la tienda, no aquí.' },
    ],
  },
  print: {
    ticket: 'Imprimir la comanda',
    slip: 'Imprimir la etiqueta de la bolsa',
    onAccept: 'Imprimir cuando esta pantalla acepta un pedido',
    onAcceptWhy:
      'Actívalo solo donde el navegador imprime sin preguntar (Chrome abierto con --kiosk-printing). Si no, su ventana de impresión se abre con cada pedido y esta pantalla se queda parada hasta que alguien la cierre.',
    choices: { off: 'No', ticket: 'Comanda', slip: 'Etiqueta', both: 'Las dos' },
    promise: (time, otherDay) => (otherDay === null ? `para las ${time}` : `para el ${otherDay} a las ${time}`),
    placed: (time) => `pedido a las ${time}`,
    paid: 'PAGADO',
    collect: (sum) => `COBRAR ${sum}`.trim(),
    unpaid: 'SIN PAGAR',
    bag: (number) => `Bolsa ${number}`,
    removed: 'QUITADO',
  },
};
