DROP TABLE commitment_sheet;
DROP TABLE commitment;
