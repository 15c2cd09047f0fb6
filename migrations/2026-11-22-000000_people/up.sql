-- Portable SQL: the same file runs on SQLite and PostgreSQL, see README.md. Identifiers are random text, never
-- serial. `/* sqlite: X */` is X on SQLite and a comment on PostgreSQL.
--
-- The organisation, its people and how they sign in.

CREATE TABLE organisation (
    name TEXT PRIMARY KEY NOT NULL,
    locale TEXT NOT NULL,
    time_zone TEXT NOT NULL
);

-- `number` is the employee number, where HR has one. People without an address are people. `searched` holds
-- name, address and number in small letters.
CREATE TABLE person (
    id TEXT PRIMARY KEY NOT NULL,
    number TEXT UNIQUE,
    email TEXT UNIQUE,
    name TEXT NOT NULL,
    locale TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    searched TEXT NOT NULL
);
CREATE INDEX person_name ON person (active, name, id);

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

-- Somebody who works here. `email` is an address of their own, which no roster can change. There is no password
-- until they have followed their invitation, and none if they sign in by the company.
CREATE TABLE account (
    person TEXT PRIMARY KEY NOT NULL REFERENCES person (id),
    email TEXT NOT NULL UNIQUE,
    password_hash TEXT
);

CREATE TABLE account_role (
    person TEXT NOT NULL REFERENCES account (person),
    role TEXT NOT NULL,
    PRIMARY KEY (person, role)
);

-- The parts of the tree that an HR partner looks after.
CREATE TABLE account_part (
    person TEXT NOT NULL REFERENCES account (person),
    team TEXT NOT NULL REFERENCES team (id),
    PRIMARY KEY (person, team)
);

-- An app that shows codes. Its secret follows from `seed` and the server's key and is not here. `last_step` is the
-- half minute of the last code that was taken; `wrong` counts wrong codes since `wrong_since`.
CREATE TABLE second_factor (
    person TEXT PRIMARY KEY NOT NULL REFERENCES account (person),
    seed TEXT NOT NULL,
    confirmed BOOLEAN NOT NULL,
    last_step BIGINT NOT NULL,
    wrong INTEGER NOT NULL,
    wrong_since TIMESTAMP NOT NULL
);

CREATE TABLE recovery_code (
    hash TEXT PRIMARY KEY NOT NULL,
    person TEXT NOT NULL REFERENCES account (person)
);
CREATE INDEX recovery_code_person ON recovery_code (person);

-- The last import, so that it can be undone: the number of its act, and as JSON what it changed as it was before.
CREATE TABLE roster_step (
    id TEXT PRIMARY KEY NOT NULL,
    applied TIMESTAMP NOT NULL,
    actor TEXT NOT NULL,
    summary TEXT NOT NULL,
    act BIGINT NOT NULL,
    changed BYTEA NOT NULL
);

-- How an upload is read, and how files with the same columns were read before; as JSON.
CREATE TABLE import_layout (
    import TEXT PRIMARY KEY NOT NULL REFERENCES roster_import (id) ON DELETE CASCADE,
    layout TEXT NOT NULL
);

CREATE TABLE roster_layout (
    columns_hash TEXT PRIMARY KEY NOT NULL,
    layout TEXT NOT NULL
);

-- A secret that lets somebody in, or on, once. `person` is null if nobody has the address that was asked for:
-- `address` is its keyed hash, and all else is the same. `mailed` is when the last mail was queued, `mails` how many
-- were.
CREATE TABLE sign_in (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    person TEXT REFERENCES person (id),
    address TEXT,
    token_hash TEXT NOT NULL UNIQUE,
    code_hash TEXT,
    asked TIMESTAMP NOT NULL,
    mailed TIMESTAMP NOT NULL,
    mails INTEGER NOT NULL,
    expires TIMESTAMP NOT NULL,
    attempts INTEGER NOT NULL,
    used BOOLEAN NOT NULL
);
CREATE INDEX sign_in_address ON sign_in (address);

-- The browsers in which it was asked for.
CREATE TABLE sign_in_browser (
    request TEXT NOT NULL REFERENCES sign_in (id) ON DELETE CASCADE,
    browser_hash TEXT NOT NULL,
    PRIMARY KEY (request, browser_hash)
);
CREATE INDEX sign_in_browser_hash ON sign_in_browser (browser_hash);

-- `way` is how somebody came in, `device` the browser in words.
CREATE TABLE session (
    token_hash TEXT PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES person (id),
    way TEXT NOT NULL,
    device TEXT NOT NULL,
    created TIMESTAMP NOT NULL,
    seen TIMESTAMP NOT NULL
);
CREATE INDEX session_person ON session (person);
