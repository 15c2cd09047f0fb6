DROP TABLE promise;
DROP TABLE cell;
DROP TABLE wave_node;
DROP TABLE group_choice;
DROP TABLE wave;
DROP TABLE series;
DROP TABLE instrument;
