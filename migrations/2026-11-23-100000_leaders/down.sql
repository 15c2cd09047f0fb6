DROP INDEX leader_form_person;
