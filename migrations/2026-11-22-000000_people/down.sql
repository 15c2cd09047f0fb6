DROP TABLE session;
DROP TABLE sign_in;
DROP TABLE roster_import;
DROP TABLE membership;
DROP TABLE team;
DROP TABLE administrator;
DROP TABLE person;
DROP TABLE organisation;
