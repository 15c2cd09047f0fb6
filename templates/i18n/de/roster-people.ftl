# Menschen und Teams der Teamliste: wer dieselbe Person ist, wofür eine Datei spricht, zurücknehmen, auf einer Seite ändern.

problem-roster-outside = Zeile { $line } betrifft { $team } und liegt außerhalb des Teils der Organisation, den Sie gewählt haben. Wählen Sie den Teil neu, oder laden Sie eine Datei nur zu diesem Teil hoch.
problem-roster-taken = { $mark } gehört zu { $name }; über diese Person sagt die Datei nichts. Berichtigen Sie die Datei, oder ändern Sie zuerst { $name } in der Liste.
problem-roster-leaving = { $leaving } Personen würden ausscheiden. Wenn das stimmt, tippen Sie zur Bestätigung die Zahl { $leaving } ein.

problem-undo-none = Es gibt keinen Import, der sich zurücknehmen ließe.
problem-undo-wave = Er lässt sich nicht mehr zurücknehmen: Seither wurde eine Runde gestartet oder jemand in eine aufgenommen, und sie hat die Personen dieser Liste.
problem-undo-changed = Er lässt sich nicht mehr zurücknehmen: Personen oder Teams daraus wurden seither geändert.
problem-person-taken = Das gehört zu { $name }. Zwei Personen können es nicht teilen.
problem-person-root = Beginnen Sie den Pfad des Teams mit { $top }.
problem-person-namesake = Im selben Team ist schon jemand mit diesem Namen, ohne Nummer und Adresse. Geben Sie einer der beiden Personen eine Nummer oder eine Adresse, damit man sie unterscheiden kann.
problem-person-unmarked = Geben Sie eine Nummer oder eine Adresse an: Wer keines von beiden hat, kann nur in einem Team sein, weil ihn sonst nichts unterscheidet.
problem-team-above = Es gibt kein Team { $team }, unter dem es stehen könnte.
problem-team-within = Ein Team kann nicht unter sich selbst stehen.
problem-team-taken = Es gibt schon ein Team mit diesem Pfad.
problem-team-into = Nennen Sie ein anderes Team aus der Liste.
problem-team-below = Darunter gibt es noch Teams. Verschieben oder schließen Sie zuerst diese.

list-pages = Mehr aus der Liste
list-previous = Zurück
list-next = Weiter
list-shown = { $first } bis { $last } von { $all }
list-go = Zeigen
list-sort = Reihenfolge

roster-search = Personen und Teams suchen
roster-search-hint = Teile eines Namens, einer Adresse, einer Personalnummer oder eines Teams, etwa „ada prod“.
roster-people-title = Personen
roster-people-all = Alle Personen
roster-filter-role = Rolle
roster-filter-any = Leitung und Mitglieder
roster-filter-leaders = Leitung
roster-filter-members = Mitglieder
roster-filter-which = Welche
roster-filter-on = In der Liste
roster-filter-unaddressed = Ohne Adresse
roster-filter-gone = Ausgeschieden
roster-sort-name = Nach Name
roster-sort-email = Nach Adresse
roster-sort-number = Nach Nummer
roster-in-team = In { $team } und den Teams darunter.
roster-in-all = In allen Teams
roster-found = { $count ->
    [0] Niemand gefunden
    [one] Eine Person
   *[other] { $count } Personen
}
roster-found-teams = { $count ->
    [one] Ein Team
   *[other] { $count } Teams
}
roster-head-name = Name
roster-head-person = Name und Adresse
roster-head-email = Adresse
roster-head-number = Personalnummer
roster-head-teams = Teams
roster-members = { $count ->
    [0] keine eigenen Mitglieder
    [one] ein Mitglied
   *[other] { $count } Mitglieder
}
roster-branch = { $teams ->
    [one] ein Team
   *[other] { $teams } Teams
  } darunter, zusammen { $people ->
    [one] ein Mitglied
   *[other] { $people } Mitglieder
  }
