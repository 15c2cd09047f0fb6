hr-groups-sum-asked = { $people ->
    [one] Eine Person wird gefragt
   *[other] { $people } Personen werden gefragt
  }, in { $groups ->
    [one] einer Gruppe
   *[other] { $groups } Gruppen
  }.
hr-groups-sum-own = { $count } von { $teams } Teams bekommen einen eigenen Bericht, wenn genug Personen antworten.
hr-groups-sum-joint = { $count } von { $teams } Teams teilen sich einen Bericht mit anderen; alle ihre Führungskräfte lesen ihn.
hr-groups-sum-pool = { $count ->
    [one] Ein kleines Team wird darüber mit anderen zusammen gezählt; seine Führungskraft liest die Zahlen aller zusammen.
   *[other] { $count } kleine Teams werden darüber mit anderen zusammen gezählt; ihre Führungskräfte lesen die Zahlen aller zusammen.
  }
hr-groups-sum-twin = { $count ->
    [one] Ein Team mit fünf oder mehr Personen hat keinen eigenen Bericht, weil es fast dieselben Personen hat wie ein anderes.
   *[other] { $count } Teams mit fünf oder mehr Personen haben keinen eigenen Bericht, weil sie fast dieselben Personen haben wie ein anderes.
  }
hr-groups-sum-out = { $count ->
    [one] Ein Team wird nicht gefragt.
   *[other] { $count } Teams werden nicht gefragt.
  }

hr-groups-points = Vor dem Start anzusehen
hr-groups-meanwhile = { $title } fragt { $people ->
    [one] eine der Personen
   *[other] { $people } derselben Personen
  } zur selben Zeit ({ $opens } bis { $closes }). Sie bekommen die E-Mails von beiden.
hr-groups-leaderless = { $count ->
    [one] Ein Team hat keine Führungskraft: Niemand antwortet von der anderen Seite, und nur HR liest den Bericht.
   *[other] { $count } Teams haben keine Führungskraft: Niemand antwortet von der anderen Seite, und nur HR liest die Berichte.
  }
hr-groups-idle = { $count ->
    [one] Eine Führungskraft führt niemanden und wird deshalb nicht gefragt.
   *[other] { $count } Führungskräfte führen niemanden und werden deshalb nicht gefragt.
  }
hr-groups-heads = { $count ->
    [one] Eine Leitung hat Teams unter sich, aber keine eigenen Personen: Sie wird nicht gefragt und liest, was alle darunter zusammen sagen.
   *[other] { $count } Leitungen haben Teams unter sich, aber keine eigenen Personen: Sie werden nicht gefragt und lesen, was alle darunter zusammen sagen.
  }
hr-groups-empty = { $count ->
    [one] Ein Team hat keine Personen.
   *[other] { $count } Teams haben keine Personen.
  }
hr-groups-incomplete = { $count ->
    [one] In den Zahlen einer Abteilung fehlen Teams, die weiter oben gezählt werden.
   *[other] In den Zahlen von { $count } Abteilungen fehlen Teams, die weiter oben gezählt werden.
  }

hr-groups-small = Kleine Teams: Ihre Wahl
hr-groups-small-lead = Weniger als fünf Personen können keinen eigenen Bericht haben. Ohne eine Wahl werden sie mit anderen kleinen Teams gezählt, nur so weit oben wie nötig.
hr-groups-advice = { $count ->
    [one] Ein kleines Team ließe sich mit kleinen Teams daneben zählen:
   *[other] { $count } kleine Teams ließen sich mit kleinen Teams daneben zählen:
  } Zusammen sind sie genug, alle ihre Führungskräfte lesen einen Bericht, und kein anderes Team verliert seinen.
hr-groups-advice-go = So zählen
hr-groups-all = Alle { $count } Teams
hr-groups-leader = Führungskraft
hr-groups-no-leader = niemand führt es
hr-groups-reads-own = liest den Bericht des Teams
hr-groups-reads-joint = liest einen Bericht für alle Teams, die zusammen gezählt werden
hr-groups-reads-pool = liest die Zahlen aller kleinen Teams, die in { $home } zusammen gezählt werden
hr-groups-reads-nothing = wird nicht gefragt und liest nichts
hr-groups-seek = Team oder Führungskraft
hr-groups-seek-go = Suchen
hr-groups-seek-all = Alle Teams zeigen
hr-groups-found = { $shown } von { $count } Teams
hr-groups-launch = { $count ->
    [one] Unter „Wer mit wem gezählt wird“ gibt es einen Punkt anzusehen.
   *[other] Unter „Wer mit wem gezählt wird“ gibt es { $count } Punkte anzusehen.
  }
