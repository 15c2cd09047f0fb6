DROP TABLE comment;
DROP TABLE result;
DROP TABLE publication;
