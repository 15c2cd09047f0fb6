# Ein Start, für den es zwei aus der Befragungsleitung braucht.

eyes-title = Vier Augen
eyes-ask = Um den Start bitten
eyes-ask-means = Ein Start braucht hier zwei aus der Befragungsleitung: Die anderen bekommen eine E-Mail, und jemand von ihnen bestätigt oder gibt zurück.
eyes-asked = { $name } hat am { $asked } um diesen Start gebeten.
eyes-mine = Jemand anderes aus der Befragungsleitung muss ihn bestätigen. Werden inzwischen Plan, Gruppen, Teamliste, Absender der Befragung oder Lesende geändert, ist die Bitte hinfällig.
eyes-void = { $name } hat am { $asked } um den Start gebeten. Seither wurde etwas geändert; die Bitte ist deshalb hinfällig: Sehen Sie noch einmal nach, und bitten Sie neu.
eyes-returned = { $name } hat den Start zurückgegeben:
eyes-when = Offen
eyes-people = Gefragt
eyes-people-count = { $count ->
    [one] eine Person der heutigen Teamliste
   *[other] { $count } Personen der heutigen Teamliste
  }
eyes-readers = Liest Ergebnisse aufgrund einer Rolle
eyes-who = Wer fragt
eyes-hash = Fingerabdruck von Plan, Gruppen, Teamliste, Absender der Befragung und Lesenden
eyes-look = Sehen Sie sich Plan und Gruppen oben an, bevor Sie bestätigen. Gestartet wird nur genau das.
eyes-confirm = Bestätigen und starten
eyes-word = Was soll noch einmal angesehen werden?
eyes-send-back = Zurückgeben

problem-eyes-alone = Niemand sonst könnte bestätigen: Ein Start braucht zwei aus der Befragungsleitung, die sich schon angemeldet haben. Geben Sie noch jemandem diese Rolle, oder lassen Sie im Betrieb two_pairs_of_eyes ausschalten.
problem-eyes-few = Es würden zu wenige gefragt, als dass etwas gezeigt werden könnte: Sehen Sie zuerst die Teamliste an.
problem-eyes-none = Für diesen Start gibt es keine Bitte mehr: Sehen Sie sich die Seite noch einmal an.
problem-eyes-own = Um diesen Start haben Sie selbst gebeten: Jemand anderes aus der Befragungsleitung muss ihn bestätigen.
problem-eyes-changed = Plan, Gruppen, Teamliste, Absender der Befragung oder Lesende wurden seither geändert; die Bitte ist deshalb hinfällig. Sehen Sie sich den jetzigen Stand an, und bitten Sie neu.
problem-eyes-word = Sagen Sie in wenigen Worten, was noch einmal angesehen werden soll (höchstens 500 Zeichen).

mail-launch-asked-subject = Bitte ansehen: { $wave } soll starten
mail-launch-asked-why = Jemand hat darum gebeten, { $wave } zu starten. Dafür braucht es eine zweite Person aus der Befragungsleitung: Sehen Sie nach, wer gefragt wird, in welchen Gruppen und wer liest, und bestätigen Sie, oder geben Sie zurück.
mail-launch-asked-how = Wird vorher etwas geändert, ist die Bitte hinfällig und muss neu gestellt werden.
mail-launch-returned-subject = { $wave } kam zu Ihnen zurück
mail-launch-returned-why = Der Start von { $wave }, um den Sie gebeten haben, wurde zurückgegeben, mit einem Wort dazu, was noch einmal angesehen werden soll.
mail-launch-returned-how = Ändern Sie, was zu ändern ist, und bitten Sie dann noch einmal um den Start.

hr-log-launch-asked = Um den Start von { $title } wurde gebeten
hr-log-launch-confirmed = Der Start von { $title } wurde von einer zweiten Person aus der Befragungsleitung bestätigt
hr-log-launch-returned = Der Start von { $title } wurde zurückgegeben
