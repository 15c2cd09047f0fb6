DROP TABLE ballot;
DROP TABLE leader_form;
DROP TABLE slip_file;
DROP TABLE slip;
DROP TABLE invitation;
