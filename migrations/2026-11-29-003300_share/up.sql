-- The report of a group that its members may read by a link. `node` is a team of the group, `atom` the group. Only the
-- hash of the secret is here. What was taken back stays, ended, and leads nowhere: it counts how often a report was shared.
CREATE TABLE share (
    id TEXT PRIMARY KEY NOT NULL,
    wave TEXT NOT NULL REFERENCES wave (id),
    node INTEGER NOT NULL,
    atom INTEGER NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    -- The wave has promised it.
    promised BOOLEAN NOT NULL,
    day DATE NOT NULL,
    ended BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX share_now ON share (wave, atom) WHERE NOT ended;
CREATE INDEX share_wave ON share (wave, atom);
