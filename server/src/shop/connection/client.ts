import type { z } from 'zod';
import type { Log } from '../../ops/log.ts';
import type { AskOptions, ShopAnswer, ShopClient, ShopQuery } from './answer.ts';
import { createShopBreaker, type BreakerState, type ShopBreaker } from './breaker.ts';
import type { ShopConnection } from './connection.ts';
import { createExchange, type Exchange, type ShopRequest } from './exchange.ts';
import { readAnswer } from './read-answer.ts';
import { isRestPath, mayCarryKeys, restAddress, type RestForm } from './rest-address.ts';
import { shopFault } from './shop-fault.ts';

/** Where a client asks, and as whom. */
export type ShopAccess = Pick<ShopConnection, 'url' | 'key' | 'secret'>;

export interface ShopClientDeps {
  /** The shop in force; null while none is connected. Asked at each request. */
  connection(): ShopAccess | null;
  now(): number;
  log: Pick<Log, 'debug' | 'info' | 'warn'>;
  /** How requests are carried; default: axios. */
  exchange?: Exchange;
}

/** The port, and what the parts around the connection itself need besides. */
export interface OpenShopClient extends ShopClient, Disposable {
  /** Whether it was disposed of: every answer since is `paused`, and says nothing of the shop. */
  isClosed(): boolean;
  /** WordPress's own index (`/wp-json/`), asked without keys: other plugins there take them for passwords of theirs. */
  index<S extends z.ZodType>(query: ShopQuery, schema: S, options?: AskOptions): Promise<ShopAnswer<z.infer<S>>>;
  /** How the breaker stands; it begins anew with another shop. */
  state(): BreakerState;
}

/** The shop's REST API over axios ([SH1], [SH8]). Never throws or rejects, and no key is in anything it gives. */
export function createShopClient(deps: ShopClientDeps): OpenShopClient {
  const { exchange, close } = deps.exchange ? { exchange: deps.exchange, close: () => {} } : createExchange();
  const closing = new AbortController();
  let line: Line | null = null;
  const lineTo = (url: string): Line => {
    if (line?.url !== url) line = { url, form: 'pretty', mayTryPlain: true, breaker: createShopBreaker(deps) };
    return line;
  };
  const ask = async <S extends z.ZodType>(question: Question, schema: S, options: AskOptions = {}) => {
    const access = deps.connection();
    const refusal = refusalOf(access, question);
    if (access === null || refusal !== null) return refusal ?? notConnected(null);
    const at = lineTo(access.url);
    const askForm: AskForm = async (form) => {
      if (closing.signal.aborted) return closed;
      const raw = await exchange(
        toRequest(question, access, form, { ...options, signal: either(options.signal, closing.signal) }),
      );
      return 'fault' in raw ? { type: 'fault', ...raw } : readAnswer(raw, question.method !== 'GET');
    };
    const answer = await at.breaker.through(() => askInForm(at, askForm), options);
    const shaped = inShape(answer, schema, question);
    if (shaped.type === 'fault') deps.log.debug({ ...shaped.fault, route: question.route }, 'the shop did not answer');
    return shaped;
  };
  return {
    get: (path, query, schema, options) => ask({ method: 'GET', route: wc(path), query }, schema, options),
    send: (method, path, body, schema, options) =>
      ask({ method, route: wc(path), query: options?.query ?? {}, body: JSON.stringify(body ?? {}) }, schema, options),
    index: (query, schema, options) => ask({ method: 'GET', route: '', query }, schema, options),
    state: () => line?.breaker.state() ?? { open: false, until: null },
    isClosed: () => closing.signal.aborted,
    [Symbol.dispose]() {
      closing.abort();
      close();
    },
  };
}

const usualTimeoutMs = 30_000;
const closed: ShopAnswer<never> = { type: 'fault', fault: shopFault('paused') };

const either = (one: AbortSignal | undefined, other: AbortSignal): AbortSignal =>
  one === undefined ? other : AbortSignal.any([one, other]);

interface Question {
  method: ShopRequest['method'];
  /** Below the REST root; "" is its index. */
  route: string;
  query: ShopQuery;
  /** JSON text. */
  body?: string;
}

/** What is known of a shop while it is the connected one. */
interface Line {
  url: string;
  form: RestForm;
  /** Once for each time the pretty form worked: a maintenance page must not double every request. */
  mayTryPlain: boolean;
  breaker: ShopBreaker;
}

type AskForm = (form: RestForm) => Promise<ShopAnswer<unknown>>;

const wc = (path: string): string => `wc/v3/${path}`;

/** What is not even asked. */
function refusalOf(access: ShopAccess | null, { route }: Question): ShopAnswer<never> | null {
  if (access === null) return notConnected(null);
  if (!mayCarryKeys(access.url)) return notConnected('plain-http');
  if (route !== '' && !isRestPath(route)) return { type: 'fault', fault: shopFault('refused', { code: 'bad-path' }) };
  return null;
}

const notConnected = (code: string | null): ShopAnswer<never> => ({
  type: 'fault',
  fault: shopFault('not-connected', { code }),
});

function toRequest(
  { method, route, query, body }: Question,
  { url, key, secret }: ShopAccess,
  form: RestForm,
  { timeoutMs = usualTimeoutMs, signal }: AskOptions,
): ShopRequest {
  return {
    ...{ method, timeoutMs, signal: signal ?? null, body: body ?? null },
    url: restAddress(url, form, route, query),
    authorization: route === '' ? null : `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
  };
}

/** Where the web server knows no `/wp-json/`, WordPress is asked by its other address, and so from then on. */
async function askInForm(line: Line, ask: AskForm): Promise<ShopAnswer<unknown>> {
  const answer = await ask(line.form);
  const nowhere = answer.type === 'fault' && answer.fault.kind === 'foreign' && answer.fault.status === 404;
  if (line.form === 'plain') return answer;
  if (!nowhere || answer.fault.code !== null) {
    line.mayTryPlain ||= answer.type === 'ok';
    return answer;
  }
  if (!line.mayTryPlain) return answer;
  line.mayTryPlain = false;
  const inPlain = await ask('plain');
  if (inPlain.type === 'fault' && inPlain.fault.code === null) return answer;
  line.form = 'plain';
  return inPlain;
}

function inShape<S extends z.ZodType>(
  answer: ShopAnswer<unknown>,
  schema: S,
  { method }: Question,
): ShopAnswer<z.infer<S>> {
  if (answer.type === 'fault') return answer;
  const parsed = schema.safeParse(answer.data);
  if (parsed.success) return { ...answer, data: parsed.data };
  const known = { status: answer.status, code: 'unexpected-shape', mayHaveArrived: method !== 'GET' };
  return { type: 'fault', fault: shopFault('unreadable', known) };
}
