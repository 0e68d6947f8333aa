-- Where the estimate of a wait comes from, what its customer has been told, and by when an answer is wanted.
alter table backorder
  add column eta_source text not null default 'none'
    check (eta_source in ('none', 'advice', 'acknowledgment', 'history')),
  add column told_eta date,
  add column delays_told integer not null default 0,
  add column answer_by timestamptz,
  add column warned_at timestamptz;
