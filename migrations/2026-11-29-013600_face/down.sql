DROP TABLE wave_asker;
DROP TABLE face;
