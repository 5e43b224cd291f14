import type { Request } from 'express';

/** What an error page says: in one language a heading and a sentence. */
type Words = readonly [heading: string, sentence: string];

interface Page {
  es: Words;
  en: Words;
  /** It is over by itself in a moment: the browser is to ask again. */
  isPassing?: boolean;
}

const unreadable: Page = {
  es: ['La dirección no se entiende', 'Está incompleta o mal escrita.'],
  en: ['This address cannot be read', 'It is incomplete or mistyped.'],
};

const pages: Record<string, Page> = {
  'not-found': {
    es: ['Aquí no hay nada', 'Esta dirección no existe en Kasera.'],
    en: ['There is nothing here', 'Kasera has no page at this address.'],
  },
  'client-missing': {
    es: ['Un momento', 'Kasera está preparando sus páginas. Esta se abre sola en cuanto estén listas.'],
    en: ['One moment', 'Kasera is preparing its pages. This one opens by itself as soon as they are ready.'],
    isPassing: true,
  },
  'cannot-store': {
    es: ['Ahora mismo no se puede', 'Kasera no puede escribir sus datos. Se vuelve a intentar solo.'],
    en: ['Not possible right now', 'Kasera cannot write its data. It is tried again by itself.'],
    isPassing: true,
  },
  'wrong-host': {
    es: [
      'Este nombre no es conocido',
      'Kasera no se conoce por este nombre. Si es tuyo, añádelo a ALLOWED_HOSTS en .env.',
    ],
    en: [
      'This name is not known',
      'Kasera does not know itself by this name. Add it to ALLOWED_HOSTS in .env if it is yours.',
    ],
  },
};

const unknown: Page = {
  es: ['Algo ha fallado', 'Algo ha fallado dentro de Kasera; su registro dice más.'],
  en: ['Something went wrong', 'Something went wrong inside Kasera; its log says more.'],
};

/** Whether a person is looking at the answer: a browser asked for a page. Scripts get JSON, and so does all of `/api`. */
export function wantsPage(request: Request): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return isRead && !/^\/api(\/|$)/i.test(request.path) && request.accepts(['json', 'html']) === 'html';
}

/**
 * An error as a page a person can read, in Spanish and English, the browser's own first. Nothing of the request is in
 * it, and nothing it would have to load: the pages themselves may be what is missing.
 */
export function errorPage(
  { code, status }: { code: string; status: number },
  request: Request,
): { html: string; refreshSeconds: number | null } {
  const page = pages[code] ?? (status < 500 ? unreadable : unknown);
  const [first, second] =
    request.acceptsLanguages(['es', 'en']) === 'en' ? (['en', 'es'] as const) : (['es', 'en'] as const);
  const html = [
    `<!doctype html><html lang="${first}"><head><meta charset="utf-8"><title>Kasera · ${page[first][0]}</title>`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="dark light"></head><body><main>',
    ...[first, second].map((language) => section(language, page)),
    '</main></body></html>',
  ].join('\n');
  return { html, refreshSeconds: page.isPassing ? 5 : null };
}

const toBoard = { es: 'Ir a los pedidos', en: 'Go to the orders' };

function section(language: 'es' | 'en', page: Page): string {
  const [heading, sentence] = page[language];
  const link = `<p><a href="/board">${toBoard[language]}</a></p>`;
  return `<section lang="${language}"><h1>${heading}</h1><p>${sentence}</p>${page.isPassing ? '' : link}</section>`;
}
