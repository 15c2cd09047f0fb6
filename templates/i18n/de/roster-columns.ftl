# Listen anderer Systeme: was ihre Spalten bedeuten, und Zeilen, die beiseite bleiben.

hr-columns-title = Was die Spalten bedeuten
hr-columns-lead = Die Spalten Ihrer Liste wurden so weit wie möglich erkannt. Bitte sehen Sie sie durch; nichts wird übernommen, bevor Sie gesehen haben, was sich ändern würde.
hr-columns-letters = Buchstaben
hr-columns-names = Sind diese Namen richtig geschrieben?
hr-columns-encoding = Zeichensatz der Datei
hr-columns-delimiter = Die Spalten sind getrennt mit
hr-columns-again = Wenn Sie hier etwas ändern, wird die Datei neu gelesen, und Sie kommen wieder hierher.
hr-columns-columns = Spalten
hr-columns-columns-do = Unter jedem Namen sehen Sie, was in der Spalte steht. Vor- und Nachname werden zusammengesetzt. Mehrere Teile der Organisation ergeben einen Pfad: Die erste Ebene ist die oberste.
hr-columns-unnamed = Spalte { $number }, ohne Namen
hr-columns-blank = (nichts darin)
hr-columns-ignored = Nicht nötig und beiseite gelassen:
hr-columns-finding = Teams und Leitungen
hr-columns-teams = Woher kommen die Teams?
hr-columns-teams-columns = Aus den Spalten.
hr-columns-teams-columns-means = Aus denen, die Sie oben einem Pfad oder einer Ebene zugeordnet haben.
hr-columns-teams-managers = Daraus, wer an wen berichtet.
hr-columns-teams-managers-means = Wer als vorgesetzt genannt ist, leitet diese Personen als Team; es heißt wie die Leitung.
hr-columns-leaders = Wer leitet ein Team?
hr-columns-leaders-managers = Die Person, an die seine Leute berichten.
hr-columns-leaders-managers-means = Sind mehrere genannt, die am häufigsten genannte.
hr-columns-leaders-columns = Wer laut der Spalte für die Rolle leitet.
hr-columns-leaders-columns-means = Ihre Wörter ordnen Sie unten zu; haben Sie die Spalte gerade erst gewählt, erscheinen sie im nächsten Schritt.
hr-columns-roles = Wörter für Rollen
hr-columns-roles-do = Diese Wörter stehen in der Spalte für die Rolle. Wofür steht jedes?
hr-columns-roles-blank = (leer)
hr-columns-remembered = Das wird gemerkt: Eine Liste mit denselben Spalten wird das nächste Mal ebenso gelesen, ohne Rückfrage.
hr-columns-go = Zeigen, was sich ändern würde

roster-meaning-ignored = nicht nötig
roster-meaning-name = ganzer Name
roster-meaning-first-name = Vorname
roster-meaning-last-name = Nachname
roster-meaning-email = E-Mail-Adresse
roster-meaning-number = Personalnummer
roster-meaning-path = Team: der ganze Pfad
roster-meaning-level1 = Team: Ebene 1, die oberste
roster-meaning-level2 = Team: Ebene 2
roster-meaning-level3 = Team: Ebene 3
roster-meaning-level4 = Team: Ebene 4
roster-meaning-level5 = Team: Ebene 5
roster-meaning-manager = berichtet an
roster-meaning-role = Rolle im Team
roster-meaning-locale = Sprache
roster-meaning-time-zone = Zeitzone
roster-meaning-status = arbeitet hier oder nicht
roster-meaning-leaves = letzter Tag
roster-meaning-mark = andere Bezeichnung der Person, mit der Vorgesetzte genannt sind

roster-layout-no-name = Ordnen Sie dem Namen eine Spalte zu, oder Vor- und Nachnamen je eine.
roster-layout-no-mark = Ordnen Sie der E-Mail-Adresse oder der Personalnummer eine Spalte zu: Sie unterscheidet Personen, die gleich heißen.
roster-layout-no-team = Ordnen Sie dem Team eine Spalte zu, oder wählen Sie, dass die Teams daraus folgen, wer an wen berichtet.
roster-layout-no-manager = Ordnen Sie „berichtet an“ eine Spalte zu, oder wählen Sie, dass Teams und Leitungen aus Spalten kommen.
roster-layout-twice = Nur eine Spalte kann „{ $meaning }“ sein: Wählen Sie, welche.
roster-layout-too-many-roles = In der Spalte für die Rolle stehen mehr als { $most } verschiedene Wörter. Sie scheint etwas anderes zu sagen: Wählen Sie eine andere Spalte, oder dass die Leitungen daraus folgen, wer an wen berichtet.

