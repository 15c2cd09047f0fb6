-- Waves, the series that repeat them, and the terms that are fixed when one is frozen.

CREATE TABLE instrument (
    hash TEXT PRIMARY KEY NOT NULL,
    survey TEXT NOT NULL,
    source TEXT NOT NULL
);

-- A wave that is taken again every so many months. `opens` and `closes` are those of turn 0 as the
-- organisation's clocks show them; `turn` is the last turn that was made or skipped.
CREATE TABLE series (
    id TEXT PRIMARY KEY NOT NULL,
    months INTEGER NOT NULL,
    opens TIMESTAMP NOT NULL,
    closes TIMESTAMP NOT NULL,
    turn INTEGER NOT NULL,
    paused BOOLEAN NOT NULL
);

-- `ballots_root` is set when the list of ballots is final; `spoilt` counts ballots that hold no sound form;
-- `key_sound` is the outcome of the last nightly test.
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
    released TIMESTAMP,
    destroy_after TIMESTAMP,
    key_destroyed DATE,
    ballots_root TEXT,
    result_hash TEXT,
    spoilt INTEGER,
    key_tested TIMESTAMP,
    key_sound BOOLEAN,
    series TEXT,
    turn INTEGER
);

-- The organisation's tree as it was when the wave was frozen.
CREATE TABLE wave_node (
    wave TEXT NOT NULL REFERENCES wave (id),
    no INTEGER NOT NULL,
    parent INTEGER,
    team TEXT NOT NULL REFERENCES team (id),
    name TEXT NOT NULL,
    own BOOLEAN NOT NULL,
    PRIMARY KEY (wave, no)
);

-- A reportable group of invited members, at home in one node of the tree. `terms` is what was promised to it.
-- The private key is wrapped and goes at the close. `answered` and `unreached` are counted hourly, `issued`,
-- `ballots` and `replaced` when the list of ballots is final.
CREATE TABLE cell (
    wave TEXT NOT NULL REFERENCES wave (id),
    no INTEGER NOT NULL,
    invited INTEGER NOT NULL,
    answered INTEGER,
    terms TEXT,
    public_key BYTEA,
    private_key BYTEA,
    issued INTEGER,
    ballots INTEGER,
    replaced INTEGER,
    unreached INTEGER,
    PRIMARY KEY (wave, no)
);

-- What a wave has promised, as the texts that were hashed. `root` is theirs in letters.
CREATE TABLE promise (
    wave TEXT PRIMARY KEY NOT NULL REFERENCES wave (id),
    root TEXT NOT NULL UNIQUE,
    terms TEXT NOT NULL,
    form TEXT NOT NULL,
    hierarchy TEXT NOT NULL,
    page TEXT NOT NULL,
    script TEXT NOT NULL
);
