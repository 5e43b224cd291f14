import { createHash } from 'node:crypto';
import { restError, type SiteAnswer } from './answer.ts';
import { textOf, type SiteRequest } from './request.ts';

export type Permissions = 'read' | 'write' | 'read_write';

export interface ShopKey {
  id: number;
  key: string;
  secret: string;
  permissions: Permissions;
}

/** Who asks. `refused` is an answer of its own; `nobody` is told by each route what it may not do. */
export type Asker = { type: 'manager' } | { type: 'nobody' } | { type: 'refused'; answer: SiteAnswer };

/** The shop's REST keys. */
export interface Access {
  add(permissions: Permissions): ShopKey;
  revoke(key: string): void;
  keys(): ShopKey[];
  judge(request: SiteRequest): Asker;
}

export interface AccessDeps {
  /** Whether the shop takes this connection for https; over plain http it ignores keys. */
  https: boolean;
}

/** Keeps keys and judges requests by them, as WooCommerce does. */
export function createAccess({ https }: AccessDeps): Access {
  const kept = new Map<string, ShopKey>();
  let nextId = 1;

  function judge(request: SiteRequest): Asker {
    const given = https ? readKey(request) : null;
    const held = given === null ? undefined : kept.get(given.key);
    // An unknown key is no error: the request goes on as nobody's.
    if (!given || !held) return { type: 'nobody' };
    if (held.secret !== given.secret) return refuse('Consumer secret is invalid.');
    const wanted = request.method === 'GET' || request.method === 'HEAD' ? 'read' : 'write';
    const may = held.permissions === 'read_write' || held.permissions === wanted;
    return may ? { type: 'manager' } : refuse(`The API key provided does not have ${wanted} permissions.`);
  }

  return {
    add(permissions) {
      const id = nextId;
      nextId += 1;
      const made = { id, key: `ck_${hash(`key ${id}`)}`, secret: `cs_${hash(`secret ${id}`)}`, permissions };
      kept.set(made.key, made);
      return made;
    },
    revoke: (key) => void kept.delete(key),
    keys: () => [...kept.values()],
    judge,
  };
}

const refuse = (message: string): Asker => ({
  type: 'refused',
  answer: restError(401, 'woocommerce_rest_authentication_error', message),
});

/** Keys need not be secret here; that they are the same in each run makes a run easy to repeat. */
const hash = (text: string): string => createHash('sha1').update(`simulated ${text}`).digest('hex');

function readKey({ authorization = '', query }: SiteRequest): { key: string; secret: string } | null {
  const inQuery = { key: textOf(query.get('consumer_key')), secret: textOf(query.get('consumer_secret')) };
  if (inQuery.key !== undefined && inQuery.secret !== undefined) return { key: inQuery.key, secret: inQuery.secret };
  const [, encoded] = /^Basic\s+(\S+)$/i.exec(authorization) ?? [];
  if (encoded === undefined) return null;
  const [, key = '', secret = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  return { key, secret };
}

const denials = {
  list: ['woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.'],
  view: ['woocommerce_rest_cannot_view', 'Sorry, you cannot view this resource.'],
  create: ['woocommerce_rest_cannot_create', 'Sorry, you are not allowed to create resources.'],
  edit: ['woocommerce_rest_cannot_edit', 'Sorry, you are not allowed to edit this resource.'],
  delete: ['woocommerce_rest_cannot_delete', 'Sorry, you are not allowed to delete this resource.'],
  batch: ['woocommerce_rest_cannot_batch', 'Sorry, you are not allowed to batch manipulate this resource.'],
} as const;
export type Act = keyof typeof denials;

/** What the shop says to somebody it does not know (401), or who may not (403). */
export function denied(act: Act, status: 401 | 403 = 401): SiteAnswer {
  const [code, message] = denials[act];
  return restError(status, code, message);
}
