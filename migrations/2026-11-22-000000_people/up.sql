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
