-- What goes when its time is over.

-- Whoever is off the roster and has no account, with the day on which the nightly tidying first saw it.
CREATE TABLE leaver (
    person TEXT PRIMARY KEY NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    since DATE NOT NULL
);

-- The last night of tidying: what went, as kinds and counts. One that was interrupted is not finished and goes on.
CREATE TABLE night (
    day DATE PRIMARY KEY NOT NULL,
    counts TEXT NOT NULL,
    finished BOOLEAN NOT NULL
);

-- The last entry that was taken off the beginning of the log of acts: its number, its seal, and a seal over both, so
-- that only the server can say where the log begins.
CREATE TABLE act_anchor (
    no BIGINT PRIMARY KEY NOT NULL,
    hash TEXT NOT NULL,
    seal TEXT NOT NULL
);

-- How often something of published results went: whoever kept a page of them makes it anew then.
CREATE TABLE edition (no BIGINT PRIMARY KEY NOT NULL);
