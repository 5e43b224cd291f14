import type { Advice, ShopAdvice } from './settings-advice-en.ts';

const newKey =
  'En WooCommerce abre Ajustes → Avanzado → API REST, añade una clave para un administrador o gestor de la tienda con permisos de «Lectura/Escritura» y dásela a Kasera.';
const letThrough =
  'En ese plugin o cortafuegos, deja pasar las peticiones a /wp-json/wc/v3/, mejor aún solo desde la dirección de internet de la máquina de Kasera. Luego comprueba otra vez.';
const firewall: Advice = {
  means:
    'El sitio respondió con una página para personas y no con la respuesta de WooCommerce. Casi siempre es un cortafuegos o plugin de seguridad (Cloudflare, Wordfence, Sucuri …) o una página de mantenimiento.',
  todo: letThrough,
};

const faults: ShopAdvice['faults'] = {
  'not-connected': { means: 'No hay ninguna tienda conectada.', todo: 'Conéctala arriba, en esta misma página.' },
  unreachable: {
    means: 'No se llega al servidor de la tienda: su nombre no lleva a ningún sitio o allí no responde nadie.',
    todo: 'Mira si la dirección tiene una errata y abre la tienda en un navegador. Si allí se abre, puede que la máquina de Kasera esté sin internet.',
  },
  timeout: {
    means: 'La tienda no respondió a tiempo.',
    todo: 'Abre la tienda en un navegador. Si también va lenta, tiene que mirarlo su proveedor; Kasera lo sigue intentando.',
  },
  tls: {
    means:
      'El certificado de la tienda (https) no es válido, así que nadie sabe con certeza quién responde. Kasera no envía claves allí.',
    todo: 'Pide al proveedor de la tienda que renueve el certificado. La dirección debe ser la del certificado, con o sin «www».',
  },
  redirect: {
    means:
      'La tienda manda a sus visitantes a otra dirección. Kasera no la sigue: entregaría las claves a quien responda allí.',
    todo: 'Abre la tienda en un navegador y pon la dirección en la que acabas. Si es una página de acceso, un plugin oculta el sitio: deja pasar /wp-json/ en él.',
  },
  unauthorised: {
    means: 'La tienda no acepta las claves.',
    todo: `${newKey} Si las claves son correctas con seguridad, el servidor web no se las pasa a WooCommerce: pide al proveedor que pase la cabecera «Authorization» a PHP.`,
  },
  forbidden: { means: 'Las claves son correctas, pero su dueño no puede hacer esto en WooCommerce.', todo: newKey },
  'not-found': {
    means: 'WooCommerce dice que eso no existe.',
    todo: 'Comprueba otra vez. Si sigue igual, actualiza WooCommerce: puede que la tienda sea demasiado antigua.',
  },
  refused: {
    means: 'WooCommerce entendió la petición y la rechazó.',
    todo: 'Comprueba otra vez. Si sigue igual, un plugin cambia las respuestas de WooCommerce: desactiva el último que se añadió y prueba de nuevo.',
  },
  busy: {
    means: 'La tienda pide que se la deje tranquila un momento: demasiadas peticiones.',
    todo: 'No hay que hacer nada, Kasera espera lo que pida la tienda. Si pasa a menudo, pide al proveedor un límite más alto para Kasera.',
  },
  unavailable: {
    means: 'El servidor de la tienda dice que ahora no puede responder: un error suyo o mantenimiento.',
    todo: 'Abre la tienda en un navegador. Si allí también da error, tiene que mirarlo su proveedor; Kasera lo sigue intentando.',
  },
  foreign: firewall,
  unreadable: {
    means: 'La respuesta de la tienda se cortó o no es lo que responde WooCommerce.',
    todo: 'Casi siempre es un plugin que escribe avisos en ella. Desactiva WP_DEBUG_DISPLAY en wp-config.php, o el último plugin añadido, y comprueba otra vez.',
  },
  paused: {
    means: 'La tienda falló tantas veces seguidas que Kasera la deja tranquila un rato.',
    todo: 'Kasera lo vuelve a intentar por su cuenta. «Comprobar otra vez» pregunta al momento.',
  },
};

