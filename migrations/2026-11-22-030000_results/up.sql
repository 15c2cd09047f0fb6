-- The one publication of a wave: which groups there are, and the clipped tallies and open texts of each atom.

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
