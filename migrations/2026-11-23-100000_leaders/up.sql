-- Every page of somebody who is signed in asks whether they lead a team.
CREATE INDEX leader_form_person ON leader_form (person, wave, node);
