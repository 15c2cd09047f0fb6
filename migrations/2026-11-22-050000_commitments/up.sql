-- What leader and team undertake after a release, and what the members of a wave are asked to judge.

-- `wave` is the one whose results it was made after. `first_due` is the date before it was renegotiated, on
-- the day `renegotiated`. From the freeze of the next wave on, `judged_in` names that wave and `slot` the item
-- by which members judge it.
CREATE TABLE commitment (
    id TEXT PRIMARY KEY NOT NULL,
    team TEXT NOT NULL,
    wave TEXT NOT NULL,
    side TEXT NOT NULL,
    what TEXT NOT NULL,
    whom TEXT NOT NULL,
    done TEXT NOT NULL,
    needed TEXT NOT NULL,
    due DATE NOT NULL,
    made TIMESTAMP NOT NULL,
    first_due DATE,
    renegotiated DATE,
    judged_in TEXT,
    slot TEXT
);
CREATE INDEX commitment_team ON commitment (team);
