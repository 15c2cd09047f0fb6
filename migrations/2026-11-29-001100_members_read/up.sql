-- The members of a wave always get the report of their group after the release; it is part of the promise.
ALTER TABLE wave ADD COLUMN members_read BOOLEAN NOT NULL DEFAULT FALSE;
