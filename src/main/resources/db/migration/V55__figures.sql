-- How often what happened: numbers only, of no one and nothing that was said.
create table figure_count (
    on_day       date         not null,
    -- web, line:<name of the channel>
    channel      varchar(120) not null,
    municipality varchar(60)  not null,
    -- outcome, reason, topic, area, time, rating
    what         varchar(20)  not null,
    -- answered; UNDOCUMENTED; area; nishitokyo/hokutobu; at most so many milliseconds; helped
    which        varchar(120) not null,
    times        bigint       not null,
    primary key (on_day, channel, municipality, what, which)
);
