import type { DropReason } from '@kasera/shared/alert.ts';
import { writeBackRuleSchema, writeBackSteps } from '@kasera/shared/shop.ts';
import { z } from 'zod';
import type { Sql } from '../../db/sql.ts';
import type { ShopFault } from '../connection/answer.ts';

const productId = z.string().regex(/^\d{1,20}$/);

/** Something the shop is to be told; it waits as a delivery, and holds nothing personal. */
export const shopTaskSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('order'),
    orderId: z.string(),
    externalId: z.string(),
    /** The address of the shop that is meant: in another one that id is another order. */
    shop: z.string(),
    /** The press it tells of: the order says whether it is still the one to be told. */
    tap: z.string(),
    step: z.enum(writeBackSteps),
    ...writeBackRuleSchema.shape,
    promisedAt: z.number().nullable(),
  }),
  z.strictObject({
    type: z.literal('stock'),
    soldOutId: z.string(),
    productId,
    variationId: productId.nullable(),
    to: z.enum(['instock', 'outofstock']),
  }),
]);
export type ShopTask = z.infer<typeof shopTaskSchema>;
export type OrderTask = Extract<ShopTask, { type: 'order' }>;
export type StockTask = Extract<ShopTask, { type: 'stock' }>;

/** One try of a task. */
export interface TaskAttempt {
  /** From 1. */
  number: number;
  createdAt: number;
  firstTriedAt: number;
}

interface Ending {
  /** Written in the commit that settles the delivery. */
  along?: readonly Sql[];
  /** Makes that commit itself, together with a change of its own; `along` is among the statements. */
  commit?(settling: Sql[]): Promise<unknown>;
}

/**
 * What became of one try. `done`: the shop is as it should be. `conflict`: not written, since the shop became `found`
 * meanwhile. `retry`: later. `parked`: not as things are; again at the next start or with another connection.
 * `expired`: no more. `unconfigured`: there is no shop to tell. `dropped`: it lost its meaning.
 */
export type TaskOutcome = Ending &
  (
    | { type: 'done'; status: number }
    | { type: 'conflict'; found: string }
    | { type: 'retry'; fault: ShopFault }
    | { type: 'parked'; fault: ShopFault }
    | { type: 'expired' }
    | { type: 'unconfigured' }
    | { type: 'dropped'; reason: DropReason }
  );

/** Carries out one try of a task; may throw only for what nobody expects. */
export type TaskHandler<T extends ShopTask = ShopTask> = (task: T, attempt: TaskAttempt) => Promise<TaskOutcome>;

/** What a fault of the shop makes of a task, where its handler knows nothing better. */
export function outcomeOfFault(fault: ShopFault): TaskOutcome {
  switch (fault.kind) {
    case 'unauthorised':
    case 'forbidden':
    case 'refused':
    case 'not-found':
      return { type: 'parked', fault };
    case 'not-connected':
      return { type: 'unconfigured' };
    case 'unreachable':
    case 'timeout':
    case 'tls':
    case 'redirect':
    case 'busy':
    case 'unavailable':
    case 'foreign':
    case 'unreadable':
    case 'paused':
      return { type: 'retry', fault };
  }
}

/** What people read of it in the list of deliveries. */
export function aboutTask(task: ShopTask): string {
  if (task.type === 'order') return task.step;
  return `${task.to} ${task.variationId === null ? task.productId : `${task.productId}/${task.variationId}`}`;
}
