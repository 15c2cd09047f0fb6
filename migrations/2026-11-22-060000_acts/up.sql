-- What people with rights did, and what happened by itself. Each row holds the hash of the one before, so that
-- none can be changed or taken out unseen. Nothing but `no` is unique: a damaged row must not keep the next
-- one out.
CREATE TABLE act (
    no BIGINT PRIMARY KEY NOT NULL,
    hash TEXT NOT NULL,
    previous TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL
);
