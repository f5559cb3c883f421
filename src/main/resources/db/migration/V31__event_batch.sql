-- Files of events that were read and wait to be taken; thrown away after a month.
-- Common subset of H2 (PostgreSQL mode) and PostgreSQL.
create table event_batch (
    id           uuid primary key,
    municipality varchar(60)              not null,
    file         varchar(100)             not null,
    sent_name    varchar(100)             not null,
    sent_at      timestamp with time zone not null,
    -- JSON
    content      text                     not null
);
