DROP TABLE report_pack;
