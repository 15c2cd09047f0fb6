DROP TABLE company_identity;
