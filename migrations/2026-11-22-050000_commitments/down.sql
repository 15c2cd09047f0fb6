DROP TABLE commitment;
