-- Who asks to join a group, or offers a hand: the least that is needed, with consent, for a while.
-- Common subset of H2 (PostgreSQL mode) and PostgreSQL.
create table group_request (
    id           uuid primary key,
    municipality varchar(60)              not null,
    -- the group; for a small job its group may be empty
    group_entry  bigint,
    stint        bigint,
    -- what it is called, as the resident read it
    subject      varchar(200)             not null,
    conversation varchar(200)             not null,
    -- draft, new, passed-on, done, withdrawn
    state        varchar(20)              not null,
    -- of a draft: consent, called, reach, confirm
    step         varchar(20)              not null,
    -- what to call the resident, and a telephone number or mail address
    called       varchar(60)              not null,
    reach        varchar(200)             not null,
    language     varchar(20)              not null,
    -- grows with every change of staff's
    revision     bigint                   not null,
    handled_name varchar(100)             not null,
    created_at   timestamp with time zone not null,
    changed_at   timestamp with time zone not null,
    expires_at   timestamp with time zone not null
);
create index group_request_conversation on group_request (conversation, state);
create index group_request_list on group_request (municipality, state, created_at);
create index group_request_stint on group_request (stint, state);
create index group_request_expires_at on group_request (expires_at);
