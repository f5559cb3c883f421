-- Common subset of H2 (PostgreSQL mode) and PostgreSQL.
-- The area the newcomer series tells of.
alter table subscriber add column newcomer_area varchar(200);

-- What a subscriber was told by itself: so that it is told once, and that whoever was told of an event is told when that
-- changes. Goes with the resident's wish.
create table reminder_told (
    subscriber bigint                   not null references subscriber (id) on delete cascade,
    -- evening:2026-11-28, event:17:2026-11-28, newcomer:1
    matter     varchar(100)             not null,
    -- of an event: what holds of it as far as they know
    print      varchar(40)              not null,
    told_at    timestamp with time zone not null,
    -- from then on it does not matter any more
    expires_at timestamp with time zone not null,
    primary key (subscriber, matter)
);
create index reminder_told_matter on reminder_told (matter);
create index reminder_told_expires_at on reminder_told (expires_at);

-- A keyed hash of channel and user id, by which the same person is found under another conversation's name.
alter table subscriber add column person varchar(64);
create index subscriber_person on subscriber (person);
