DROP TABLE mail_pace;
DROP TABLE stopped;
DROP TABLE outbox;
