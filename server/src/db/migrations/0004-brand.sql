-- Under which name the shop sells a product; '' for none. Of products read before, the next reading tells.
alter table products add column brand text not null default '';
