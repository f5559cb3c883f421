-- What the last answer was about, in words of our own files and never of the resident's.
alter table conversation add column subject varchar(60);
