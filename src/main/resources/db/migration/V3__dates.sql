-- Where the estimate of a wait comes from, what its customer has been told, and by when an answer is wanted.
alter table backorder
  add column eta_source text not null default 'none'
    check (eta_source in ('none', 'advice', 'acknowledgment', 'history')),
  add column told_eta date,
  add column delays_told integer not null default 0,
  add column answer_by timestamptz,
  add column warn_at timestamptz,
  add column warned_at timestamptz;
create index backorder_warn on backorder (warn_at) where quantity > 0 and warned_at is null and warn_at is not null;
create index backorder_answer on backorder (answer_by) where quantity > 0 and answer_by is not null;
create index backorder_eta on backorder (eta) where quantity > 0 and eta is not null;

-- Since when an offer has been out of stock, whether it was seen to fall to nothing, and the date that the supplier's
-- last answer named for more of it; a stock file that names no date does not take that one away.
alter table offer
  add column out_since timestamptz,
  add column out_fell boolean not null default false,
  add column answered_date date;

-- The measured times for which offers were out of stock: the supplier's usual delay.
create table out_of_stock (
  id        bigint generated always as identity primary key,
  supplier  text not null,
  sku       text not null,
  began_at  timestamptz not null,
  ended_at  timestamptz not null
);
create index out_of_stock_offer on out_of_stock (supplier, sku, ended_at desc);
create index out_of_stock_supplier on out_of_stock (supplier, ended_at desc);

-- SKUs whose expected restock, or whose queue, has changed so that the dates of those who wait may be others. Like
-- restock: rows are only added by whoever holds offers locked, and only deleted by whoever has estimated anew.
create table restock_news (
  id   bigint generated always as identity primary key,
  sku  text not null,
  at   timestamptz not null
);
create index restock_news_sku on restock_news (sku, id);

-- Many hands change offers: stock files, answers, ship notices. The database itself measures and notes, so that none
-- of them can forget to, and a row whose stock neither ends nor begins costs a comparison. New offers come from stock
-- files alone, which say themselves what is out of stock from the start: a trigger would keep COPY from its best speed.
create function measure_out_of_stock() returns trigger language plpgsql as $$
begin
  if new.reported = 0 then
    new.out_since := new.changed_at;
    new.out_fell := true;
  else
    if new.out_fell then
      insert into out_of_stock (supplier, sku, began_at, ended_at)
      values (new.supplier, new.sku, new.out_since, new.changed_at);
    end if;
    new.out_since := null;
    new.out_fell := false;
    new.answered_date := null;
  end if;
  return new;
end $$;
create trigger offer_ends_or_begins before update of reported on offer
  for each row when ((old.reported = 0) <> (new.reported = 0)) execute function measure_out_of_stock();

create function note_restock_news() returns trigger language plpgsql as $$
begin
  insert into restock_news (sku, at)
  select new.sku, new.changed_at
  where exists (select 1 from backorder b where b.sku = new.sku and b.quantity > 0);
  return null;
end $$;
create trigger offer_has_news after update of reported, restock_date, restock_quantity, answered_date on offer
  for each row when ((old.reported = 0) <> (new.reported = 0)
    or (old.restock_date, old.restock_quantity, old.answered_date)
      is distinct from (new.restock_date, new.restock_quantity, new.answered_date))
  execute function note_restock_news();
