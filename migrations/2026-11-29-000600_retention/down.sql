DROP TABLE edition;
DROP TABLE act_anchor;
DROP TABLE night;
DROP TABLE leaver;
