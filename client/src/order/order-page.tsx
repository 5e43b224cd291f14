import type { OrderStory } from '@kasera/shared/history.ts';
import { useEffect, type ReactNode } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { usePageWords } from '../i18n/use-page-words.ts';
import { dayNameIn, momentIn, secondIn, timeIn } from '../i18n/zoned-time.ts';
import type { KitchenClock } from '../live/orders-api.ts';
import { useKitchenClock } from '../live/use-orders.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { PageTrouble } from '../ui/page-trouble.tsx';
import page from '../ui/page.module.css';
import { scaleOf, waitsPicture } from '../ui/waits.ts';
import { WaitsBar, WaitsLegend } from '../ui/waits-bar.tsx';
import { ItemList } from './item-list.tsx';
import { NoteList } from './note-list.tsx';
import { OrderHead } from './order-head.tsx';
import { PaintedList } from './painted-list.tsx';
import { Part } from './part.tsx';
import { RequestList } from './request-list.tsx';
import { Timeline } from './timeline.tsx';
import type { Times } from './times.ts';
import { ToldList } from './told-list.tsx';
import { useStory } from './use-story.ts';
import { useStoryWords } from './words.ts';

/** `/order/:id` ([SC2]): everything of one order. */
export function OrderPage(props: { orderId: string; now: () => number; keyNeeded: ReactNode }) {
  const { orderId, now, keyNeeded } = props;
  const words = useStoryWords();
  const pages = usePageWords();
  const { story, trouble } = useStory(orderId);
  const clock = useKitchenClock();
  const number = story?.order.number ?? '';
  useEffect(() => {
    document.title = `${words.title(number)} · Kasera`;
  }, [words, number]);
  if (trouble?.type === 'unauthorised') return keyNeeded;
  const isNowhere = trouble?.type === 'refused' && trouble.status === 404;
  return (
    <div className={page.page}>
      <PageHeader current={null} />
      <main>
        {isNowhere ? (
          <div className={page.head}>
            <h1>{words.notThere}</h1>
          </div>
        ) : (
          <PageTrouble trouble={trouble} />
        )}
        {story && clock && !isNowhere ? (
          <Story story={story} clock={clock} now={now()} />
        ) : (
          !trouble && <p className={page.loading}>{pages.loading}</p>
        )}
      </main>
    </div>
  );
}

function Story({ story, clock, now }: { story: OrderStory; clock: KitchenClock; now: number }) {
  const { locale } = useMessages();
  const { sections } = useStoryWords();
  const { order, waits } = story;
  const { timeZone } = clock;
  const times: Times = {
    moment: (at) => momentIn(timeZone, at, now, locale),
    time: (at) => timeIn(timeZone, at, locale),
    second: (at) => secondIn(timeZone, at, locale),
    day: (at) => dayNameIn(timeZone, at, locale),
  };
  const picture = waitsPicture({ waits, promisedAt: order.promisedAt, readyAt: order.times.readyAt }, now);
  const stationName = (id: string) =>
    [...clock.stations, ...waits.stations.map(({ station, name }) => ({ id: station, name }))].find(
      (station) => station.id === id,
    )?.name ?? id;
  return (
    <>
      <OrderHead order={order} times={times} />
      <Part title={sections.waits}>
        <WaitsLegend />
        <WaitsBar picture={picture} scaleMs={scaleOf([picture])} />
      </Part>
      <Part title={sections.items}>
        <ItemList items={order.items} stationName={stationName} />
      </Part>
      <NoteList order={order} times={times} />
      <Timeline story={story} times={times} stationName={stationName} />
      <ToldList deliveries={story.deliveries} times={times} />
      <PaintedList painted={story.painted} arrivedAt={order.times.arrivedAt} times={times} />
      <RequestList requests={story.requests} times={times} />
    </>
  );
}