roster-branch-own = { $team } selbst
roster-download = Teamliste herunterladen

roster-person-new = Person hinzufügen
roster-person-add = Person hinzufügen
roster-person-add-go = Diese Person hinzufügen
roster-person-save = Speichern
roster-person-back = Wieder aufnehmen
roster-person-saved = Gespeichert.
roster-person-gone = Nicht mehr in der Teamliste.
roster-person-faults = { $count ->
    [one] Eine Sache ist zu berichtigen
   *[other] { $count } Dinge sind zu berichtigen
}
roster-person-email = Darf leer sein. Wer keine Adresse hat, bekommt keine E-Mails. Links, auch die zum Anmelden, gehen sofort an eine neue Adresse; die alte erfährt nichts davon. Stellen Sie deshalb sicher, dass die neue dieser Person gehört. Im Protokoll steht, wer die Person geändert hat.
roster-person-number = Darf leer sein. An ihr erkennt man dieselbe Person unter neuem Namen oder neuer Adresse.
roster-person-teams = Jedes Team als Pfad von oben, etwa Beispiel/Produkt. Ein Team, das es noch nicht gibt, wird eröffnet. Lassen Sie eine Zeile leer, um das Team zu verlassen.
roster-person-team = Team { $number }
roster-person-role = Rolle
roster-person-language = Sprache
roster-person-default = Die der Organisation
roster-person-zone = Zeitzone
roster-person-zone-hint = Eine Zone der IANA-Liste, etwa Europe/Berlin, oder leer für die der Organisation.
roster-person-waves = Gestartete Runden
roster-person-asked = wird darin gefragt, und das bleibt so: Diese Runde behält die Teams, mit denen sie begonnen hat. E-Mails, die noch hinausgehen, gehen an die Adresse oben.
roster-person-unasked = wird darin nicht gefragt. Auf der Seite der Runde können Sie Personen aufnehmen, solange ein Platz frei ist.
roster-person-no-waves = Es läuft keine Runde; zurzeit wird also niemand gefragt.
roster-person-leave = Aus der Teamliste nehmen …
roster-person-leave-means = Diese Person verlässt alle Teams und bekommt keine E-Mails mehr. Gegebene Antworten zählen weiter, und an Veröffentlichtem ändert sich nichts. Ein Team, in dem niemand mehr ist, wird geschlossen.
roster-person-administrator = Diese Person hat ein Konto und kann sich weiter anmelden.
roster-person-leave-go = Aus der Teamliste nehmen

roster-team-people = Personen hier und darunter
roster-team-add = Ein Team darunter eröffnen
roster-team-all = { $count ->
    [one] Das eine Mitglied
   *[other] Alle { $count } Mitglieder
}
roster-team-below = { $count ->
    [one] Ein Team darunter
   *[other] { $count } Teams darunter
}
roster-team-more = Das sind die ersten von { $count }; die anderen finden Sie über die Suche.
roster-team-move = Umbenennen oder verschieben …
roster-team-move-means = Es bleibt dasselbe Team: Berichte, Zusagen und Verläufe gehen weiter, und die Teams darunter kommen mit. Gestartete Runden behalten den Namen, mit dem sie begonnen haben.
roster-team-path = Pfad von oben
roster-team-move-go = Umbenennen oder verschieben
roster-team-close = Dieses Team schließen …
roster-team-close-means = Alle Personen darin, auch die Leitung, werden Mitglieder des Teams, das Sie nennen. Die früheren Berichte bleiben. Gestartete Runden behalten die Teams, mit denen sie begonnen haben.
roster-team-into = Pfad des anderen Teams
roster-team-close-go = Dieses Team schließen

