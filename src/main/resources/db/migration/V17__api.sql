-- Who may call the API. A program holds the token, the database only its SHA-256: whoever reads this table can call
-- nothing. A token that is revoked stays, to tell who had it.
create table api_token (
  id          bigint generated always as identity primary key,
  name        text not null,
  token_hash  text not null unique,
  scopes      text[] not null,
  made_by     text not null,
  made_at     timestamptz not null,
  expires_at  timestamptz,
  used_at     timestamptz,
  revoked_at  timestamptz,
  revoked_by  text
);
create unique index api_token_name on api_token (lower(name)) where revoked_at is null;

-- What requests with an idempotency key were answered, kept in the transaction that did what they asked for.
create table api_repeat (
  token_id      bigint not null references api_token,
  key           text not null,
  request_hash  text not null,
  status        integer not null,
  headers       jsonb not null,
  body          text not null,
  at            timestamptz not null,
  primary key (token_id, key)
);
create index api_repeat_at on api_repeat (at);
