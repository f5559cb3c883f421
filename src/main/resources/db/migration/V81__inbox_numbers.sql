-- H2 writes to the disk each time the numbers it drew ahead run out. PostgreSQL draws one at a time: each of its
-- connections would keep numbers of its own, and the order of arrival would be lost.
alter table line_inbox alter column id set cache ${numbers_ahead};
-- Of a resident with many events waiting, the earlier ones are found without reading the others.
drop index line_inbox_finished_conversation;
create index line_inbox_finished_order on line_inbox (finished_at, conversation, happened_at);
