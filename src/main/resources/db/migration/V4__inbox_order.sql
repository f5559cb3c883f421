-- What is unfinished has no finished_at and so stands together in these indexes, the next to work on first: the dead
-- and the sent, however many, cost nothing. Common subset of H2 (PostgreSQL mode) and PostgreSQL.
drop index line_inbox_state;
drop index line_inbox_conversation;
drop index line_inbox_finished_at;
create index line_inbox_finished on line_inbox (finished_at, id);
create index line_inbox_finished_conversation on line_inbox (finished_at, conversation);
