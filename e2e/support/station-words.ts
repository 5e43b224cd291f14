import type { Language } from './board-words.ts';

/** What a person reads of stations, Later and recall, written down apart from the product ([TS5]). */
export interface StationWords {
  /** The heading that says what a screen shows, and changes it. */
  shows: (what: string) => string;
  showsAny: RegExp;
  everything: string;
  expo: string;
  /** What an Expo's button of a station that still has `left` lines to make is called. */
  finishPart: (station: string, left: number) => string;
  partDone: (station: string) => string;
  reopenPart: (station: string) => string;
  /** On another station's ticket. */
  left: (station: string, left: number) => string;
  noteSeen: string;
  addAllergy: string;
  allergyText: string;
  save: string;
  allergy: string;
  partFinished: string;
  look: (number: string) => string;
  onlyLook: (number: string) => string;
  laterList: RegExp;
  laterTitle: RegExp;
  /** With the day before the time where that is another one than today's. */
  inStrip: (number: string) => RegExp;
  acceptFor: RegExp;
  comes: (time: string) => string;
  fire: (number: string) => string;
  rush: string;
  /** In the reserved row. */
  alone: (station: string) => string;
  unclaimed: (count: number, name: string) => string;
  page: {
    /** How a board's settings lead there. */
    link: string;
    title: string;
    newStation: string;
    add: string;
    whereTo: (name: string) => string;
    handOver: string;
    save: string;
    saved: string;
    expo: string;
    seenLately: string;
  };
  /** The lists of hand-over. */
  counter: { fresh: RegExp; ready: RegExp };
}

const es: StationWords = {
  shows: (what) => `Esta pantalla muestra: ${what}. Cambiar`,
  showsAny: /^Esta pantalla muestra: /,
  everything: 'Todo',
  expo: 'Pase',
  finishPart: (station, left) => `${station} ${left === 1 ? 'falta 1' : `faltan ${left}`}: terminar su parte`,
  partDone: (station) => `${station} hecho: terminar su parte`,
  reopenPart: (station) => `${station} hecho: recuperar su parte`,
  left: (station, left) => `${station} ${left === 1 ? 'falta 1' : `faltan ${left}`}`,
  noteSeen: 'NOTA VISTA',
  addAllergy: 'Añadir una alergia',
  allergyText: '¿Qué alergia?',
  save: 'Guardar',
  allergy: 'ALERGIA',
  partFinished: 'parte terminada',
  look: (number) => `Mirar #${number}`,
  onlyLook: (number) => `#${number}, solo para mirar`,
  laterList: /^Luego \d/,
  laterTitle: /LUEGO \d/,
  inStrip: (number) => new RegExp(`^Luego: (.+, )?\\d\\d:\\d\\d · ${number} · `),
  acceptFor: /^ACEPTAR · \d\d:\d\d$/,
  comes: (time) => `a la pantalla ${time}`,
  fire: (number) => `A la pantalla ya: #${number}`,
  rush: 'URGENTE',
  alone: (station) => `La estación ${station} no tiene pantalla en marcha`,
  unclaimed: (count, name) => `${count} plato no tiene estación y sale en todas las pantallas: ${name}.`,
  page: {
    link: 'Ajustes de la cocina',
    title: 'La cocina',
    newStation: 'Nueva estación',
    add: 'Añadir',
    whereTo: (name) => `Adónde va ${name}`,
    handOver: 'Solo entrega',
    save: 'Guardar',
    saved: 'Guardado.',
    expo: 'Hay un pase (Expo)',
    seenLately: 'Vistos en los últimos pedidos, y de nadie',
  },
  counter: { fresh: /^Nuevo: nada que cocinar/, ready: /^Listos/ },
};

const en: StationWords = {
  shows: (what) => `This screen shows: ${what}. Change`,
  showsAny: /^This screen shows: /,
  everything: 'Everything',
  expo: 'Expo',
  finishPart: (station, left) => `${station} ${left} left: finish its part`,
  partDone: (station) => `${station} done: finish its part`,
  reopenPart: (station) => `${station} done: take its part back`,
  left: (station, left) => `${station} ${left} left`,
  noteSeen: 'NOTE SEEN',
  addAllergy: 'Add an allergy',
  allergyText: 'Which allergy?',
  save: 'Save',
  allergy: 'ALLERGY',
  partFinished: 'part finished',
  look: (number) => `Look at #${number}`,
  onlyLook: (number) => `#${number}, only to look at`,
  laterList: /^Later \d/,
  laterTitle: /LATER \d/,
  inStrip: (number) => new RegExp(`^Later: (.+, )?\\d\\d:\\d\\d · ${number} · `),
  acceptFor: /^ACCEPT for \d\d:\d\d$/,
  comes: (time) => `to the board ${time}`,
  fire: (number) => `To the board now: #${number}`,
  rush: 'RUSH',
  alone: (station) => `Station ${station} has no live screen`,
  unclaimed: (count, name) => `${count} dish belongs to no station and is on every screen: ${name}.`,
  page: {
    link: 'Kitchen settings',
    title: 'The kitchen',
    newStation: 'New station',
    add: 'Add',
    whereTo: (name) => `Where ${name} goes`,
    handOver: 'Hand-over only',
    save: 'Save',
    saved: 'Saved.',
    expo: 'There is an Expo',
    seenLately: 'Seen in the last orders, and nobody’s',
  },
  counter: { fresh: /^New: nothing to cook/, ready: /^Ready/ },
};

export const stationWords: Record<Language, StationWords> = { es, en };
