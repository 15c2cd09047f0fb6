# Was die Personalabteilung in einer laufenden Runde tut: die Befragten, ihre Adressen, ihre Leitungen, und was dazu verschickt wird.

hr-asked = Alle Befragten
hr-asked-see = Alle Befragten und ihre Adressen
hr-asked-lead = Hier lässt sich eine Adresse berichtigen. Ob jemand geantwortet hat, ist weder hier noch anderswo zu sehen.
hr-asked-back = Zurück zu { $title }
hr-asked-sought = Name, Adresse oder Team
hr-asked-search = Suchen
hr-asked-found = { $found ->
    [0] Niemand
    [one] Eine Person
   *[other] { $found } Personen
  } von { $all } gefunden.
hr-asked-more = Gezeigt werden die ersten { $most }. Suchen Sie nach den anderen.
hr-asked-who = Person
hr-asked-address = Adresse
hr-asked-team = Gefragt zu
hr-asked-leads = { $teams } (als Leitung)
hr-asked-mail-lost = die erste E-Mail kam nicht an
hr-asked-mail-waiting = eine E-Mail ist unterwegs
hr-asked-gone = nicht mehr auf der Teamliste
hr-asked-gone-means = { $name } steht nicht mehr auf der Teamliste und bekommt keine E-Mails mehr.
hr-address = Adresse berichtigen
hr-address-now = Auf der Teamliste: { $email }
hr-address-field = Richtige Adresse
hr-address-open = Dieselbe Einladung geht mit demselben Link sofort an die richtige Adresse. Die Zahl der Eingeladenen bleibt, wie sie versprochen wurde.
hr-address-later = Was in dieser Runde noch verschickt wird, geht an die richtige Adresse.
hr-address-old = Die alte Adresse bekommt nichts mehr und erfährt auch nichts von der Änderung. Stellen Sie deshalb sicher, dass die neue dieser Person gehört; im Protokoll steht, wer sie geändert hat. Ist dort doch eine E-Mail angekommen, so hat auch den Link, wer sie liest, und er gilt nur einmal: Sagen Sie es { $name } dann.
hr-address-go = Adresse berichtigen
hr-mail-correct = Adresse von { $name } berichtigen
problem-address-same = Diese Adresse steht schon auf der Teamliste: Geben Sie eine andere ein, oder verschicken Sie die Mails noch einmal.
problem-address-taken = Diese Adresse gehört { $name }: Prüfen Sie, welche der beiden stimmt.

hr-leaders = Leitungen
hr-leaders-count = { $answered } von { $asked } Leitungen haben geantwortet. Ihre Formulare tragen ihren Namen, und das wissen sie; bei Mitgliedern kann das niemand sehen.
hr-leaders-list = Alle Leitungen …
hr-leaders-who = Leitung
hr-leaders-state = Formular
hr-leaders-answered = hat geantwortet
hr-leaders-owes = hat noch nicht geantwortet
hr-leaders-stays = leitet das Team nicht mehr; die Antworten bleiben in seinem Bericht
hr-leaders-reads = liest den Bericht, wurde nicht gefragt
hr-leaders-remind = Die noch fehlenden erinnern
hr-leaders-remind-means = Sie bekommen eine E-Mail von Ihnen, neben der Erinnerung, die automatisch hinausgeht.
hr-leaders-changed = { $team } hat eine andere Leitung
hr-leaders-now = Nach der heutigen Teamliste: { $now }. { $gone ->
    [none] Den Mitgliedern wurde das nicht gesagt.
   *[other] Den Mitgliedern wurde gesagt: { $gone }.
  }
hr-leaders-nobody = Nach der heutigen Teamliste leitet es niemand; deshalb wird niemand seinen Bericht lesen. Den Mitgliedern wurde gesagt: { $gone }. Tragen Sie in die Teamliste ein, wer es leitet.
hr-leaders-pass = Gefragt wird dann { $now }, mit eigenem Formular und Link; der alte Link gilt nicht mehr. Die Mitglieder sehen den neuen Namen auf ihrem Formular, die öffentliche Seite sagt, dass jemand anders liest, und den Bericht liest { $now }.
hr-leaders-answered-already = Wer das Team nicht mehr leitet, hat schon geantwortet: Diese Antworten bleiben als Sicht der Leitung in seinem Bericht, und niemand wird noch einmal gefragt. Den Bericht liest { $now }. Die Mitglieder sehen den neuen Namen auf ihrem Formular, und die öffentliche Seite sagt, dass jemand anders liest.
hr-leaders-late = Mit der Freigabe liest { $now } den Bericht, ohne dass Sie etwas tun; die öffentliche Seite sagt es.
hr-leaders-after = Der Bericht ging an jene, die das Team damals leiteten. Bis die Namenslisten vernichtet sind, können Sie ihn noch freigeben für: { $now }. Die öffentliche Seite sagt es, und es geht eine E-Mail hinaus.
hr-leaders-go = Weitergeben an { $now }
hr-leaders-read-go = Lesen lassen: { $now }
hr-release-readers = Den Bericht eines Teams liest, wer es bei der Freigabe leitet. Diese Teams haben eine andere Leitung, als ihren Mitgliedern gesagt wurde:
hr-release-reader = { $team }: { $now ->
    [none] niemand leitet es, also wird niemand seinen Bericht lesen
   *[other] den Bericht liest { $now }
  }
