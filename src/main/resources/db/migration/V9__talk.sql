-- What a conversation has settled besides: where the resident lives, what the last answer was taken from, and whether
-- the language was asked for or only met.
alter table conversation add column home varchar(200);
alter table conversation add column told varchar(1000) default '' not null;
alter table conversation add column language_chosen boolean default false not null;
