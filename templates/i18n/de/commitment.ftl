report-profile-level = Über alle Themen liegen Sie beide { $distance } Punkte auseinander, und im Ganzen bewertet keine Seite höher.
report-profile-higher = Über alle Themen liegen Sie beide { $distance } Punkte auseinander; im Ganzen bewerten Sie { $elevation } Punkte höher als Ihr Team.
report-profile-lower = Über alle Themen liegen Sie beide { $distance } Punkte auseinander; im Ganzen bewerten Sie { $elevation } Punkte niedriger als Ihr Team.

guide-title = Das Gespräch
guide-purpose = Sechzig Minuten mit Ihrem Team über diese Ergebnisse, ohne Moderation. Drucken Sie es aus, oder lassen Sie es offen.
guide-minutes = { $minutes } Min.
guide-begin = Zum Einstieg
guide-begin-why = Sagen Sie, warum Sie hier sind: um ein oder zwei Dinge in der Zusammenarbeit zu ändern, nicht um Zahlen wegzuerklären.
guide-begin-rules = Vereinbaren Sie: Niemand rät, wer was geantwortet hat, niemand muss eine Antwort rechtfertigen, und die Führungskraft spricht zuletzt.
guide-look = Die Ergebnisse ansehen
guide-look-read = Alle lesen die Seite für sich, drei Minuten lang.
guide-look-headline = Die Überschrift lautet: „{ $headline }“.
guide-look-ask = Reihum: Wo erkennen wir uns wieder, und wo nicht?
guide-topic = Ein Thema wählen
guide-topic-differs = { $title }: Hier unterscheiden sich Führungskraft und Team am deutlichsten, vor allem bei { $item }.
guide-topic-lowest = Das Thema, das das Team wählt. { $title } { $count ->
    [one] hat den niedrigsten Wert, was Zufall sein kann, und darin
   *[other] haben die niedrigsten Werte, was Zufall sein kann, und im ersten davon
  } { $item }.
guide-topic-examples = Jede Seite erzählt ein Beispiel aus letzter Zeit in wenigen Sätzen. Die anderen fragen nur, was sie nicht verstanden haben.
guide-topic-good = Wie hätte es ausgesehen, wenn es gut gegangen wäre?
guide-together = Die richtige Beteiligung finden
guide-pattern-in_it_with_them = Benennen Sie, was die Führungskraft jetzt tut, das hilft und nicht verloren gehen darf, wenn viel zu tun ist.
guide-pattern-hiding = Wählen Sie eine Arbeit, die bald beginnt. Wann gehen Sie den Plan gemeinsam durch, woran erkennt man, dass sie fertig ist, und an welchem Tag sehen Sie sie sich gemeinsam an?
guide-pattern-hovering = Wählen Sie eine Arbeit. Woran erkennt man, dass sie fertig ist, an welchem Tag sehen Sie sie sich gemeinsam an, und was entscheidet das Team bis dahin allein?
guide-pattern-erratic = Jede und jeder sagt, wo mehr Führung gewünscht ist und wo weniger. Schreiben Sie beide Listen auf; einen Durchschnitt gibt es nicht.
guide-pattern-mutual_avoidance = Nehmen Sie einen Plan, und die Führungskraft nennt jetzt jeden Zweifel daran. Das Team dankt für jeden und antwortet nur auf die Fragen.
guide-pattern-no_clear_pattern = Nehmen Sie die nächste Arbeit: Wer sieht sich Plan, Fortschritt und Ergebnis an, und wann?
guide-commit = Zusagen geben
guide-commit-what = Die Führungskraft gibt eine oder zwei Zusagen, das Team ebenso: was, für wen, bis wann.
guide-commit-done = Sagen Sie bei jeder, woran man erkennt, dass sie gehalten ist, und was von der anderen Seite gebraucht wird.
guide-commit-write = Die Führungskraft schreibt sie auf die Seite des Teams. In der nächsten Runde urteilen alle anonym, ob sie gehalten wurden.
guide-end = Zum Schluss
guide-end-round = Reihum: Was nehmen Sie mit?
guide-end-date = Legen Sie einen Tag auf halbem Weg zur nächsten Runde fest, an dem Sie sich die Zusagen gemeinsam ansehen.