problem-lead-over = Wer liest, lässt sich nicht mehr ändern: Die Namenslisten sind vernichtet, oder die Runde ist nicht gestartet. Laden Sie die Seite neu, um ihren Stand zu sehen.
problem-lead-nobody = Nach der heutigen Teamliste leitet niemand anders dieses Team: Importieren Sie zuerst die Teamliste mit der neuen Leitung, und geben Sie es dann weiter.
problem-leaders-reminded = Es ist niemand mehr zu erinnern: Alle Leitungen haben geantwortet, wurden von Ihnen schon erinnert oder möchten keine Mails.
problem-wave-not-open-now = Diese Runde ist nicht offen, deshalb wird niemand erinnert. Laden Sie die Seite neu, um ihren Stand zu sehen.

answer-handed-on-title = Dieses Formular wurde weitergegeben
answer-handed-on = Das Team hat jetzt eine andere Leitung, deshalb gilt dieser Link nicht mehr. Was Sie vorher gesendet haben, bleibt im Bericht des Teams. Wenn Sie das Team noch leiten, sagen Sie es der Personalabteilung.

wave-change-lead = { $day }: { $group } hat eine andere Leitung, die den Bericht lesen wird. Wer bis dahin nicht geantwortet hatte, sieht den Namen auf dem Formular.
ballot-changed-lead = { $day }: Gruppe Nummer { $cell } hat eine andere Leitung, die ihren Bericht lesen wird.

hr-log-handed-on = Ein Team von { $title } ging an jene über, die es jetzt leiten
hr-log-reminded-leaders = Leitungen wurden an { $title } erinnert
hr-log-readdressed = Eine Adresse wurde berichtigt

hr-wave-call-off-told = { $told ->
    [0] Noch wurde niemand gefragt, deshalb bekommt niemand eine E-Mail.
    [one] Eine Person wurde schon gefragt und bekommt eine E-Mail, die das sagt.
   *[other] { $told } Personen wurden schon gefragt; jede bekommt eine E-Mail, die das sagt.
  }
hr-extend-means = Letzte Aufrufe warten dann bis zum letzten Werktagmorgen vor dem neuen Ende. Wer seinen schon hatte und nicht geantwortet hat, bekommt dann noch einen.

hr-mail-second-call = Zweite letzte Aufrufe
hr-mail-leader-nudge = Ihre Erinnerungen an Leitungen
hr-mail-called-off = Absagen

mail-second-call-subject = { $wave } wurde verlängert: Ihre Sicht auf { $team } fehlt noch
mail-second-call-why = die Befragung zur Arbeit in { $team } wurde verlängert, und Ihr Link wurde noch nicht benutzt. Es dauert etwa { $minutes } Minuten.
mail-leader-nudge-subject = { $wave }: Ihre eigene Sicht auf { $team } fehlt noch
mail-leader-nudge-why = die Personalabteilung bittet Sie um Ihre eigene Sicht auf { $team }: Ohne sie hat der Bericht keine Sicht der Leitung, mit der sich vergleichen ließe. Die Personalabteilung sieht, welche Leitungen geantwortet haben, aber nie, welche Mitglieder. Es dauert etwa { $minutes } Minuten.
mail-called-off-subject = { $wave } wurde abgesagt
mail-called-off-why = die Personalabteilung hat { $wave } abgesagt; Sie waren zu { $team } gefragt. Für Sie ist nichts zu tun, und Ihr Link gilt nicht mehr.
mail-called-off-sent = Was schon gesendet war, wurde ungeöffnet vernichtet, mit den Schlüsseln und allen persönlichen Links: Niemand hat es gelesen, und niemand kann es mehr lesen. Ergebnisse wird es nicht geben.
mail-called-off-public = Das Versprechen hatte die Nummer { $short }. Seine öffentliche Seite sagt, wann abgesagt wurde:

hr-next-settling = { $title } ist beendet
hr-next-settling-why = Antworten, die unterwegs waren, werden bis { $when } angenommen. Dann lassen sich die Ergebnisse freigeben.
hr-next-opening = { $title } wartet auf ihre Vertrauenspersonen
hr-next-opening-why = { $answered } Bevor die Ergebnisse freigegeben werden können, müssen Vertrauenspersonen ihre Anteile an allen Stimmzetteln öffnen.
hr-next-opening-go = Sehen, wer es noch tun muss

hr-trustees-carried = Diese Vertrauenspersonen und ihre Schlüssel stammen aus { $title }. Vor der ersten E-Mail müssen sie noch einmal zeigen, dass ihre Schlüssel funktionieren. Wer einen neuen erzeugt hat, was am sichersten ist, schickt Ihnen dessen öffentlichen Teil: Setzen Sie ihn an die Stelle des alten.
