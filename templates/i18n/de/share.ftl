# Was Mitglieder vom Ergebnis zu lesen bekommen.

share-plan = Was Mitglieder zu lesen bekommen
share-plan-always = Mitglieder bekommen immer den Bericht ihrer Gruppe
share-plan-always-means = sobald die Ergebnisse freigegeben sind: dieselben Zahlen wie die Leitung, ohne Kommentare. Das ist Teil der Zusage. Sonst entscheidet die Leitung und kann ihn mit einem Klick teilen.
share-form-always = Sobald die Ergebnisse freigegeben sind, bekommen Sie den Bericht Ihrer Gruppe: dieselben Zahlen wie Ihre Leitung, ohne Kommentare. Das ist Teil der Zusage.
share-form-if-shared = Ob Ihre Gruppe ihren Bericht zu lesen bekommt, entscheidet Ihre Leitung. Nach der Freigabe erfahren Sie, wie es weitergeht.
share-leader-always = Sobald die Ergebnisse freigegeben sind, lesen Sie den Bericht Ihres Teams, und die Mitglieder Ihres Teams lesen ihn auch: dieselben Zahlen, Ihre eingeschlossen, ohne Kommentare. Das ist ihnen zugesagt.
share-leader-if-shared = Nach der Freigabe entscheiden Sie, ob die Mitglieder Ihres Teams den Bericht auch lesen: dieselben Zahlen, Ihre eingeschlossen, ohne Kommentare.
share-terms-always = Mitglieder bekommen den Bericht ihrer Gruppe, sobald die Ergebnisse freigegeben sind: dieselben Zahlen wie die Leitung, ohne Kommentare.
share-terms-if-shared = Mitglieder bekommen den Bericht ihrer Gruppe, wenn die Leitung ihn teilt. Nach der Freigabe erfahren alle Gefragten, wie es weitergeht.

share-title = Mit dem Team teilen
share-what = Alle, die in dieser Gruppe gefragt wurden, bekommen eine E-Mail mit einem Link, ob sie geantwortet haben oder nicht. Er führt zu den Zahlen, die Sie hier sehen, Ihre eingeschlossen, ohne Kommentare. Ein Konto braucht man nicht. Er gilt bis zu den nächsten Ergebnissen oder bis Sie ihn zurücknehmen.
share-people = { $mailed ->
    [one] Eine Person bekommt die E-Mail.
   *[other] { $mailed } Personen bekommen die E-Mail.
  }
share-unmailed = { $count ->
    [0] {""}
    [one] Eine Person hat kein Postfach: Zeigen Sie ihr den Bericht auf Papier.
   *[other] { $count } Personen haben kein Postfach: Zeigen Sie ihnen den Bericht auf Papier.
  }
share-go = Mit dem Team teilen
share-since = Seit { $day } mit dem Team geteilt. Der Link gilt bis zu den nächsten Ergebnissen.
share-since-promised = Seit { $day } lesen auch die Mitglieder dieser Gruppe diese Zahlen: Das war zugesagt. Der Link gilt bis zu den nächsten Ergebnissen.
share-end = Zurücknehmen
share-end-means = Der Link führt dann nirgendwohin mehr.
share-not-shown = Diese Gruppe hat keinen eigenen Bericht, es gibt also nichts zu teilen.
share-not-joint = Dieser Bericht gilt mehreren Teams, die zusammen gezählt werden, und enthält die Antworten aller, die sie leiten. Deshalb kann ihn niemand von Ihnen für alle teilen. Zeigen Sie ihn Ihrem Team im Gespräch.
share-not-known = Von den Gefragten steht niemand mehr auf der Teamliste, eine E-Mail würde also niemanden erreichen.
share-not-anew = Dieser Bericht wurde zweimal geteilt und zurückgenommen. Jedes Mal bekamen alle eine E-Mail, deshalb wird er nicht noch einmal geteilt. Zeigen Sie ihn Ihrem Team im Gespräch.
share-not-again = Dieser Bericht wurde bei der Freigabe geteilt, wie zugesagt, und galt bis zu den nächsten Ergebnissen.
share-promised = Dieser Bericht war den Mitgliedern zugesagt und lässt sich nicht zurücknehmen. Der Link gilt bis zu den nächsten Ergebnissen.
share-hr-title = Mit Mitgliedern geteilt
share-hr-what = Die Mitglieder dieser Gruppen lesen ihren Bericht über einen Link, ohne Kommentare.
share-hr-promised = zugesagt
share-hr-leader = von ihrer Leitung
share-hr-end = Beenden
share-page-lead = Der Bericht Ihrer Gruppe, wie ihn Ihre Leitung liest, ohne Kommentare; mit „Sie“ ist in den Einzelheiten die Leitung gemeint. Bitte behalten Sie den Link unter sich: Wer ihn hat, kann das hier lesen.
share-page-next = Wie es weitergeht
share-page-talk = Ihre Leitung ist gebeten, mit Ihnen darüber zu sprechen. Was Leitung und Team einander zusagen, wird Ihnen in der nächsten Runde vorgelegt, und Sie beurteilen es.
share-gone-title = Diese Seite gibt es nicht mehr
share-gone = Der Bericht wurde zurückgenommen, oder es gibt neuere Ergebnisse. Fragen Sie Ihre Leitung, oder sehen Sie in Ihre letzte E-Mail.