const noRest: Advice = {
  means: 'Responde un sitio web, pero en esta dirección no hay ninguna API REST de WooCommerce.',
  todo: 'Mira tres cosas: ¿es la dirección de la propia tienda (puede estar en una carpeta, como /tienda)? ¿Está activo WooCommerce? En WordPress → Ajustes → Enlaces permanentes, elige «Nombre de la entrada» en vez de «Simple» y guarda.',
};
const closedRest: Advice = {
  means: 'El sitio cierra su API REST a quien no haya iniciado sesión. Eso lo hace un plugin de seguridad.',
  todo: letThrough,
};
const mayNotRead: Advice = {
  means: 'Las claves son correctas, pero no pueden leer pedidos. No llegaría ninguno.',
  todo: newKey,
};
const readOnly: Advice = {
  means:
    'Las claves solo pueden leer. Los pedidos llegan, pero a la tienda no se le puede decir nada: ni estados, ni notas, ni lo agotado.',
  todo: 'En WooCommerce abre Ajustes → Avanzado → API REST, elige la clave, pon sus permisos en «Lectura/Escritura» y guarda. La clave sigue siendo la misma: solo comprueba otra vez.',
};
const zoneUnknown: Advice = {
  means: 'La tienda no dice su zona horaria. Kasera usa la de su propia máquina.',
  todo: 'Si no es la del restaurante, pon TIME_ZONE en .env, por ejemplo Europe/Madrid.',
};
const clockUnknown: Advice = {
  means: 'La tienda no dijo qué hora es allí.',
  todo: 'No hay que hacer nada: Kasera no decide nada según el reloj de la tienda.',
};

const checks: ShopAdvice['checks'] = {
  address: {
    name: 'Dirección',
    about: 'si es una a la que Kasera puede enviar claves',
    faults: {},
    otherwise: {
      means: 'Kasera no puede usar esta dirección.',
      todo: 'Ponla como aparece en el navegador en la portada de la tienda, por ejemplo https://mi-restaurante.es.',
    },
  },
  reachable: {
    name: 'La tienda responde',
    about: 'si allí responde alguien',
    faults: {},
    otherwise: faults.unreachable,
  },
  rest: {
    name: 'La API REST está abierta',
    about: 'si responde el propio WooCommerce y no un cortafuegos',
    faults: { 'not-found': noRest, unauthorised: closedRest, forbidden: closedRest },
    otherwise: noRest,
  },
  keys: {
    name: 'Las claves son correctas',
    about: 'si la tienda conoce las claves',
    faults: { forbidden: { means: 'La tienda conoce las claves y aun así las rechaza.', todo: newKey } },
    otherwise: faults.unauthorised,
  },
  'read-orders': {
    name: 'Puede leer pedidos',
    about: 'si se pueden traer los pedidos',
    found: (orders) => `${orders} en la tienda`,
    faults: { unauthorised: mayNotRead, forbidden: mayNotRead },
    otherwise: mayNotRead,
  },
  write: {
    name: 'Puede escribir',
    about: 'si se le puede decir a la tienda lo que hace la cocina',
    faults: { unauthorised: readOnly, forbidden: readOnly },
    otherwise: readOnly,
  },
  version: {
    name: 'Versión de WooCommerce',
    about: 'si es una que Kasera conoce',
    faults: {},
    otherwise: {
      means: 'La tienda no dice qué versión de WooCommerce tiene.',
      todo: 'Mientras lleguen los pedidos no hay que hacer nada. Mantén WooCommerce al día.',
    },
  },
  'time-zone': {
    name: 'Zona horaria',
    about: 'si cocina y tienda hablan de la misma hora',
    faults: { forbidden: zoneUnknown, unauthorised: zoneUnknown, 'not-found': zoneUnknown },
    otherwise: {
      means: 'La zona horaria de la tienda no es la de la cocina. Las horas pueden no coincidir.',
      todo: 'En WordPress → Ajustes → Generales, elige la ciudad del restaurante como zona horaria. Si la tienda está bien, pon TIME_ZONE en .env.',
    },
  },
  clock: {
    name: 'Reloj',
    about: 'si el reloj de la tienda va bien',
    faults: { unreadable: clockUnknown, 'not-found': clockUnknown },
    otherwise: {
      means:
        'El reloj de la tienda y el de esta máquina no coinciden. Los pedidos llegan igual: Kasera nunca cuenta con que coincidan.',
      todo: 'Pon esta máquina en hora por internet. Si va bien, avisa al proveedor de la tienda: sus clientes ven horas equivocadas.',
    },
  },
};

