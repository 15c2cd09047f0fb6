ALTER TABLE wave DROP COLUMN members_read;
