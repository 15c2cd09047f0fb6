# Ablehnungen: was nicht stimmt, wo, und was zu tun ist. Sie stehen neben dem gesendeten Formular.

problem-needed = Diese Angabe fehlt: Bitte füllen Sie das Feld aus.
problem-email = Das ist keine E-Mail-Adresse: Schreiben Sie eine wie ada@example.org.
problem-password-short = Das Passwort ist zu kurz: Nehmen Sie mindestens 12 Zeichen, zum Beispiel vier Wörter.
problem-locale = Diese Sprache ist nicht bekannt: Wählen Sie eine aus der Liste.
problem-time-zone = Diese Zeitzone ist nicht bekannt: Wählen Sie eine aus der Liste, etwa Europe/Berlin.

problem-password = Adresse und Passwort gehören nicht zusammen: Prüfen Sie beides, oder wählen Sie über „Passwort vergessen?“ ein neues.
problem-code = Der Code ist falsch oder zu alt: Prüfen Sie Buchstaben und Ziffern, oder fordern Sie eine neue Mail an.
problem-nobody = Diese Adresse gehört zu niemandem, der aktiv ist: Prüfen Sie die Schreibweise, oder importieren Sie eine Teamliste, in der sie steht.

problem-form = Das Formular ist unvollständig angekommen: Gehen Sie zurück und senden Sie es noch einmal.
problem-form-old = Das Formular stammt aus der Zeit vor Ihrer Anmeldung, oder Ihre Sitzung ist beendet: Gehen Sie zurück, laden Sie die Seite neu und senden Sie es noch einmal.
problem-other-site = Das Formular kam von einer anderen Website, deshalb ist nichts geschehen: Öffnen Sie diese Seite unter ihrer eigenen Adresse und senden Sie es von dort.

problem-upload = Die Datei ist unvollständig angekommen: Laden Sie sie noch einmal hoch.
problem-upload-empty = Es war keine oder eine leere Datei: Wählen Sie die Datei und laden Sie sie hoch.
problem-upload-kind = Die Datei ist nicht, was ihr Name sagt, oder von einer Art, die nicht gelesen wird: Laden Sie einen Text (.csv, .tsv, .txt, .ldif) oder eine Arbeitsmappe (.xlsx, .xls, .ods) hoch.
problem-upload-large = Die Datei ist größer als 20 MiB: Laden Sie eine Teamliste hoch, in der nur die genannten Spalten stehen.
problem-roster-columns = Sagen Sie zuerst, was die Spalten der Datei bedeuten.
problem-roster-unassigned = Die Spalten der Datei sind nicht alle erkannt. { $why } Laden Sie die Datei einmal auf der Seite der Teamliste hoch und sagen Sie dort, was ihre Spalten bedeuten: Das wird gemerkt.
problem-roster-leavers = { $leaving } Personen würden ausscheiden, deshalb wurde nichts übernommen. Wenn das stimmt, rufen Sie es noch einmal mit --leavers { $leaving } auf.
problem-roster-faults = { $faults ->
    [one] Eine Stelle der Datei stimmt nicht, deshalb wurde nichts übernommen: Berichtigen Sie sie in Ihrer Datei und laden Sie diese noch einmal hoch.
   *[other] { $faults } Stellen der Datei stimmen nicht, deshalb wurde nichts übernommen: Berichtigen Sie sie in Ihrer Datei und laden Sie diese noch einmal hoch.
}

problem-survey-unknown = Diesen Fragebogen gibt es nicht: Wählen Sie einen aus der Liste.
problem-wave-title = Der Titel passt nicht: Schreiben Sie 1 bis 60 Zeichen, etwa Q4 2026.
problem-wave-opens = Den Beginn gibt es so nicht: Geben Sie Tag und Uhrzeit an, etwa 2. November 2026, 09:00.
problem-wave-closes = Das Ende gibt es so nicht: Geben Sie Tag und Uhrzeit an, etwa 12. November 2026, 18:00.
problem-wave-promise = Es fehlt, was den Befragten versprochen wird: Wählen Sie anonym oder vertraulich.
problem-wave-late = Stimmen dieser Runde werden noch angenommen: Warten Sie nach ihrem Ende eine Viertelstunde und geben Sie die Ergebnisse dann frei.
problem-wave-order = Das Ende muss nach dem Beginn und in der Zukunft liegen: Wählen Sie ein späteres Ende.
problem-wave-fixed = Die Bedingungen dieser Runde stehen fest, sie lässt sich weder ändern noch löschen: Sagen Sie die Runde ab, oder planen Sie eine andere.
problem-wave-few = Nur { $asked ->
    [one] ein Mitglied würde
   *[other] { $asked } Mitglieder würden
  } befragt, und unter { $needed } wird nichts gezeigt: Importieren Sie eine Teamliste mit mehr Mitgliedern.
