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

-- `closes` is the end as it stands, `destroy_after` when the keys go: by the promise, or earlier after the release.
-- `ballots_root` is set when the list of ballots is final; `spoilt` counts ballots that hold no sound form;
-- `key_sound` is the outcome of the last nightly test.
CREATE TABLE wave (
    id TEXT PRIMARY KEY NOT NULL,
    previous TEXT REFERENCES wave (id),
    title TEXT NOT NULL,
    instrument TEXT NOT NULL REFERENCES instrument (hash),
    promise TEXT NOT NULL,
    -- Auditors read the organisation's figures.
    auditors_read BOOLEAN NOT NULL,
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
    key_destroyed DATE,
    ballots_root TEXT,
    result_hash TEXT,
    spoilt INTEGER,
    key_tested TIMESTAMP,
    key_sound BOOLEAN,
    series TEXT,
    turn INTEGER
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
-- `invited` counts different people; `answered` is what may be told of them while the wave is open, `unreached` is
-- counted with it, `issued` (signatures) and `ballots` when the list of ballots is final; `atom` numbers the group it counts in then. `terms` is what was promised to the cell. The private key is
-- wrapped and goes at the close.
CREATE TABLE cell (
    wave TEXT NOT NULL REFERENCES wave (id),
    no INTEGER NOT NULL,
    home INTEGER NOT NULL,
    kind TEXT NOT NULL,
    invited INTEGER NOT NULL,
    answered INTEGER,
    terms TEXT,
    public_key BYTEA,
    private_key BYTEA,
    issued INTEGER,
    ballots INTEGER,
    unreached INTEGER,
    atom INTEGER,
    PRIMARY KEY (wave, no)
);

-- What the members of a cell are told of it, as the text whose hash is promised: who is asked, who reads, and which
-- commitments they judge. Gone with the keys.
CREATE TABLE cell_sheet (
    wave TEXT NOT NULL,
    cell INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (wave, cell)
);

-- What a wave has promised, as the texts that were hashed. `root` is theirs in letters, `number` the short one of it
-- that people compare.
CREATE TABLE promise (
    wave TEXT PRIMARY KEY NOT NULL REFERENCES wave (id),
    root TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL UNIQUE,
    terms TEXT NOT NULL,
    form TEXT NOT NULL,
    hierarchy TEXT NOT NULL,
    page TEXT NOT NULL,
    script TEXT NOT NULL
);

-- What was changed after the promise, as the lines of its public chain, from 1.
CREATE TABLE amendment (
    wave TEXT NOT NULL REFERENCES wave (id),
    no INTEGER NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (wave, no)
);
