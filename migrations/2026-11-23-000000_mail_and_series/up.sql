-- What became of each mail, who wants none, and waves that come again by themselves.

-- `wave` is NULL for a sign-in. `urgent` mails overtake the others, `paced` ones wait for a place of their
-- own in the queue of their domain. `reason` and `code` are those of the last failure; `doubtful` counts
-- the attempts of which nobody knows whether the mail server took the mail.
ALTER TABLE outbox ADD COLUMN wave TEXT;
ALTER TABLE outbox ADD COLUMN urgent BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE outbox ADD COLUMN paced BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE outbox ADD COLUMN doubtful INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN reason TEXT;
ALTER TABLE outbox ADD COLUMN code INTEGER;
UPDATE outbox SET wave = (SELECT wave FROM invitation WHERE invitation.id = outbox.subject)
WHERE kind = 'invitation';
UPDATE outbox SET wave = (SELECT wave FROM leader_form WHERE leader_form.id = outbox.subject)
WHERE kind IN ('leader-form', 'results');
UPDATE outbox SET urgent = TRUE WHERE kind = 'sign-in';
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (state, urgent, not_before);
CREATE INDEX outbox_wave ON outbox (wave, kind, state);

-- The place in the queue of a domain that was given away last.
CREATE TABLE mail_pace (
    domain TEXT PRIMARY KEY NOT NULL,
    minute TIMESTAMP NOT NULL,
    taken INTEGER NOT NULL
);

-- Who wants no more mails: an invitation or a leader's form (of its wave), or a person (of any).
CREATE TABLE stopped (subject TEXT PRIMARY KEY NOT NULL) /* sqlite: WITHOUT ROWID */;

-- Invited people of a cell whom no mail reached.
ALTER TABLE cell ADD COLUMN unreached INTEGER;

-- A wave that is taken again every so many months. `opens` and `closes` are those of turn 0 as the
-- organisation's clocks show them; `turn` is the last turn that was made or skipped.
CREATE TABLE series (
    id TEXT PRIMARY KEY NOT NULL,
    months INTEGER NOT NULL,
    opens TIMESTAMP NOT NULL,
    closes TIMESTAMP NOT NULL,
    turn INTEGER NOT NULL,
    paused BOOLEAN NOT NULL
);
ALTER TABLE wave ADD COLUMN series TEXT;
ALTER TABLE wave ADD COLUMN turn INTEGER;
