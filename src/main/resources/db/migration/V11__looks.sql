-- When each supplier's folder was last looked into and found to hold nothing more. Before that, nobody can say that an
-- answer has not come.
create table supplier_look (
  supplier  text primary key,
  at        timestamptz not null
);
