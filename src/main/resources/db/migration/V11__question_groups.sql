-- Questions nobody could answer, those that are alike together: the staff's work list.
-- Common subset of H2 (PostgreSQL mode) and PostgreSQL.
create table question_group (
    id             uuid primary key,
    municipality   varchar(60)              not null,
    -- the newest of its questions, masked, and what is left of it for comparing; both go when the question goes
    words          varchar(2000)            not null,
    likeness       varchar(2000)            not null,
    reason         varchar(60)              not null,
    times          integer                  not null,
    first_asked_at timestamp with time zone not null,
    last_asked_at  timestamp with time zone not null,
    -- new, taken, done, ignored, not-ours
    state          varchar(20)              not null,
    taken_by       uuid,
    taken_by_name  varchar(100),
    -- whose it is, where it is not ours
    note           varchar(300)             not null,
    changed_at     timestamp with time zone not null
);
create index question_group_likeness on question_group (municipality, likeness);
create index question_group_recent on question_group (municipality, last_asked_at desc);
create index question_group_state on question_group (state, times desc, last_asked_at desc, id desc);
create index question_group_municipality on question_group (municipality, state, times desc, last_asked_at desc, id desc);

-- Empty for those that were kept before there were groups, until the copy has sorted them.
alter table unanswered_question add column question_group uuid references question_group (id);
create index unanswered_question_group on unanswered_question (question_group, asked_at);

-- Whether an answer helped; without a word of what was asked.
create table answer_feedback (
    id           uuid primary key,
    municipality varchar(60)              not null,
    topic        varchar(40)              not null,
    helped       boolean                  not null,
    given_at     timestamp with time zone not null
);
create index answer_feedback_given_at on answer_feedback (municipality, given_at);
