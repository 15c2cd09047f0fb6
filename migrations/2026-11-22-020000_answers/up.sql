-- Who is asked, and the sealed answers.

-- No time, no counter, no address. `node` is the team that the person is asked about, `cell` the group that
-- the answer counts for. `blinded_hash` is what was signed for the link, NULL while it is unused and again
-- once the keys are destroyed.
CREATE TABLE invitation (
    id TEXT PRIMARY KEY NOT NULL,
    wave TEXT NOT NULL,
    person TEXT NOT NULL,
    node INTEGER NOT NULL,
    cell INTEGER NOT NULL,
    token_hash TEXT,
    blinded_hash TEXT
) /* sqlite: WITHOUT ROWID */;
CREATE INDEX invitation_wave ON invitation (wave, cell);
CREATE UNIQUE INDEX invitation_token ON invitation (token_hash);

-- A link on paper is a place in a group and nobody's own: who drew which is known to nobody.
CREATE TABLE slip (
    id TEXT PRIMARY KEY NOT NULL,
    wave TEXT NOT NULL,
    cell INTEGER NOT NULL,
    token_hash TEXT,
    blinded_hash TEXT
) /* sqlite: WITHOUT ROWID */;
CREATE INDEX slip_wave ON slip (wave, cell);
CREATE UNIQUE INDEX slip_token ON slip (token_hash);

-- The day on which the slips of a wave were first given out as a file.
CREATE TABLE slip_file (
    wave TEXT PRIMARY KEY NOT NULL,
    made DATE NOT NULL
);

-- A leader's form is named and says so. `asked` is false for a form that was handed on, and for somebody who only
-- reads; `reads` says whom the members were told of as reading their team's report. `person` outlives the person's row.
CREATE TABLE leader_form (
    id TEXT PRIMARY KEY NOT NULL,
    wave TEXT NOT NULL REFERENCES wave (id),
    node INTEGER NOT NULL,
    person TEXT NOT NULL,
    token_hash TEXT UNIQUE,
    answers TEXT,
    asked BOOLEAN NOT NULL,
    reads BOOLEAN NOT NULL
);
CREATE INDEX leader_form_wave ON leader_form (wave, node);
CREATE INDEX leader_form_person ON leader_form (person, wave, node);

-- A sealed answer: random key, no serial, no time, no reference to an invitation or a person. Once the keys
-- are destroyed only `id` is left, which is the receipt.
CREATE TABLE ballot (
    id BYTEA PRIMARY KEY NOT NULL,
    wave TEXT NOT NULL,
    cell INTEGER NOT NULL,
    prefix BYTEA,
    signature BYTEA,
    sealed BYTEA
) /* sqlite: WITHOUT ROWID */;
CREATE INDEX ballot_wave ON ballot (wave);
