-- Portable SQL: the same file runs on SQLite and PostgreSQL. Identifiers are random text, never serial.
-- `/* sqlite: X */` is X on SQLite and a comment on PostgreSQL.

CREATE TABLE organisation (
    name TEXT PRIMARY KEY NOT NULL,
    locale TEXT NOT NULL,
    time_zone TEXT NOT NULL
);

CREATE TABLE person (
    id TEXT PRIMARY KEY NOT NULL,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    locale TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    active BOOLEAN NOT NULL
);

CREATE TABLE administrator (
    person TEXT PRIMARY KEY NOT NULL REFERENCES person (id),
    password_hash TEXT NOT NULL
);

CREATE TABLE team (
    id TEXT PRIMARY KEY NOT NULL,
    parent TEXT REFERENCES team (id),
    name TEXT NOT NULL,
    path TEXT NOT NULL UNIQUE,
    active BOOLEAN NOT NULL
);

CREATE TABLE membership (
    team TEXT NOT NULL REFERENCES team (id),
    person TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    PRIMARY KEY (team, person)
);
CREATE INDEX membership_person ON membership (person);

CREATE TABLE roster_import (
    id TEXT PRIMARY KEY NOT NULL,
    content BYTEA NOT NULL,
    uploaded TIMESTAMP NOT NULL
);

CREATE TABLE instrument (
    hash TEXT PRIMARY KEY NOT NULL,
    survey TEXT NOT NULL,
    source TEXT NOT NULL
);

CREATE TABLE wave (
    id TEXT PRIMARY KEY NOT NULL,
    previous TEXT REFERENCES wave (id),
    title TEXT NOT NULL,
    instrument TEXT NOT NULL REFERENCES instrument (hash),
    promise TEXT NOT NULL,
    k INTEGER NOT NULL,
    c INTEGER NOT NULL,
    opens TIMESTAMP NOT NULL,
    closes TIMESTAMP NOT NULL,
    state TEXT NOT NULL,
    opening_key BYTEA,
    participation_at TIMESTAMP,
    -- Percent of all who answered at that time, in steps; null where it may not be told.
    participation INTEGER,
    released TIMESTAMP,
    destroy_after TIMESTAMP,
    key_destroyed DATE
);

-- What HR wants of a small team in a draft: to be counted with another one, or, without `host`, not to be asked.
CREATE TABLE group_choice (
    wave TEXT NOT NULL REFERENCES wave (id),
    team TEXT NOT NULL REFERENCES team (id),
    host TEXT REFERENCES team (id),
    PRIMARY KEY (wave, team)
);

-- The organisation's tree as it was when the wave was frozen. `people` is how many different people a leaf has,
-- `cell` the group they are asked in; both are null for a node with nodes below it. The top of several trees has
-- no team.
CREATE TABLE wave_node (
    wave TEXT NOT NULL REFERENCES wave (id),
    no INTEGER NOT NULL,
    parent INTEGER,
    team TEXT REFERENCES team (id),
    name TEXT NOT NULL,
    own BOOLEAN NOT NULL,
    people INTEGER,
    cell INTEGER,
    PRIMARY KEY (wave, no)
);

-- The people who hold one kind of ballot: a team, teams counted together, or what is too small elsewhere.
-- `invited` counts different people; `answered` is what may be told of them while the wave is open.
CREATE TABLE cell (
    wave TEXT NOT NULL REFERENCES wave (id),
    no INTEGER NOT NULL,
    home INTEGER NOT NULL,
    kind TEXT NOT NULL,
    invited INTEGER NOT NULL,
    answered INTEGER,
    PRIMARY KEY (wave, no)
);

-- No time, no counter, no address; `issued` says that the link has been used, not when.
-- `node` is the team that the person is asked about, `cell` the group that the answer counts for.
CREATE TABLE invitation (
    id TEXT PRIMARY KEY NOT NULL,
    wave TEXT NOT NULL REFERENCES wave (id),
    person TEXT NOT NULL REFERENCES person (id),
    node INTEGER NOT NULL,
    cell INTEGER NOT NULL,
    token_hash TEXT UNIQUE,
    issued BOOLEAN NOT NULL
);
CREATE INDEX invitation_wave ON invitation (wave, cell);

-- A leader's form is named and says so.
CREATE TABLE leader_form (
    id TEXT PRIMARY KEY NOT NULL,
    wave TEXT NOT NULL REFERENCES wave (id),
    node INTEGER NOT NULL,
    person TEXT NOT NULL REFERENCES person (id),
    token_hash TEXT UNIQUE,
    answers TEXT
);
CREATE INDEX leader_form_wave ON leader_form (wave, node);

-- A sealed answer: random key, no serial, no time, no reference to an invitation or a person.
CREATE TABLE ballot (
    id BYTEA PRIMARY KEY NOT NULL,
    wave TEXT NOT NULL REFERENCES wave (id),
    cell INTEGER NOT NULL,
    sealed BYTEA NOT NULL
) /* sqlite: WITHOUT ROWID */;
CREATE INDEX ballot_wave ON ballot (wave);

-- The one publication of a wave: which groups there are, and the clipped tallies of each atom.
CREATE TABLE publication (
    wave TEXT PRIMARY KEY NOT NULL REFERENCES wave (id),
    header TEXT NOT NULL
);

CREATE TABLE result (
    wave TEXT NOT NULL REFERENCES wave (id),
    atom INTEGER NOT NULL,
    tally TEXT NOT NULL,
    PRIMARY KEY (wave, atom)
);

CREATE TABLE comment (
    id TEXT PRIMARY KEY NOT NULL,
    wave TEXT NOT NULL REFERENCES wave (id),
    question TEXT NOT NULL,
    -- The group of ten people or more that it is shown with.
    circle INTEGER NOT NULL,
    words TEXT NOT NULL
) /* sqlite: WITHOUT ROWID */;
CREATE INDEX comment_wave ON comment (wave);

-- What is to be sent, to be worded at delivery: never a token, a body or an address.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    not_before TIMESTAMP NOT NULL,
    leased_until TIMESTAMP,
    UNIQUE (kind, subject)
);
CREATE INDEX outbox_due ON outbox (state, not_before);

CREATE TABLE sign_in (
    id TEXT PRIMARY KEY NOT NULL,
    person TEXT NOT NULL REFERENCES person (id),
    token_hash TEXT NOT NULL UNIQUE,
    code_hash TEXT,
    browser_hash TEXT,
    expires TIMESTAMP NOT NULL,
    attempts INTEGER NOT NULL,
    used BOOLEAN NOT NULL
);

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY NOT NULL,
    person TEXT NOT NULL REFERENCES person (id),
    created TIMESTAMP NOT NULL,
    seen TIMESTAMP NOT NULL
);
