DROP TABLE launch_request;
