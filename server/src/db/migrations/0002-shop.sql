-- What Kasera knows of the shop it asks, and what it tells it. Times are epoch milliseconds.

-- What an owner sets on a page: one JSON document per name.
create table settings (
  kitchen_id text not null,
  name text not null,
  value text not null,
  updated_at bigint not null,
  primary key (kitchen_id, name)
);

-- The keys entered on a page or granted by the shop, sealed with a key that lies outside the database.
create table shop_connections (
  source text primary key,
  url text not null,
  sealed text not null,
  key_ending text not null,
  connected_at bigint not null
);

-- How far the shop has been asked: the newest modification time it ever gave.
create table shop_cursors (
  source text not null,
  -- what is asked for: orders, products
  name text not null,
  url text not null,
  modified_at bigint,
  checked_at bigint,
  primary key (source, name)
);

-- Open orders the shop says it does not have.
create table shop_suspects (
  order_id text primary key,
  source text not null,
  external_id text not null,
  number text not null,
  first_missing_at bigint not null,
  last_missing_at bigint not null,
  times bigint not null,
  -- too many at once: a person has to say
  asked_at bigint,
  -- a person said that it is there all the same
  kept_at bigint
);

-- Orders found by asking that did not ring by themselves: one alert names them all.
create table shop_found (
  order_id text primary key,
  source text not null,
  found_at bigint not null,
  -- when that alert was written
  told_at bigint
);
create index shop_found_untold on shop_found (found_at) where told_at is null;

create table shop_webhooks (
  source text not null,
  topic text not null,
  webhook_id text not null,
  delivery_url text not null,
  status text not null,
  made_at bigint not null,
  replaced_at bigint,
  checked_at bigint not null,
  -- tells whether the secret it was given is still the one in force, without telling it
  secret_mark text not null,
  primary key (source, topic)
);
create table shop_webhook_records (
  id text primary key,
  source text not null,
  at bigint not null,
  topic text not null,
  -- made | replaced | changed | removed | failed
  what text not null,
  fault text
);

create table products (
  source text not null,
  id text not null,
  -- of a variation: its product
  parent_id text,
  name text not null,
  type text not null,
  -- JSON: the ids of its categories (a variation has its parent's)
  category_ids text not null,
  stock_status text not null,
  modified_at bigint,
  read_at bigint not null,
  -- the shop does not have it (any more)
  gone_at bigint,
  primary key (source, id)
);
create index products_by_parent on products (source, parent_id);
create table product_categories (
  source text not null,
  id text not null,
  name text not null,
  parent_id text,
  read_at bigint not null,
  primary key (source, id)
);

-- What the kitchen cannot make. One standing row per product or variation.
create table sold_out (
  id text primary key,
  kitchen_id text not null,
  source text not null,
  product_id text not null,
  variation_id text,
  name text not null,
  by_screen text not null,
  at bigint not null,
  -- hour | closing | open-ended
  span text not null,
  until bigint,
  -- telling | told | failed | untold | returning
  shop text not null,
  fault text,
  -- which shop was told; null: none was connected
  shop_url text,
  -- JSON: what we changed in the shop and how it was before
  former_stock text not null,
  -- when it came back
  ended_at bigint,
  version bigint not null
);
create unique index sold_out_standing on sold_out (kitchen_id, source, product_id, coalesce(variation_id, ''))
  where ended_at is null;
-- Each request of a screen to sell out, by the id it made: the same again changes nothing.
create table sold_out_taps (
  id text primary key,
  sold_out_id text not null,
  at bigint not null
);

-- What the shop is told waits among the deliveries (channel woocommerce). Of one subject one leaves after the other.
alter table deliveries add column subject text;
-- what a person reads of it: completed, outofstock 12/34
alter table deliveries add column about text;
create index deliveries_by_subject on deliveries (subject, id) where subject is not null;
create index deliveries_conflicts on deliveries (settled_at) where reason = 'conflict';
