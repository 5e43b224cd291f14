-- What an order is found by and how late it was, which screen did what, and what screens are called.

-- Folded: small letters, no accents. Null: written by a former version; filled in the background.
alter table orders add column found_by text;
alter table orders add column dishes text;
-- ready after its promise by that much; null: in time, not ready, or in no figure
alter table orders add column late_ms bigint;
-- not ready yet: the promise, from which on it is late; null: ready, without a promise, or in no figure
alter table orders add column late_from bigint;

-- All that history asks for stands in the index of arrivals, so that a search reads no documents.
drop index orders_by_arrival;
create index orders_by_arrival
  on orders (kitchen_id, arrived_at, id, status, due_at, late_ms, late_from, found_by, dishes);
create index orders_unfilled on orders (id) where found_by is null;
create index orders_late on orders (kitchen_id, late_ms, id) where late_ms is not null;
create index orders_late_from on orders (kitchen_id, late_from, id) where late_from is not null;

-- the screen's id, and the stations whose part it was (JSON); null where no screen did it
alter table order_events add column screen text;
alter table order_events add column stations text;

-- What each screen was called when it was last there.
create table screens (
  id text primary key,
  kitchen_id text not null,
  name text not null,
  last_seen_at bigint not null
);
create index screens_by_time on screens (last_seen_at);

create index inbox_by_order on inbox (order_id) where order_id is not null;
create index inbox_repeats on inbox (duplicate_of) where duplicate_of is not null;