hr-import-facts-workbook = { $rows ->
    [one] Eine richtige Zeile
   *[other] { $rows } richtige Zeilen
  }, gelesen aus dem ersten Blatt einer Arbeitsmappe.
hr-import-names = Namen darin:
hr-import-ignored = { $count ->
    [one] Eine Spalte ist nicht nötig und bleibt beiseite
   *[other] { $count } Spalten sind nicht nötig und bleiben beiseite
}
hr-import-columns = Spalten und Buchstaben: sehen und ändern, wie die Datei gelesen wird
hr-import-aside = { $count ->
    [one] Eine Zeile lässt sich nicht übernehmen
   *[other] { $count } Zeilen lassen sich nicht übernehmen
}
hr-import-aside-do = { $rows ->
    [one] Die richtige Zeile kann trotzdem übernommen werden.
   *[other] Die { $rows } richtigen Zeilen können trotzdem übernommen werden.
  } Wer auf einer der anderen steht, bleibt auf der Teamliste wie bisher. Laden Sie diese Zeilen mit dem, was zu tun ist, herunter, berichtigen Sie sie und laden Sie jene Datei hoch: Sie ergänzt die Teamliste, und niemand scheidet durch sie aus.
hr-import-aside-unknown = { $count ->
    [one] Zu einer dieser Zeilen ist niemand mit dieser Nummer, Adresse oder diesem Namen auf der Teamliste. Ist jemand gemeint, dessen Name oder Adresse sich geändert hat, dann steht diese Person unten bei denen, die ausscheiden.
   *[other] Zu { $count } dieser Zeilen ist niemand mit dieser Nummer, Adresse oder diesem Namen auf der Teamliste. Sind Personen gemeint, deren Name oder Adresse sich geändert hat, dann stehen sie unten bei denen, die ausscheiden.
}
hr-import-supplement = Das sind Zeilen, die sich vorher nicht übernehmen ließen: Die Datei ergänzt die Teamliste, und niemand scheidet aus.
hr-import-group = { $count ->
    [one] Eine Zeile: { $reason }
   *[other] { $count } Zeilen: { $reason }
}
hr-import-found = Zeile { $line }, { $column }:
hr-import-noted = Zeile { $line }:
hr-import-as-line = siehe Zeile { $line }
hr-import-more = { $count ->
    [one] und eine weitere
   *[other] und { $count } weitere
}
hr-import-rest = { $count ->
    [one] Diese Zeile herunterladen, mit dem, was zu tun ist
   *[other] Diese { $count } Zeilen herunterladen, mit dem, was zu tun ist
}
hr-import-notes = Was sonst noch auffiel
hr-import-apply-good = { $rows ->
    [one] Die richtige Zeile übernehmen
   *[other] Die { $rows } richtigen Zeilen übernehmen
  }, { $aside ->
    [one] eine beiseite lassen
   *[other] { $aside } beiseite lassen
}

# Was `gutcheck roster import` sagt.
roster-cli-read = { $rows ->
    [one] Eine richtige Zeile
   *[other] { $rows } richtige Zeilen
  }, gelesen als { $encoding }.
roster-cli-aside = { $count ->
    [one] Eine Zeile ließ sich nicht übernehmen und bleibt beiseite:
   *[other] { $count } Zeilen ließen sich nicht übernehmen und bleiben beiseite:
}
roster-cli-lines = Zeilen
roster-cli-new-teams = Neue Teams: { $count }
roster-cli-closed-teams = Teams, die schließen: { $count }
roster-cli-new-people = Neue Personen: { $count }
roster-cli-changed-people = Geänderte Personen: { $count }
roster-cli-leaving-people = Ausscheidende Personen: { $count }
roster-cli-joined = Neue Plätze in Teams: { $count }
roster-cli-left = Aufgegebene Plätze in Teams: { $count }
roster-cli-leaderless = Teams ohne Leitung: { $count }
roster-cli-leavers = Es scheiden so viele aus, dass es zu bestätigen ist: --leavers { $count }
roster-cli-nothing = Es gibt nichts zu ändern.
roster-cli-dry = Nichts hat sich geändert: Das war ein Probelauf.
roster-cli-done = Die Teamliste ist geändert.