mail-shared-button = Bericht lesen
mail-shared-why = { $wave }: Die Leitung von { $team } teilt den Bericht Ihrer Gruppe mit allen, die darin gefragt wurden.
mail-shared-how = Sie brauchen kein Konto. Die Seite zeigt dieselben Zahlen, die Ihre Leitung sieht, ohne Kommentare, bis die nächsten Ergebnisse da sind. Bitte geben Sie den Link nicht außerhalb Ihrer Gruppe weiter.
mail-word-subject-shared = { $wave }: der Bericht zu { $team }
mail-word-subject-led = { $wave }: wie es in { $team } weitergeht
mail-word-subject-unled = { $wave }: wie es in { $team } weitergeht
mail-word-subject-together = { $wave }: wie es in { $team } weitergeht
mail-word-subject-nothing = { $wave }: zu wenige Antworten in { $team }
mail-word-subject-lapsed = { $wave } ist ohne Ergebnisse zu Ende
mail-word-shared = die Antworten aus { $wave } wurden geöffnet und ausgezählt. Sie und alle anderen, die in Ihrer Gruppe gefragt wurden, lesen deren Bericht, wie zugesagt.
mail-word-led = die Antworten aus { $wave } wurden geöffnet und ausgezählt. Den Bericht Ihrer Gruppe hat jetzt { $leaders }.
mail-word-unled = die Antworten aus { $wave } wurden geöffnet und ausgezählt. { $team } hat zurzeit keine Leitung, deshalb liest noch niemand den Bericht Ihrer Gruppe.
mail-word-together = die Antworten aus { $wave } wurden geöffnet und ausgezählt. In { $team } wurden für einen eigenen Bericht zu wenige gefragt, oder zu wenige haben geantwortet. Ihre Gruppe wird deshalb mit anderen zusammen gezählt.
mail-word-nothing = die Antworten aus { $wave } wurden geöffnet und ausgezählt. In Ihrer Gruppe haben zu wenige geantwortet, als dass etwas davon gezeigt würde.
mail-word-lapsed = { $wave } ist zu Ende, und niemand sieht Ergebnisse: Zu wenige haben geantwortet, oder sie wurden nicht rechtzeitig freigegeben.
mail-word-then-shared = Er ist dafür da, dass Sie in Ihrer Gruppe darüber sprechen. Was Leitung und Team einander dann zusagen, wird Ihnen in der nächsten Runde vorgelegt.
mail-word-then-led = Sie werden eingeladen, darüber zu sprechen. { $leaders } kann den Bericht auch mit Ihnen teilen; dann bekommen Sie eine E-Mail.
mail-word-then-unled = Wer die Leitung übernimmt, kann ihn lesen, mit Ihnen darüber sprechen und ihn teilen.
mail-word-then-together = Von Ihrer Gruppe allein wird nichts gezeigt. Was von allen zusammen gezeigt wird, steht in den Zahlen der Organisation.
mail-word-then-nothing = Diese Antworten gehen in keine Zahl ein, und die versiegelten Stimmzettel werden mit den Schlüsseln der Runde vernichtet.
mail-word-then-lapsed = Die versiegelten Antworten und die Schlüssel dazu sind vernichtet, wie zugesagt: Niemand kann sie je öffnen.
mail-word-subject-joint = { $wave }: wie es in { $team } weitergeht
mail-word-joint = die Antworten aus { $wave } wurden geöffnet und ausgezählt. Ihre Gruppe wird mit anderen Teams zusammen gezählt. Den gemeinsamen Bericht hat jetzt { $leaders }.
mail-word-then-joint = Sie werden eingeladen, darüber zu sprechen.
mail-word-all = Alle, die in Ihrer Gruppe gefragt wurden, bekommen diese E-Mail; niemand kann daran erkennen, wer geantwortet hat.
mail-word-public = Was zugesagt war, steht weiter unter { $address }.
mail-due-subject = { $team }: Eine Zusage ist am { $due } fällig
mail-due-why = { $side ->
    [leader] was Sie Ihrem Team { $team } nach { $wave } zugesagt haben, ist am { $due } fällig.
   *[team] was Ihr Team { $team } nach { $wave } zugesagt hat, ist am { $due } fällig.
  }
