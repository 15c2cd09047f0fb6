-- A draft whose launch a survey lead has asked for, where it takes two. `seen` is the hash of everything that is launched;
-- another one voids the request. `word` is with what it was sent back, and `returned_by` by whom.
CREATE TABLE launch_request (
    wave TEXT PRIMARY KEY NOT NULL REFERENCES wave (id),
    asker TEXT NOT NULL,
    asked TIMESTAMP NOT NULL,
    seen TEXT NOT NULL,
    word TEXT,
    returned_by TEXT
);
