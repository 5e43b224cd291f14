/** What stands on every page that is not a wall's, in English. */
export const pagesEn = {
  backToBoard: 'To the board',
  /** On a phone: a word of the above, so that who says what they read is understood. */
  boardInShort: 'Board',
  pages: 'Pages',
  places: {
    '/handover': 'Hand-over',
    '/service': 'Service',
    '/history': 'History',
    '/settings/kitchen': 'Kitchen',
    '/settings/shop': 'Shop',
  },
  links: {
    '/handover': 'Hand-over counter',
    '/pickup': 'Pickup screen',
    '/service': 'Ready for service?',
    '/history': 'History',
    '/settings/kitchen': 'Kitchen settings',
    '/settings/shop': 'Shop settings',
    '/keys': 'Keys, to print',
  },
  loading: 'Loading …',
  unreached: 'Kasera does not answer. What you see may be out of date; this page keeps trying.',
  unreadable: 'Kasera’s answer was not understood. It may just have been updated: load the page again.',
  refused: 'Kasera refused that.',
  reload: 'Reload',
};

export type PagesWords = typeof pagesEn;
