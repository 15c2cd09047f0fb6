DROP TABLE act;

CREATE TABLE old_ballot (
    id BYTEA PRIMARY KEY NOT NULL,
    wave TEXT NOT NULL REFERENCES wave (id),
    cell INTEGER NOT NULL,
    sealed BYTEA NOT NULL
) /* sqlite: WITHOUT ROWID */;
INSERT INTO old_ballot SELECT id, wave, cell, sealed FROM ballot WHERE sealed IS NOT NULL ORDER BY id;
DROP TABLE ballot;
ALTER TABLE old_ballot RENAME TO ballot;
CREATE INDEX ballot_wave ON ballot (wave);

CREATE TABLE old_invitation (
    id TEXT PRIMARY KEY NOT NULL,
    wave TEXT NOT NULL REFERENCES wave (id),
    person TEXT NOT NULL REFERENCES person (id),
    node INTEGER NOT NULL,
    cell INTEGER NOT NULL,
    token_hash TEXT UNIQUE,
    issued BOOLEAN NOT NULL
);
INSERT INTO old_invitation
SELECT id, wave, person, node, cell, token_hash, blinded_hash IS NOT NULL FROM invitation ORDER BY id;
DROP TABLE invitation;
ALTER TABLE old_invitation RENAME TO invitation;
CREATE INDEX invitation_wave ON invitation (wave, cell);

ALTER TABLE cell DROP COLUMN replaced;
ALTER TABLE cell DROP COLUMN ballots;
ALTER TABLE cell DROP COLUMN issued;
ALTER TABLE cell DROP COLUMN private_key;
ALTER TABLE cell DROP COLUMN public_key;
ALTER TABLE cell DROP COLUMN terms;
ALTER TABLE wave DROP COLUMN key_sound;
ALTER TABLE wave DROP COLUMN key_tested;
ALTER TABLE wave DROP COLUMN spoilt;
ALTER TABLE wave DROP COLUMN result_hash;
ALTER TABLE wave DROP COLUMN ballots_root;
DROP TABLE promise;
