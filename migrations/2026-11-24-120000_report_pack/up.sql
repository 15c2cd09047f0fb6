-- The reports of all teams of a wave as one file in one language, which takes a while to pack: a job for
-- whichever node takes it first. It is kept for that node until `leased_until`; if the node dies, another one
-- begins again. `attempts` counts how often somebody began.
CREATE TABLE report_pack (
    wave TEXT NOT NULL,
    lang TEXT NOT NULL,
    state TEXT NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    leased_until TIMESTAMP,
    PRIMARY KEY (wave, lang)
);
