-- The report of a group that its members may read by a link. `node` is a team of the group, `atom` the group. Only the
-- hash of the secret is here; whoever takes the report back removes the row.
CREATE TABLE share (
    id TEXT PRIMARY KEY NOT NULL,
    wave TEXT NOT NULL REFERENCES wave (id),
    node INTEGER NOT NULL,
    atom INTEGER NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    -- The wave has promised it.
    promised BOOLEAN NOT NULL,
    day DATE NOT NULL,
    UNIQUE (wave, atom)
);
