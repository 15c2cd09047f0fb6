-- Who somebody is to the company's sign-in, from the first time on that they came by it: with or without an account.
-- `issuer` is the sign-in, `subject` what it calls them and nobody else.
CREATE TABLE company_identity (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (issuer, subject),
    UNIQUE (issuer, person)
);
CREATE INDEX company_identity_person ON company_identity (person);