commitment-judged-kept = Gehalten, nach dem Urteil von { $n } Mitgliedern: { $score } von 100.
commitment-judged-partly = Teilweise gehalten, nach dem Urteil von { $n } Mitgliedern: { $score } von 100.
commitment-judged-not = Nicht gehalten, nach dem Urteil von { $n } Mitgliedern: { $score } von 100.
commitment-judged-open = { $n } Mitglieder haben geurteilt: { $score } von 100. Die Kappung lässt offen, welches Wort passt.
commitment-judged-hidden = Kein Urteil: Zu wenige Mitglieder haben darüber geurteilt.
commitment-waits = Die Mitglieder urteilen darüber in der nächsten Runde.
commitment-waits-due = Der Tag ist vorbei. Die Mitglieder urteilen darüber in der nächsten Runde.
commitment-is-judged = Die Mitglieder werden in { $wave } danach gefragt.
commitment-was-judged = Die Mitglieder haben in { $wave } geurteilt; das Urteil steht auf der Seite jener Runde.
commitment-fault-many = Es gibt schon zwei, über die noch niemand geurteilt hat. Zwei gehaltene sind mehr wert als vier begonnene.
commitment-fault-side = Wählen Sie, wer zusagt.
commitment-fault-empty = Schreiben Sie hier etwas.
commitment-fault-long = Verwenden Sie höchstens 200 Zeichen.
commitment-fault-due = Wählen Sie einen Tag nach heute, höchstens ein Jahr im Voraus.

commitments-title = Zusagen nach { $wave }
commitments-purpose = Eine oder zwei von Ihnen und eine oder zwei von Ihrem Team, im Gespräch vereinbart. In der nächsten Runde urteilen die Mitglieder anonym, ob sie gehalten wurden.
commitments-none = Noch ist nichts zugesagt.
commitments-add = Eine Zusage aufschreiben
commitments-faults = Noch nicht gespeichert: Bitte berichtigen Sie diese Angaben.
commitments-go = Aufschreiben
commitments-anonymous = Alle im Team lesen sie auf dem Formular der nächsten Runde. Die Personalabteilung sieht, wie viele Zusagen es gibt und wie viele gehalten wurden, nie, welche es sind.
commitment-side-label = Wer sagt zu?
commitment-side = { $side ->
    [leader] Führungskraft
   *[team] Team
  }
commitment-side-room = { $room ->
    [0] zwei warten schon auf die nächste Runde
    [one] noch eine
   *[other] bis zu { $room }
  }
commitment-what = Was
commitment-what-hint = Etwas, das man sehen kann. Nicht „besser kommunizieren“, sondern „jeden Plan durchgehen, bevor er beginnt“.
commitment-whom = Für wen
commitment-whom-hint = Wer merkt, dass sie gehalten wird?
commitment-done = Woran man es erkennt
commitment-done-hint = Woran sehen beide Seiten, dass sie gehalten wurde?
commitment-needed = Was von der anderen Seite gebraucht wird
commitment-needed-hint = Kann leer bleiben.
commitment-due = Bis wann
commitment-due-hint = Am besten vor der nächsten Runde, damit die Mitglieder darüber urteilen können.
commitment-line = Für wen: { $whom }. Bis wann: { $due }.
commitment-move = Einen neuen Tag vereinbaren
commitment-move-means = Nur wenn die andere Seite zustimmt, und nur vor dem Tag. Die Mitglieder lesen, dass und wann das Datum verschoben wurde.
commitment-move-go = Datum verschieben
commitment-take-back = Zurücknehmen
guide-back = Zurück zum Bericht

team-judged-title = Zugesagt nach der vorigen Runde
team-judged-purpose = Nach dem Urteil der Mitglieder: 0 heißt nicht gehalten, 50 teilweise, 100 gehalten.
team-guide-go = Darüber sprechen: der 60-Minuten-Leitfaden
team-pdf = Als PDF herunterladen
team-spread-title = Wie die Antworten verteilt sind
team-spread-purpose = Jede Aussage mit dem Anteil jeder Antwort, die mit der meisten Zustimmung zuerst. Manche Aussagen sind umgekehrt formuliert: Dort ist Zustimmung keine gute Nachricht.
team-column-statement = Aussage
team-column-answers = Antworten
team-export-title = Zum Mitnehmen
team-export-purpose = Dieselben Zahlen als Dateien. Darin steht nichts, was hier nicht steht.
chart-save = Diagramm als
