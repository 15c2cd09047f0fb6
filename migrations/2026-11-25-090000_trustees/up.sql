-- Waves that only trustees open, so many of them together. A wave without a row here is opened by the server.

-- `needed` is how many it takes. `canary` is a ballot of random bytes that is sealed like the real ones; before the
-- first mail, so many trustees have to open their shares of it.
CREATE TABLE trusteeship (
    wave TEXT PRIMARY KEY NOT NULL REFERENCES wave (id),
    needed INTEGER NOT NULL,
    canary BYTEA
);

-- Who they are, in the order in which ballots hold their boxes, from 1. `proven` is the day on which they opened
-- their share of the canary, `refused` the last day on which the shares that they handed in were not theirs. Of those
-- that were taken, `fits` are what the senders of the ballots had sealed, and `misfits` are not.
CREATE TABLE trustee (
    wave TEXT NOT NULL REFERENCES wave (id),
    no INTEGER NOT NULL,
    name TEXT NOT NULL,
    key BYTEA NOT NULL,
    proven DATE,
    refused DATE,
    fits INTEGER,
    misfits INTEGER,
    PRIMARY KEY (wave, no)
);

-- The right to act as a trustee for an hour, for whoever has shown that they hold the key. Only the hash of the
-- ticket is here.
CREATE TABLE trustee_ticket (
    hash TEXT PRIMARY KEY NOT NULL,
    wave TEXT NOT NULL,
    trustee INTEGER NOT NULL,
    expires TIMESTAMP NOT NULL
);

-- The opened shares of one trustee for all ballots, sealed to the wave's opening key, until they are counted.
CREATE TABLE trustee_upload (
    wave TEXT NOT NULL REFERENCES wave (id),
    trustee INTEGER NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (wave, trustee)
);
