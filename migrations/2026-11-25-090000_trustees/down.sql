DROP TABLE trustee_upload;
DROP TABLE trustee_ticket;
DROP TABLE trustee;
DROP TABLE trusteeship;
