-- The organisation's own face: one row, which is there from the beginning. What is not set is empty. `version` grows
-- with every change, so that other nodes see one. `logo` is a PNG of our own making; colours are `#rrggbb`. `words` is
-- a JSON object: what HR says to those who are asked, by language.
CREATE TABLE face (
    no INTEGER PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    logo BYTEA,
    logo_width INTEGER NOT NULL,
    logo_height INTEGER NOT NULL,
    accent TEXT NOT NULL,
    accent_dark TEXT NOT NULL,
    contact_name TEXT NOT NULL,
    contact TEXT NOT NULL,
    sender TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    imprint TEXT NOT NULL,
    privacy TEXT NOT NULL,
    words TEXT NOT NULL
);

INSERT INTO face (
    no, version, logo_width, logo_height, accent, accent_dark, contact_name, contact, sender, reply_to, imprint,
    privacy, words
) VALUES (1, 1, 0, 0, '', '', '', '', '', '', '', '', '{}');

-- Who asks in a wave, as its promise is going to say: fixed together with the roster.
CREATE TABLE wave_asker (
    wave TEXT PRIMARY KEY NOT NULL REFERENCES wave (id),
    text TEXT NOT NULL
);
