mail-hello = Guten Tag { $name },
mail-contact = Fragen? Die Personalabteilung von { $organisation } hilft Ihnen.
mail-footer = Gutcheck für { $organisation }. Sie erhalten diese E-Mail, weil Sie auf der Teamliste stehen.
mail-answer-button = Jetzt antworten
mail-results-button = Bericht lesen
mail-sign-in-button = Anmelden

mail-invitation-subject = { $wave }: Wie arbeitet { $team } zusammen?
mail-invitation-why = { $organisation } möchte wissen, wie Sie die Arbeit in { $team } sehen. Es dauert etwa { $minutes } Minuten, auch auf dem Telefon, und Sie brauchen kein Konto.
mail-invitation-for = Ihre Führungskraft beantwortet dieselben Fragen von der anderen Seite. Wo sich die Sichten unterscheiden, lohnt sich das Gespräch: Dafür sind die Ergebnisse da.
mail-invitation-sees = Ihre Führungskraft liest die Ergebnisse der Gruppe, die Personalabteilung auch; für Gruppen unter { $smallest } wird nichts gezeigt. In dieser Gruppe sind { $invited } Personen gefragt, Sie eingeschlossen.
mail-invitation-promise = Vertraulich: Der Server versiegelt Ihre Antworten beim Eingang, und alle Antworten werden zusammen erst nach dem Ende geöffnet.
mail-invitation-anonymous = Anonym: Ihr Browser versiegelt Ihre Antworten, bevor er sie sendet. Sind die Schlüssel dieser Runde zerstört, kann niemand mehr herausfinden, welche Ihre sind.
mail-invitation-code = Wenn sich der Link nicht öffnet, geben Sie auf { $address } diesen Code ein: { $code }
mail-promise = Das Versprechen dieser Runde hat die Nummer { $short }. Die Seite, auf der Sie antworten, zeigt dieselbe Nummer. Wofür sie steht: { $address }
mail-invitation-until = Sie können bis { $closes } antworten.
mail-invitation-forward = Der Link gehört nur Ihnen und gilt einmal. Bitte leiten Sie ihn nicht weiter: Wer ihn öffnet, kann an Ihrer Stelle antworten.
mail-leader-form-subject = { $wave }: Ihre eigene Sicht auf { $team }
mail-leader-form-why = { $organisation } fragt Ihr Team { $team }, wie die Arbeit mit Ihnen läuft. Sie werden dasselbe aus Ihrer Sicht gefragt. Es dauert etwa { $minutes } Minuten.
mail-leader-form-named = Ihre Antworten sind nicht anonym: Sie stehen unter Ihrem Namen im Bericht Ihres Teams. Die Antworten Ihres Teams sind { $promise ->
    [anonymous] anonym
   *[confidential] vertraulich
  }.
mail-leader-form-until = Sie können bis { $closes } antworten und Ihre Antworten ändern.

mail-results-subject = { $wave }: Der Bericht zu { $team } ist da
mail-results-why = die Antworten zu { $team } wurden geöffnet und ausgezählt. Der Bericht zeigt, was Sie und Ihr Team gleich sehen, was nicht, und wie sicher das ist.
mail-results-how = Sie melden sich mit einem Link an, den wir an diese Adresse schicken; ein Passwort gibt es nicht.

mail-sign-in-subject = Ihr Link zum Anmelden
mail-sign-in-why = jemand, vermutlich Sie, möchte sich mit dieser Adresse bei Gutcheck anmelden. Der Link gilt einmal, zehn Minuten lang, in dem Browser, in dem er angefordert wurde.
mail-sign-in-code = Anderes Gerät? Geben Sie dort, wo Sie den Link angefordert haben, diesen Code ein: { $code }
mail-sign-in-not-you = Wenn Sie es nicht waren, tun Sie nichts: Ohne diese E-Mail kommt niemand hinein.

mail-stop = Diese Mails abbestellen:
mail-stop-link = Diese Mails abbestellen

mail-reminder-subject = { $wave }: Ihre Sicht auf { $team } fehlt noch
mail-reminder-why = { $organisation } möchte noch wissen, wie Sie die Arbeit in { $team } sehen: Ihr Link wurde noch nicht benutzt. Es dauert etwa { $minutes } Minuten.
mail-reminder-who = Diese Erinnerung hat der Server automatisch verschickt; niemand kann sehen, wer eine bekommt.

mail-last-call-subject = { $wave }: letzte Gelegenheit, für { $team } zu antworten
mail-last-call-why = die Befragung zur Arbeit in { $team } endet bald, und Ihr Link wurde noch nicht benutzt. Es dauert etwa { $minutes } Minuten. Wird die Runde nicht verlängert, ist das ihre letzte Mail.

mail-leader-reminder-subject = { $wave }: Ihre eigene Sicht auf { $team } fehlt noch
mail-leader-reminder-why = ohne Ihre Antworten hat der Bericht von { $team } keine Sicht der Leitung, mit der sich vergleichen ließe. Es dauert etwa { $minutes } Minuten.

mail-notice-subject = { $wave } öffnet automatisch am { $opens }
mail-notice-why = die nächste Runde, { $wave }, wurde nach Ihrem Zeitplan angelegt. Sie öffnet automatisch am { $opens } und schließt am { $closes }.
mail-notice-roster = Gefragt wird, wer am Morgen dieses Tages auf der Teamliste steht; bitte bringen Sie sie vorher auf den neuesten Stand.
mail-notice-how = Sie können Titel und Zeiten ändern, die Runde auslassen oder die Wiederholung anhalten.
mail-unreleased-subject = { $wave } ist nicht freigegeben: Die Schlüssel werden am { $destroyed } vernichtet
mail-unreleased-why = { $wave } endete am { $closes }, und die Ergebnisse sind nicht freigegeben. Am { $destroyed } werden die Schlüssel vernichtet, wie es allen versprochen wurde; danach kann niemand die Antworten mehr öffnen.
mail-unreleased-how = Geben Sie die Ergebnisse vorher frei, oder lassen Sie die Runde ohne Ergebnisse enden.
mail-notice-button = Diese Runde ansehen
