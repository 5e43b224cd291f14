/** The body of `POST /notifications`, as far as the simulator judges it. */
export interface Notification {
  [field: string]: unknown;
  app_id: string;
  contents: Record<string, string>;
  headings?: Record<string, string>;
  include_aliases?: { external_id: string[] };
  included_segments?: string[];
  target_channel?: string;
  idempotency_key?: string;
  data?: { orders?: string[] };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads a body as OneSignal would: the notification, or the errors its 400 names. */
export function readNotification(bodyText: string): { notification: Notification } | { errors: string[] } {
  const body = parseJson(bodyText);
  if (!isObject(body)) return { errors: ['The body is not JSON'] };
  const errors = rules.filter((rule) => !rule.holds(body)).map((rule) => rule.error);
  return errors.length > 0 ? { errors } : { notification: body as Notification };
}

const rules: { error: string; holds: (body: Record<string, unknown>) => boolean }[] = [
  { error: 'app_id is not a UUID', holds: (body) => isText(body['app_id'], uuid) },
  { error: 'Message Notifications must have English language content', holds: (body) => isBilingual(body['contents']) },
  { error: 'headings need English', holds: ({ headings }) => headings === undefined || isBilingual(headings) },
  {
    error: 'Name exactly one of include_aliases and included_segments',
    holds: (body) => (body['include_aliases'] === undefined) !== (body['included_segments'] === undefined),
  },
  {
    error: 'include_aliases needs a list of external_id and target_channel',
    holds: ({ include_aliases: aliases, target_channel: channel }) =>
      aliases === undefined || (isObject(aliases) && isTextList(aliases['external_id']) && channel === 'push'),
  },
  {
    error: 'included_segments is not a list of names',
    holds: ({ included_segments: segments }) => segments === undefined || isTextList(segments),
  },
  {
    error: 'idempotency_key is not a UUID',
    holds: ({ idempotency_key: key }) => key === undefined || isText(key, uuid),
  },
  { error: 'ttl is out of range', holds: ({ ttl }) => ttl === undefined || (isWhole(ttl) && ttl <= 2_419_200) },
  { error: 'priority is 5 or 10', holds: ({ priority }) => [undefined, 5, 10].some((each) => each === priority) },
  { error: 'url is not a URL', holds: ({ url }) => url === undefined || (isText(url) && URL.canParse(url)) },
  { error: 'data is not an object', holds: ({ data }) => data === undefined || isObject(data) },
];

/**
 * Whom of the subscribers a notification reaches, and which external ids nobody has.
 * @param segments further segments by name; `All` is every subscriber
 */
export function reach(
  notification: Notification,
  subscribers: readonly string[],
  segments: Readonly<Record<string, readonly string[]>>,
): { told: string[]; unknown: string[] } {
  const named = notification.include_aliases?.external_id;
  if (named)
    return {
      told: subscribers.filter((id) => named.includes(id)),
      unknown: named.filter((id) => !subscribers.includes(id)),
    };
  const wanted = notification.included_segments ?? [];
  const told = subscribers.filter((id) =>
    wanted.some((name) => (segments[name] ?? (name === 'All' ? subscribers : [])).includes(id)),
  );
  return { told, unknown: [] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, pattern = /./s): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.length <= 20_000 && value.every((each) => isText(each));
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isBilingual(texts: unknown): boolean {
  return isObject(texts) && isText(texts['en']) && Object.values(texts).every((text) => isText(text));
}