mail-due-how = Lässt sich der Tag nicht halten, vereinbaren Sie mit Ihrem Team einen neuen und schreiben ihn vorher auf. In der nächsten Runde beurteilen die Mitglieder, ob die Zusage gehalten wurde.
mail-due-button = Zusage ansehen

hr-mail-word = Wie es weitergeht
hr-log-shared = Bericht zu { $title } mit Mitgliedern geteilt
hr-log-share-ended = Geteilter Bericht zu { $title } zurückgenommen

report-shared-over = Die Leitung sieht das Thema „{ $title }“ günstiger als das Team
report-shared-under = Das Team sieht das Thema „{ $title }“ günstiger als die Leitung
report-shared-none = Wie das Team die Arbeit sieht
report-shared-likely_over = Die Leitung sieht das Thema „{ $title }“ wahrscheinlich günstiger als das Team
report-shared-likely_under = Das Team sieht das Thema „{ $title }“ wahrscheinlich günstiger als die Leitung
report-shared-mean-over = Insgesamt sieht die Leitung die Arbeit günstiger als das Team
report-shared-mean-likely_over = Insgesamt sieht die Leitung die Arbeit wahrscheinlich günstiger als das Team
report-shared-mean-under = Insgesamt sieht das Team die Arbeit günstiger als die Leitung
report-shared-mean-likely_under = Insgesamt sieht das Team die Arbeit wahrscheinlich günstiger als die Leitung
report-shared-trap-over = Die Leitung sieht mehr von „{ $title }“ als das Team
report-shared-trap-likely_over = Die Leitung sieht wahrscheinlich mehr von „{ $title }“ als das Team
report-shared-trap-under = Das Team sieht mehr von „{ $title }“ als die Leitung
report-shared-trap-likely_under = Das Team sieht wahrscheinlich mehr von „{ $title }“ als die Leitung
report-shared-alike = Leitung und Team sehen jedes Thema gleich
report-shared-cannot_tell = Ob Leitung und Team die Arbeit verschieden sehen, lässt sich noch nicht sagen
chart-zone-shared = Teammittel; im Band darum kann der Zufall allein die Leitung hinstellen
chart-inside-shared = Leitung, innerhalb: das kann der Zufall allein, auch wenn alle Themen zusammen einen Unterschied wahrscheinlich machen können
chart-outside-shared = Leitung, außerhalb: für sich genommen mehr als Zufall
team-involvement-title-shared = Der Anteil der Führungskraft
team-involvement-purpose-shared = Alleingelassen, gut geführt oder kontrolliert: wie das Team die Größe des Anteils der Führungskraft beurteilt.
team-chaos-index-shared = Chaos-Index: { $team } (Führungskraft: { $leader })
