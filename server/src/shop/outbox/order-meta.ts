export interface Meta {
  key: string;
  value: string;
}

/** The names an order's times have in the shop; a leading `_` keeps them off the guest's page. */
const acceptedAtKey = '_kasera_accepted_at';
const readyAtKey = '_kasera_ready_at';

/** What goes onto an accepted order for the shop's other plugins: times ISO 8601 with `Z`. */
export function acceptedMeta(acceptedAt: number | null, promisedAt: number | null): Meta[] {
  return [
    ...(acceptedAt === null ? [] : [{ key: acceptedAtKey, value: new Date(acceptedAt).toISOString() }]),
    ...(promisedAt === null ? [] : [{ key: readyAtKey, value: new Date(promisedAt).toISOString() }]),
  ];
}