roster-part = Betrifft diese Datei nur einen Teil der Organisation? …
roster-part-chosen = Diese Datei betrifft einen Teil der Organisation
roster-part-which = Sie betrifft
roster-part-means = Außerhalb dessen, was Sie wählen, scheidet niemand aus, und kein Team wird geschlossen. Mehrere wählen Sie mit Strg oder ⌘.
roster-part-go = Neu prüfen
roster-part-whole = Sie betrifft die ganze Organisation
roster-part-hint = Alles in dieser Datei liegt in { $team }, und anderswo würden Teams geschlossen.
roster-part-hint-go = Die Datei betrifft nur { $team }
roster-same-teams = Wahrscheinlich dieselben Teams
roster-same-teams-means = Die meisten Personen darin sind dieselben. Was angekreuzt bleibt, behält Berichte, Zusagen und Verläufe unter dem neuen Namen; was Sie abwählen, wird geschlossen, und ein neues Team wird eröffnet.
roster-same-members = { $members } von { $of } Personen sind dieselben
roster-same-people = Wahrscheinlich dieselben Personen
roster-same-people-means = Was angekreuzt bleibt, ist eine Person: Berichte, Zusagen und Einladungen gehen mit. Was Sie abwählen, ist jemand, der ausscheidet, und jemand, der neu kommt.
roster-same-unlikely = Unsicher: Es können zwei Personen sein
roster-same-all = { $count } Personen haben eine neue Adresse
roster-same-all-means = Name und Team sind jeweils gleich. Wählen Sie es ab, wenn es andere Personen sind.
roster-same-first = { $count ->
    [one] Die erste davon
   *[other] Die ersten { $count } davon
}
roster-leaving = { $leaving } Personen würden ausscheiden
roster-leaving-type = Das sind mehr als ein Zehntel. Wenn es stimmt, tippen Sie die Zahl ein.

roster-last = Letzter Import
roster-last-when = { $at }, durch { $by }.
roster-summary = { $joined ->
    [one] Eine Person kam hinzu
   *[other] { $joined } Personen kamen hinzu
  }, ausgeschieden: { $left }, geändert: { $changed }; Teams: { $opened } eröffnet, { $closed } geschlossen, { $renamed } umbenannt oder verschoben.
roster-undo = Diesen Import zurücknehmen …
roster-undo-means = Personen, Teams und Plätze werden wieder, was sie davor waren.
roster-undo-go = Diesen Import zurücknehmen

hr-log-roster-file = Eine Teamliste wurde übernommen. { $summary } Das SHA-256 der Datei beginnt mit { $hash }.
hr-log-roster-undone = Eine Teamliste wurde zurückgenommen. { $summary }
hr-log-person-added = Jemand wurde in die Teamliste aufgenommen
hr-log-person-changed = Jemand in der Teamliste wurde geändert
hr-log-person-left = Jemand wurde aus der Teamliste genommen
hr-log-team-moved = Ein Team wurde umbenannt oder verschoben
hr-log-team-closed = Ein Team wurde geschlossen
log-search = Suchen, was getan wurde und von wem
log-found = { $count ->
    [0] Keine Einträge gefunden
    [one] Ein Eintrag
   *[other] { $count } Einträge
}
waves-search = Runden suchen
waves-state = Stand
waves-all = Jeder Stand
waves-sort-opens = Neueste zuerst
waves-sort-title = Nach Titel
waves-found = { $count ->
    [0] Keine Runden gefunden
    [one] Eine Runde
   *[other] { $count } Runden
}
organisation-search = Gruppen suchen
organisation-show = Gruppen
organisation-folded = Obere Ebenen
organisation-every = Alle Gruppen
organisation-sort-tree = Wie in der Organisation
organisation-sort-overall = Nach Gesamtwert
organisation-sort-answers = Nach Zahl der Antworten
organisation-found = { $count ->
    [0] Keine Gruppen gefunden
    [one] Eine Gruppe
   *[other] { $count } Gruppen
  } von { $all }
organisation-unfold = { $count ->
    [one] eine Gruppe darunter zeigen
   *[other] { $count } Gruppen darunter zeigen
}
roster-more = { $count ->
    [one] und noch einer
   *[other] und { $count } weitere
}
