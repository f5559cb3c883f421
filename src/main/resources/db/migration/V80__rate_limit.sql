-- How often somebody has tried: Bucket4j's own bytes, by a hash of who it was. Common subset of H2 (PostgreSQL mode)
-- and PostgreSQL.
create table rate_limit (
    id      varchar(64) primary key,
    state   bytea,
    -- from then on it says nothing any more
    full_at timestamp with time zone
);
create index rate_limit_full_at on rate_limit (full_at);
