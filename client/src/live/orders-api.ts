import '@kasera/shared/no-eval.ts';
import { historyPageSchema, orderStorySchema } from '@kasera/shared/history-answers.ts';
import type { HistoryPage, HistoryQuery, OrderStory } from '@kasera/shared/history.ts';
import { kitchenViewSchema } from '@kasera/shared/kitchen-settings.ts';
import type { Station } from '@kasera/shared/kitchen.ts';
import type { OrderStatus } from '@kasera/shared/order.ts';
import { createContext, useContext } from 'react';
import type { Ask, Reply } from './ask.ts';

/** The kitchen's own clock and stations, by which the past is read. */
export interface KitchenClock {
  timeZone: string;
  /** Minutes after midnight. */
  dayEndsAt: number;
  stations: Station[];
}

/** What the pages of history and of one order ask of Kasera. */
export interface OrdersApi {
  history(asked: HistoryQuery): Promise<Reply<HistoryPage>>;
  story(orderId: string): Promise<Reply<OrderStory>>;
  /** @param apiKey the board's cookie is not enough: it holds the guest's personal data */
  requestBody(requestId: string, apiKey: string): Promise<Reply<string>>;
  /** One step back: to the counter what was handed over, to the line what was ready. */
  reopen(order: { id: string; status: OrderStatus; version?: number }): Promise<Reply<null>>;
  clock(): Promise<Reply<KitchenClock>>;
}

/** @param deps.screen this screen's id: who did it is in the order's time line */
export function createOrdersApi({ ask, newId, screen }: { ask: Ask; newId(): string; screen: string }): OrdersApi {
  const order = (id: string) => `/api/orders/${encodeURIComponent(id)}`;
  return {
    history: (asked) =>
      ask({
        path: `/api/history${queryOf(asked)}`,
        read: (answer) => historyPageSchema.safeParse(answer).data ?? null,
      }),
    story: (id) =>
      ask({ path: `${order(id)}/story`, read: (answer) => orderStorySchema.safeParse(answer).data ?? null }),
    requestBody: (id, bearer) =>
      ask({
        path: `/api/inbox/${encodeURIComponent(id)}/body`,
        bearer,
        read: (answer) => (typeof answer === 'string' ? answer : JSON.stringify(answer, null, 2)),
      }),
    async reopen({ id, status, version }) {
      const body = { id: newId(), type: 'recall', from: status, screen, ...(version !== undefined && { version }) };
      const reply = await ask({ method: 'POST', path: `${order(id)}/commands`, body, read: () => true });
      return reply.type === 'done' ? { type: 'done', data: null } : reply;
    },
    clock: () =>
      ask({
        path: '/api/kitchen?menu=0',
        read(answer) {
          const view = kitchenViewSchema.safeParse(answer).data;
          return view
            ? { timeZone: view.timeZone, dayEndsAt: view.settings.dayEndsAt, stations: view.settings.stations }
            : null;
        },
      }),
  };
}

/** Only what narrows. */
export function queryOf({ q, dish, day, late, cursor }: HistoryQuery): string {
  const asked = Object.entries({ q, dish, day, late: late ? '1' : '', cursor });
  const said = asked.flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []));
  return said.length > 0 ? `?${said.join('&')}` : '';
}

/** Whether there is a step back: a cancelled order has none, and what is open is not behind. */
export function canReopen({ status }: { status: OrderStatus }): boolean {
  return status === 'ready' || status === 'completed';
}

/** The way to Kasera, given to a page once. */
export const OrdersApiContext = createContext<OrdersApi | null>(null);

export function useOrdersApi(): OrdersApi {
  const api = useContext(OrdersApiContext);
  if (!api) throw new Error('useOrdersApi needs an OrdersApiContext above it');
  return api;
}