const codes: ShopAdvice['codes'] = {
  'not-an-address': checks.address.otherwise,
  'plain-http': {
    means:
      'La dirección empieza por http://. Las claves enviadas así las puede leer cualquiera por el camino; por eso Kasera la rechaza.',
    todo: 'Ponla con https://. Si la tienda aún no tiene https, su proveedor lo activa, casi siempre gratis.',
  },
  'other-scheme': { means: 'Esto no es la dirección de un sitio web.', todo: 'Tiene que empezar por https://.' },
  'user-info': {
    means: 'Hay un nombre de usuario o una contraseña en la dirección.',
    todo: 'Quita todo lo que hay antes de la @.',
  },
  query: {
    means: 'Hay un signo de interrogación en la dirección: lleva a una página de la tienda, no a la tienda.',
    todo: 'Pon la dirección de la portada de la tienda, por ejemplo https://mi-restaurante.es.',
  },
  'no-woocommerce': {
    means: 'WordPress responde, pero WooCommerce no.',
    todo: '¿Es la dirección de la propia tienda, con su carpeta si la tiene? En WordPress → Plugins, WooCommerce tiene que estar activo.',
  },
  'index-closed': {
    means: 'WordPress no dice a desconocidos qué puede hacer su API REST. Kasera sigue adelante con las claves.',
    todo: 'Si las comprobaciones de abajo están bien, no hay que hacer nada. Si no, un plugin de seguridad deja fuera a Kasera: deja pasar en él /wp-json/wc/v3/.',
  },
  'wrong-secret': {
    means: 'La tienda conoce la clave, pero la clave secreta es otra.',
    todo: 'Copia otra vez la clave secreta, entera. WooCommerce solo la muestra al crearla: si ya no la tienes, crea una clave nueva.',
  },
  'unknown-key': {
    means: 'La tienda no conoce la clave, o no ha llegado a verla.',
    todo: `Copia otra vez las dos claves, enteras. ${newKey} Si no basta, el servidor web no se las pasa a WooCommerce: pide al proveedor que pase la cabecera «Authorization» a PHP.`,
  },
  'read-only-keys': readOnly,
  'may-not-write': {
    means:
      'El dueño de las claves no puede cambiar pedidos. Los pedidos llegan, pero a la tienda no se le puede decir nada: ni estados, ni notas, ni lo agotado.',
    todo: newKey,
  },
  'version-unknown': checks.version.otherwise,
  'too-old-version': {
    means: 'Este WooCommerce no sabe decir qué pedidos cambiaron desde la última vez. Kasera no puede preguntarle.',
    todo: 'Actualiza WooCommerce tras hacer una copia: al menos a la 5.8, mejor a la última.',
  },
  'old-version': {
    means: 'Este WooCommerce es antiguo y ya no recibe arreglos. Kasera no se ha probado con él.',
    todo: 'Actualiza WooCommerce cuando haya un rato, tras hacer una copia.',
  },
  'zone-unknown': zoneUnknown,
  'other-time-zone': checks['time-zone'].otherwise,
  'zone-without-city': {
    means:
      'La zona horaria de la tienda está puesta en horas y no como ciudad. Se desviará una hora al cambiar al horario de verano.',
    todo: 'En WordPress → Ajustes → Generales, elige la ciudad del restaurante como zona horaria, por ejemplo Madrid.',
  },
  'clock-unknown': clockUnknown,
  'clock-off': checks.clock.otherwise,
};

const publicUrl: ShopAdvice['publicUrl'] = {
  missing: {
    means: 'Con preguntar basta: Kasera pregunta a la tienda cada pocos segundos y no se le escapa nada.',
    todo: 'Los webhooks traerían los pedidos un poco antes. Para eso Kasera necesita una dirección en internet: ponla en PUBLIC_URL, en .env, y reinicia Kasera.',
  },
  'private-address': {
    means: 'PUBLIC_URL lleva a una red privada. WordPress se niega a enviar nada allí.',
    todo: 'Ponle una dirección conocida en internet o quita PUBLIC_URL: con preguntar basta.',
  },
  port: {
    means: 'PUBLIC_URL tiene un puerto que WordPress rechaza: solo envía al 80, al 443 y al 8080.',
    todo: 'Pon un proxy inverso con https delante de Kasera y quita el puerto de PUBLIC_URL.',
  },
  redirect: {
    means:
      'PUBLIC_URL lleva a otra dirección. WordPress no la sigue, pero lo da por entregado: los pedidos se perderían sin avisar.',
    todo: 'Pon en PUBLIC_URL la dirección en la que se acaba, con https.',
  },
  'plain-http': {
    means: 'PUBLIC_URL empieza por http://. Los pedidos cruzarían internet a la vista de cualquiera.',
    todo: 'Pon Kasera detrás de https y escribe https:// en PUBLIC_URL.',
  },
  unresolved: {
    means: 'Nadie en internet conoce el nombre que hay en PUBLIC_URL.',
    todo: 'Mira si hay una errata o da de alta el nombre con el proveedor de tu dominio. Los nombres nuevos tardan hasta un día.',
  },
};

const consent: ShopAdvice['consent'] = {
  'no-public-url': {
    means: 'Aquí no se puede: la tienda envía las claves por internet y Kasera no tiene dirección allí.',
    todo: 'Pon las claves a mano, que funciona igual de bien. O pon PUBLIC_URL en .env y reinicia Kasera.',
  },
  'no-https': {
    means: 'Aquí no se puede: la tienda solo entrega claves a una dirección con https, y PUBLIC_URL no lo tiene.',
    todo: 'Pon las claves a mano, que funciona igual de bien. O pon Kasera detrás de https.',
  },
};

/** What can be wrong with the shop, in Spanish. */
export const adviceEs: ShopAdvice = { faults, checks, codes, publicUrl, consent };
