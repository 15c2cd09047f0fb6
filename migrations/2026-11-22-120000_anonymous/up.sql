-- The anonymous promise: blind-signed ballots, the promise of a wave, and the log of administrative acts.

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

-- `ballots_root` is set when the list of ballots is final; `spoilt` counts ballots that hold no sound form;
-- `key_sound` is the outcome of the last nightly test.
ALTER TABLE wave ADD COLUMN ballots_root TEXT;
ALTER TABLE wave ADD COLUMN result_hash TEXT;
ALTER TABLE wave ADD COLUMN spoilt INTEGER;
ALTER TABLE wave ADD COLUMN key_tested TIMESTAMP;
ALTER TABLE wave ADD COLUMN key_sound BOOLEAN;

-- The private key is wrapped and goes at the close; the counts are those of the final list.
ALTER TABLE cell ADD COLUMN terms TEXT;
ALTER TABLE cell ADD COLUMN public_key BYTEA;
ALTER TABLE cell ADD COLUMN private_key BYTEA;
ALTER TABLE cell ADD COLUMN issued INTEGER;
ALTER TABLE cell ADD COLUMN ballots INTEGER;
ALTER TABLE cell ADD COLUMN replaced INTEGER;

-- No time, no counter, no address. `blinded_hash` is what was signed for the link, NULL while it is unused
-- and again once the keys are destroyed.
CREATE TABLE new_invitation (
    id TEXT PRIMARY KEY NOT NULL,
    wave TEXT NOT NULL,
    person TEXT NOT NULL,
    node INTEGER NOT NULL,
    cell INTEGER NOT NULL,
    token_hash TEXT,
    blinded_hash TEXT,
    replaced BOOLEAN NOT NULL
) /* sqlite: WITHOUT ROWID */;
INSERT INTO new_invitation
SELECT id, wave, person, node, cell, token_hash, CASE WHEN issued THEN '' END, FALSE
FROM invitation ORDER BY id;
DROP TABLE invitation;
ALTER TABLE new_invitation RENAME TO invitation;
CREATE INDEX invitation_wave ON invitation (wave, cell);
CREATE UNIQUE INDEX invitation_token ON invitation (token_hash);

-- A sealed answer: random key, no serial, no time, no reference to an invitation or a person. Once the keys
-- are destroyed only `id` is left, which is the receipt.
CREATE TABLE new_ballot (
    id BYTEA PRIMARY KEY NOT NULL,
    wave TEXT NOT NULL,
    cell INTEGER NOT NULL,
    prefix BYTEA,
    signature BYTEA,
    sealed BYTEA
) /* sqlite: WITHOUT ROWID */;
INSERT INTO new_ballot SELECT id, wave, cell, NULL, NULL, sealed FROM ballot ORDER BY id;
DROP TABLE ballot;
ALTER TABLE new_ballot RENAME TO ballot;
CREATE INDEX ballot_wave ON ballot (wave);

-- What people with rights did. Each row holds the hash of the one before, so that none can be changed or
-- taken out unseen.
CREATE TABLE act (
    hash TEXT PRIMARY KEY NOT NULL,
    previous TEXT NOT NULL UNIQUE,
    at TIMESTAMP NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL
);
