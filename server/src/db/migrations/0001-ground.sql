-- Times are epoch milliseconds, ids sortable text, documents JSON text. Both SQLite and PostgreSQL run this file.

create table kitchens (
  id text primary key,
  seq bigint not null,
  epoch text not null,
  created_at bigint not null
);

-- What a source last let us know of itself (one row per source).
create table sources (
  id text primary key,
  last_signed_at bigint,
  last_ping_at bigint,
  signature_failures bigint not null default 0,
  last_signature_failure_at bigint,
  no_permission_at bigint
);

-- Every authentic request, verbatim. The body goes first (retention), the identity 30 days later.
create table inbox (
  id text primary key,
  source text not null,
  received_at bigint not null,
  -- source + delivery id + body hash; null where the sender gave no id: such a one is always taken
  identity text unique,
  topic text,
  external_id text,
  delivery_id text,
  body_hash text not null,
  headers text not null,
  body bytea,
  body_bytes bigint not null,
  -- received | processed | ignored | failed | duplicate
  state text not null,
  reason text,
  warnings text,
  -- of a duplicate: the request it repeats, which has the body
  duplicate_of text,
  order_id text,
  processed_at bigint
);
create index inbox_open on inbox (id) where state = 'received';
create index inbox_failed on inbox (received_at) where state = 'failed';
create index inbox_by_time on inbox (received_at);

create table orders (
  id text primary key,
  kitchen_id text not null,
  source text not null,
  external_id text not null,
  number text not null,
  version bigint not null,
  status text not null,
  status_at bigint not null,
  -- 1: somebody at the line still has to see it (a ticket, a STOP)
  open bigint not null,
  -- 1: it came so late that it did not ring
  arrived_late bigint not null,
  -- the kitchen's number of its last change; null while unreleased
  seq bigint,
  arrived_at bigint not null,
  due_at bigint not null,
  shop_status text not null,
  shop_modified_at bigint not null,
  -- how many others were open when it came (for the reports)
  open_at_arrival bigint,
  document text not null,
  unique (source, external_id)
);
create index orders_open on orders (kitchen_id, due_at) where open = 1;
create index orders_by_seq on orders (kitchen_id, seq);
create index orders_by_status on orders (kitchen_id, status, status_at);
create index orders_by_arrival on orders (kitchen_id, arrived_at, id);

create table order_events (
  kitchen_id text not null,
  seq bigint not null,
  order_id text not null,
  version bigint not null,
  type text not null,
  at bigint not null,
  actor text not null,
  -- what the change was, small; never personal data
  detail text,
  primary key (kitchen_id, seq)
);
create index order_events_by_order on order_events (order_id, version);

create table commands (
  id text primary key,
  order_id text not null,
  body_hash text not null,
  -- what was answered, refusals included; seq apart, because it is only known while writing
  answer text not null,
  seq bigint not null,
  at bigint not null
);
create index commands_by_time on commands (at);

create table deliveries (
  id text primary key,
  kitchen_id text not null,
  channel text not null,
  audience text not null,
  -- waiting | held | sending | sent | nobody | dropped | merged | parked | unconfigured
  state text not null,
  -- the bytes that leave, rendered once
  payload text not null,
  idempotency_key text not null,
  created_at bigint not null,
  due_at bigint not null,
  lease_until bigint,
  attempts bigint not null default 0,
  first_sent_at bigint,
  settled_at bigint,
  reason text,
  provider_id text,
  error text,
  merged_into text
);
create index deliveries_due on deliveries (due_at) where state in ('waiting', 'held', 'sending');
create index deliveries_by_time on deliveries (created_at, id);
create index deliveries_by_audience on deliveries (audience, first_sent_at);
create index deliveries_parked on deliveries (settled_at) where state = 'parked';

-- The orders a delivery names.
create table delivery_orders (
  delivery_id text not null,
  order_id text not null,
  number text not null,
  primary key (delivery_id, order_id)
);
create index delivery_orders_by_order on delivery_orders (order_id);

create table delivery_attempts (
  delivery_id text not null,
  attempt bigint not null,
  at bigint not null,
  duration_ms bigint not null,
  outcome text not null,
  status bigint,
  error text,
  primary key (delivery_id, attempt)
);

-- When a screen first put an order in front of people's eyes.
create table order_paints (
  order_id text not null,
  screen text not null,
  painted_at bigint not null,
  primary key (order_id, screen)
);

-- Written and emptied again to find out whether the disk takes data (nothing ever stays in it).
create table probes (
  id text primary key,
  filler text not null
);

-- One flat row per finished order and station, for the reports; '' is the whole kitchen.
create table ticket_times (
  order_id text not null,
  station text not null,
  kitchen_id text not null,
  number text not null,
  kind text not null,
  placed_at bigint,
  arrived_at bigint not null,
  painted_at bigint,
  acknowledged_at bigint,
  first_touch_at bigint,
  ready_at bigint,
  completed_at bigint,
  cancelled_at bigint,
  first_promised_at bigint,
  last_promised_at bigint,
  open_at_arrival bigint,
  dishes bigint not null,
  status text not null,
  primary key (order_id, station)
);
create index ticket_times_by_time on ticket_times (kitchen_id, arrived_at);
