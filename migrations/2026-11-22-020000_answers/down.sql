DROP TABLE ballot;
DROP TABLE leader_form;
DROP TABLE invitation;
