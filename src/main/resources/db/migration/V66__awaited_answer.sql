-- Who wants to be told once there is an answer to a question of theirs. Goes with the resident's wish, and with the
-- question when that is taken back or expires.
-- Common subset of H2 (PostgreSQL mode) and PostgreSQL.
create table awaited_answer (
    subscriber  bigint not null references subscriber (id) on delete cascade,
    question    uuid   not null references unanswered_question (id) on delete cascade,
    -- the FAQ entry that answers it, and since when
    entry       bigint,
    answered_at timestamp with time zone,
    told_at     timestamp with time zone,
    primary key (subscriber, question)
);
create index awaited_answer_question on awaited_answer (question);
create index awaited_answer_entry on awaited_answer (entry, told_at);
