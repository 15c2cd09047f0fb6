-- What is to be sent, who wants none, and the pace of each domain.

-- A mail is worded at delivery: here is never a token, a body or an address. `wave` is NULL for a sign-in.
-- `urgent` mails overtake the others, `paced` ones wait for a place of their own in the queue of their domain.
-- `reason` and `code` are those of the last failure; `doubtful` counts the attempts of which nobody knows
-- whether the mail server took the mail. A mail whose taker (`leased_until`) has begun to hand it over is `begun`.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    wave TEXT,
    state TEXT NOT NULL,
    urgent BOOLEAN NOT NULL,
    paced BOOLEAN NOT NULL,
    attempts INTEGER NOT NULL,
    doubtful INTEGER NOT NULL,
    not_before TIMESTAMP NOT NULL,
    leased_until TIMESTAMP,
    begun BOOLEAN NOT NULL,
    reason TEXT,
    code INTEGER,
    UNIQUE (kind, subject)
);
CREATE INDEX outbox_due ON outbox (state, urgent, not_before);
CREATE INDEX outbox_wave ON outbox (wave, kind, state);

-- An invitation or a leader's form (no more mails of its wave), or a person (of any).
CREATE TABLE stopped (subject TEXT PRIMARY KEY NOT NULL) /* sqlite: WITHOUT ROWID */;

-- The place in the queue of a domain that was given away last.
CREATE TABLE mail_pace (
    domain TEXT PRIMARY KEY NOT NULL,
    minute TIMESTAMP NOT NULL,
    taken INTEGER NOT NULL
);
