import { z } from 'zod';
import type { HistoryPage, OrderStory, Waits } from './history.ts';
import { orderKinds, orderStatuses, type Order } from './order.ts';

/** What the pages of history and of one order read of the server's answers: another server's is not misread. */

const time = z.number();
const waitsSchema: z.ZodType<Waits> = z.object({
  acceptMs: z.number().nullable(),
  stations: z.array(z.object({ station: z.string(), name: z.string(), ms: z.number() })),
  cookMs: z.number().nullable(),
  pickupMs: z.number().nullable(),
  running: z.object({ step: z.enum(['accept', 'cook', 'pickup']), since: time }).optional(),
});

export const historyPageSchema: z.ZodType<HistoryPage> = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      guest: z.string(),
      kind: z.enum(orderKinds),
      status: z.enum(orderStatuses),
      test: z.boolean(),
      notClosed: z.boolean(),
      arrivedAt: time,
      promisedAt: time.nullable(),
      readyAt: time.nullable(),
      lateMs: z.number().nullable(),
      waits: waitsSchema,
      dishes: z.array(z.object({ quantity: z.number(), name: z.string() })),
    }),
  ),
  total: z.number(),
  late: z.number(),
  next: z.string().nullable(),
});

const text = z.string();
/** Words of a newer server are shown as they came. */
const word = <W extends string>() => z.custom<W>((value) => typeof value === 'string');

export const orderStorySchema: z.ZodType<OrderStory> = z.object({
  order: z.custom<Order>(looksLikeOrder),
  events: z.array(
    z.object({
      version: z.number(),
      type: word<OrderStory['events'][number]['type']>(),
      at: time,
      actor: z.enum(['shop', 'kitchen', 'kasera']),
      screen: text.nullable(),
      stations: z.array(text),
      detail: z.record(text, z.union([text, z.number(), z.boolean(), z.null()])),
    }),
  ),
  waits: waitsSchema,
  painted: z.array(z.object({ screen: text, at: time })),
  deliveries: z.array(
    z.object({
      id: text,
      channel: text,
      audience: text,
      about: text.nullable(),
      state: word<OrderStory['deliveries'][number]['state']>(),
      reason: text.nullable(),
      error: text.nullable(),
      providerId: text.nullable(),
      createdAt: time,
      sentAt: time.nullable(),
      attempts: z.number(),
    }),
  ),
  requests: z.array(
    z.object({
      id: text,
      receivedAt: time,
      topic: text.nullable(),
      state: text,
      bytes: z.number(),
      hasBody: z.boolean(),
    }),
  ),
});

/** An order travels whole between server and screens of one build; here is only made sure that it is one. */
const orderHead = z.object({
  id: z.string(),
  number: z.string(),
  version: z.number(),
  status: z.enum(orderStatuses),
  items: z.array(z.object({ id: z.string(), name: z.string(), quantity: z.number() })),
  promises: z.array(z.object({ at: z.number(), promisedAt: z.number() })),
  kitchenNotes: z.array(z.object({ id: z.string(), text: z.string() })),
  times: z.object({ arrivedAt: z.number() }),
});

function looksLikeOrder(value: unknown): boolean {
  return orderHead.safeParse(value).success;
}