problem-wave-not-frozen = Diese Runde wartet nicht mehr auf ihren Beginn: Laden Sie die Seite neu, um den Stand zu sehen.
problem-wave-early = Die Zeit des Beginns ist noch nicht gekommen: Die Runde öffnet dann automatisch.
problem-wave-not-open = Diese Runde ist nicht offen und kann deshalb nicht beendet werden: Laden Sie die Seite neu, um den Stand zu sehen.
problem-wave-not-closed = Die Ergebnisse dieser Runde lassen sich nicht freigeben: Sie ist noch offen, oder sie wurden schon freigegeben. Laden Sie die Seite neu, um den Stand zu sehen.
problem-wave-unanswered = { $answers ->
    [0] Niemand hat geantwortet,
    [one] Ein Mitglied hat geantwortet,
   *[other] { $answers } Mitglieder haben geantwortet,
  } und unter { $needed } wird nichts gezeigt: Zu dieser Runde gibt es keine Ergebnisse. Planen Sie eine neue.
problem-wave-broken = { $broken ->
    [one] Eine versiegelte Antwort lässt
   *[other] { $broken } versiegelte Antworten lassen
  } sich nicht öffnen, deshalb wurde nichts freigegeben: Fragen Sie den Betreiber, ob Datenbank und Schlüssel zur selben Installation gehören.
problem-wave-grace = Die Schlüssel dieser Runde können noch nicht vernichtet werden: Warten Sie auf den versprochenen Tag, oder bis die Ergebnisse freigegeben sind und die Frist abgelaufen ist.
problem-wave-lapsed = Der Tag ist gekommen, an dem die Schlüssel dieser Runde vernichtet werden mussten; ihre Ergebnisse lassen sich nicht mehr freigeben. Planen Sie eine neue Runde.
problem-wave-call-off = Diese Runde lässt sich nicht absagen: Sie ist ein Entwurf oder schon vorbei. Löschen Sie einen Entwurf; sonst laden Sie die Seite neu, um ihren Stand zu sehen.
problem-amend-over = An dieser Runde lässt sich nichts mehr ändern: Sie ist nicht gestartet, oder ihr Ende ist vorbei. Laden Sie die Seite neu, um ihren Stand zu sehen.
problem-amend-end = Das neue Ende muss nach dem jetzigen liegen und nicht nach { $latest } UTC, dem spätesten, das versprochen wurde.
problem-amend-places = In dieser Gruppe ist kein Platz mehr frei: In dieser Runde kann niemand mehr dazukommen.
problem-amend-person = Diese Person kann nicht dazukommen: Sie wurde schon gefragt oder steht nicht als Mitglied eines befragten Teams auf der Teamliste. Laden Sie die Seite neu.
problem-amend-twin = Mit dieser Person würden sich zwei Gruppen um so wenige unterscheiden, dass deren Antworten zu erraten wären. Fragen Sie sie in der nächsten Runde.
problem-wave-draft = Diese Runde ist selbst noch ein Entwurf: Starten Sie sie, bevor Sie die nächste anlegen.
problem-wave-keys = Diese Runde wird gerade gestartet, oder ein früherer Start wurde unterbrochen. Sehen Sie in einer Minute noch einmal nach; ist sie dann noch ein Entwurf, löschen Sie ihn und planen Sie sie neu.
problem-often = Zu viele Versuche. Warten Sie ein paar Minuten, und versuchen Sie es dann noch einmal.
problem-demo-quarter = Die Demo hat drei abgeschlossene Quartale: Wählen Sie 1, 2 oder 3.

problem-series-period = Wählen Sie einen Monat, ein Quartal, ein halbes Jahr oder ein Jahr.
problem-series-draft = Starten Sie diese Runde zuerst: Ein Entwurf lässt sich nicht wiederholen.
problem-series-already = Diese Runde wiederholt sich schon.
problem-commitment-late = Der Tag dieser Zusage ist vorbei, ihr Datum lässt sich nicht mehr verschieben. Sagen Sie Ihrem Team, warum, und geben Sie eine neue.
problem-commitment-due = Wählen Sie einen Tag nach heute, höchstens ein Jahr im Voraus.
problem-commitment-judged = Die Mitglieder werden gerade nach dieser Zusage gefragt, deshalb bleibt sie, wie sie ist.
problem-commitment-stands = Einen Tag lang kann eine Zusage zurückgenommen werden. Diese gilt; die Mitglieder werden darüber urteilen.
problem-group-choice = Nur ein Team der Liste, das für sich zu klein ist, lässt sich mit einem anderen zählen, und nur mit einem, das Mitglieder hat.
