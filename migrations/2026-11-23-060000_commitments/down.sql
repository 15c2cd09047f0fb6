DROP TABLE commitment_sheet;
DROP INDEX commitment_team;
DROP TABLE commitment;
