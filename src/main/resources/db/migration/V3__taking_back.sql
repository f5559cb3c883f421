-- What a resident takes back goes wherever it was stored, also where the taking back comes first.
-- Common subset of H2 (PostgreSQL mode) and PostgreSQL.
alter table unanswered_question add column message varchar(150);
create index unanswered_question_message on unanswered_question (message);
create index unanswered_question_conversation on unanswered_question (conversation);

create table line_unsent (
    -- channel and LINE's id of the message
    message    varchar(150) primary key,
    expires_at timestamp with time zone not null
);
create index line_unsent_expires_at on line_unsent (expires_at);
