-- What a conversation has settled, and the questions nobody could answer.
-- Common subset of H2 (PostgreSQL mode) and PostgreSQL.
create table conversation (
    id             varchar(100) primary key,
    municipality   varchar(60),
    settled        boolean                  not null,
    areas          varchar(1000)            not null,
    asked          varchar(500)             not null,
    pending        varchar(500)             not null,
    awaiting_place boolean                  not null,
    language_tag   varchar(20),
    expires_at     timestamp with time zone not null
);
create index conversation_expires_at on conversation (expires_at);

create table unanswered_question (
    id           uuid primary key,
    conversation varchar(100)             not null,
    municipality varchar(60),
    words        varchar(2000)            not null,
    reason       varchar(60)              not null,
    asked_at     timestamp with time zone not null,
    expires_at   timestamp with time zone not null
);
create index unanswered_question_asked_at on unanswered_question (asked_at);
create index unanswered_question_expires_at on unanswered_question (expires_at);
