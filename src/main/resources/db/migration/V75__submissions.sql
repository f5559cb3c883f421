-- What residents send in about events and groups, by chat or page, until staff have decided on it.
-- Common subset of H2 (PostgreSQL mode) and PostgreSQL.
create table submission (
    id           uuid primary key,
    municipality varchar(60)              not null,
    -- event, group; empty while it is being asked
    kind         varchar(10)              not null,
    -- web, line:<account>, page
    channel      varchar(100)             not null,
    -- empty for one by page, and once its sender has been forgotten
    conversation varchar(200)             not null,
    -- SHA-256 of the token in the address of its page; empty while nobody has that address
    token_hash   varchar(64)              not null,
    language     varchar(20)              not null,
    -- draft, new, held, taken, published, declined, withdrawn
    state        varchar(20)              not null,
    -- of a draft: what is being asked
    step         varchar(20)              not null,
    -- of a draft: asked once more, to be followed by the summary
    fixing       boolean                  not null,
    -- of a draft: set aside for a question that came between
    paused       boolean                  not null,
    title        varchar(200)             not null,
    -- JSON; masked
    content      text                     not null,
    -- the sender says that the contact may be published
    contact_may  boolean                  not null,
    -- what made it doubtful: home;odd-words
    doubts       varchar(200)             not null,
    -- by which the same text is recognised; empty for a draft
    digest       varchar(64)              not null,
    -- why it was declined, as its sender reads it
    reason       varchar(1000)            not null,
    -- id of the event or group staff have made of it
    entry        bigint,
    -- whether the sender was told, in the chat, what became of it
    told         boolean                  not null,
    -- grows with every change
    revision     bigint                   not null,
    handled_name varchar(100)             not null,
    created_at   timestamp with time zone not null,
    changed_at   timestamp with time zone not null,
    expires_at   timestamp with time zone not null
);
create index submission_conversation on submission (conversation, state);
create index submission_token on submission (token_hash);
create index submission_list on submission (state, municipality, created_at);
create index submission_digest on submission (digest);
create index submission_expires_at on submission (expires_at);

-- Decoded and written anew, so that it holds nothing but what is seen.
create table submission_picture (
    submission uuid primary key references submission (id) on delete cascade,
    type       varchar(40) not null,
    bytes      bytea       not null
);
