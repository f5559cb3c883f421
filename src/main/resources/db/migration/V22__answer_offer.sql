-- The question answered last in a conversation, masked, for as long as its resident may say that the answer was wrong.
create table answer_offer (
    conversation varchar(200) primary key,
    municipality varchar(100) not null,
    topic varchar(20) not null,
    question varchar(500) not null,
    message varchar(200),
    expires_at timestamp with time zone not null
);
create index answer_offer_message on answer_offer (message);
create index answer_offer_expires_at on answer_offer (expires_at);
