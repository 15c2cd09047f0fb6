# Die Seiten der Personalabteilung.

hr-title = Übersicht
hr-next = Was als Nächstes ansteht
hr-next-import = Importieren Sie Ihre Teamliste
hr-next-import-why = Die Teamliste sagt, wer welches Team leitet und wer dazugehört. Ohne sie kann niemand befragt werden.
hr-next-import-go = Zur Teamliste
hr-next-plan = Planen Sie die erste Runde
hr-next-plan-why = Eine Runde fragt Führungskräfte und Mitglieder nach denselben Dingen, einmal, innerhalb weniger Tage, die Sie festlegen. Ein Plan bleibt ein Entwurf, bis Sie ihn starten.
hr-next-plan-go = Runde planen
hr-next-again = Legen Sie die nächste Runde an
hr-next-again-why = Alle Runden sind abgeschlossen. Aus { $title } lässt sich die nächste anlegen, ein Quartal später.
hr-next-again-go = Zu { $title }
hr-next-draft = { $title } ist ein Entwurf
hr-next-draft-why = Der Beginn wäre am { $when }. Niemand wird befragt, bevor Sie die Runde starten.
hr-next-draft-go = Prüfen und starten
hr-next-preparing = { $title } wird vorbereitet
hr-next-preparing-why = Die Schlüssel der Gruppen werden erzeugt. Danach öffnet die Runde automatisch.
hr-next-frozen = { $title } wartet auf den Beginn
hr-next-frozen-why = Die Runde öffnet automatisch am { $when }; dann gehen auch die Einladungen hinaus.
hr-next-closed = { $title } wartet auf die Freigabe
hr-next-closed-why = { $answered } Die Antworten bleiben versiegelt, bis Sie die Ergebnisse freigeben.
hr-next-closed-go = Ergebnisse freigeben
hr-next-look = Stand ansehen

hr-figures = Stand der Dinge
hr-figures-roster = { $teams ->
    [one] Ein Team
   *[other] { $teams } Teams
  } und { $people ->
    [one] eine Person
   *[other] { $people } Personen
  } in der Teamliste
hr-figures-mail = E-Mails: { $queued } in der Warteschlange, { $sent } verschickt
hr-figures-log = Was hier getan wurde, von wem und wann
hr-figures-lost = { $lost ->
    [one] Eine Mail kam nicht an.
   *[other] { $lost } Mails kamen nicht an.
  } Die Seite der Runde sagt, warum und was hilft.

hr-roster-title = Teamliste
hr-roster-count = { $teams ->
    [one] Ein Team
   *[other] { $teams } Teams
  }, { $people ->
    [one] eine Person
   *[other] { $people } Personen
  }
hr-roster-empty = Es gibt noch keine Teamliste. Laden Sie zum Beginn eine Datei hoch.
hr-upload = Teamliste hochladen
hr-upload-truth = Die Datei ist die ganze Teamliste: Wer nicht darin steht, scheidet aus, wer neu darin steht, kommt hinzu. Bereits gestartete Runden behalten die Teamliste, mit der sie begonnen haben.
hr-upload-columns = Laden Sie die Liste hoch, wie Ihr Personalsystem sie ausgibt: als CSV, Excel oder LDIF, mit den Spalten, die sie hat. Was sie bedeuten, wird erkannt, und Sie sehen es, bevor etwas übernommen wird. Wenn Sie die Liste selbst schreiben, sind die Spalten Team (als Pfad von oben, etwa Beispiel/Produkt), E-Mail, Name und Rolle (Leitung oder Mitglied); Nummer, Sprache (en oder de) und Zeitzone können dazukommen.
hr-upload-sample = Beispieldatei herunterladen
hr-upload-file = Datei mit der Teamliste, höchstens 20 MiB
hr-upload-go = Datei prüfen
hr-upload-safe = Sie sehen dann, was sich ändern würde. Erst mit Ihrer Bestätigung ändert sich etwas.
hr-teams = Teams
hr-teams-team = Team
hr-teams-led = Leitung: { $leaders }
hr-teams-members = Mitglieder
hr-teams-note = Mitglieder zählen dort, wo sie eingetragen sind, ohne die Teams darunter und ohne die Leitung.

hr-team-back = Alle Teams
hr-team-leaders = { $count ->
   *[other] Leitung
}
hr-team-leaderless = Dieses Team hat keine Leitung.
hr-team-members = { $count ->
    [0] Mitglieder
    [one] Ein Mitglied
   *[other] { $count } Mitglieder
}
hr-team-empty = Dieses Team hat keine eigenen Mitglieder.

hr-import-title = Teamliste prüfen
hr-import-facts = { $rows ->
    [one] Eine richtige Zeile
   *[other] { $rows } richtige Zeilen
  }, gelesen als { $encoding } mit { $delimiter } zwischen den Spalten.
hr-import-unreadable = Diese Datei lässt sich nicht als Teamliste lesen
hr-import-faults-do = Keine Zeile lässt sich so übernehmen. Berichtigen Sie diese Stellen in Ihrer Datei und laden Sie sie noch einmal hoch. Bis dahin bleibt die Teamliste, wie sie ist.
hr-import-blank = (leer)
hr-import-other = Andere Datei hochladen
hr-import-nothing = Die Datei stimmt mit der Teamliste überein: Es gibt nichts zu ändern.
hr-import-back = Zurück zur Teamliste
hr-import-stored = Das würde sich ändern. Noch hat sich nichts geändert.
hr-import-leaderless = { $count ->
    [one] Ein Team hat Mitglieder, aber keine Leitung
   *[other] { $count } Teams haben Mitglieder, aber keine Leitung
}
hr-import-leaderless-means = Sie können fortfahren: Die Mitglieder werden befragt, aber es gibt keine Sicht der Leitung zum Vergleich.
hr-import-new-teams = { $count ->
    [one] Ein neues Team
   *[other] { $count } neue Teams
}
hr-import-closed-teams = { $count ->
    [one] Ein Team entfällt
   *[other] { $count } Teams entfallen
}
hr-import-new-people = { $count ->
    [one] Eine neue Person
   *[other] { $count } neue Personen
}
hr-import-leaving-people = { $count ->
    [one] Eine Person scheidet aus
   *[other] { $count } Personen scheiden aus
}
hr-import-changed-people = { $count ->
    [one] Zu einer Person ändern sich Angaben
   *[other] Zu { $count } Personen ändern sich Angaben
}
hr-import-change = { $email }: { $column } von { $before } zu { $after }
hr-import-joined = { $count ->
    [one] Eine Person kommt in ein Team
   *[other] Personen kommen in Teams: { $count }-mal
}
hr-import-left = { $count ->
    [one] Eine Person verlässt ein Team
   *[other] Personen verlassen Teams: { $count }-mal
}
hr-import-place = { $email }, { $role } in { $team }
hr-import-kept = Wie bisher: { $teams ->
    [one] ein Team
   *[other] { $teams } Teams
  }, { $people ->
    [one] eine Person
   *[other] { $people } Personen
  }, { $places ->
    [one] eine Mitgliedschaft
   *[other] { $places } Mitgliedschaften
  }.
hr-import-apply = Änderungen übernehmen
hr-import-cancel = Teamliste lassen, wie sie ist

hr-waves-title = Runden
hr-waves-new = Runde planen
hr-waves-none = Es gibt noch keine Runden.
hr-waves-wave = Runde
hr-waves-state = Stand
hr-waves-times = Beginn und Ende
hr-waves-span = { $opens } bis { $closes }

hr-state-draft = Entwurf
hr-state-preparing = Wird vorbereitet
hr-state-frozen = Gestartet
hr-state-open = Offen
hr-state-closed = Beendet
hr-state-released = Freigegeben
hr-state-lapsed = Ohne Ergebnisse beendet
hr-state-off = Abgesagt

hr-new-title = Runde planen
hr-new-draft = Damit legen Sie einen Entwurf an. Niemand wird befragt, bevor Sie ihn starten.
hr-new-go = Entwurf anlegen
hr-plan-survey = Fragebogen
hr-plan-survey-option = { $title } ({ $minutes } Minuten, { $statements } Aussagen)
hr-plan-title = Titel, wie er in der E-Mail steht
hr-plan-opens = Beginn
hr-plan-closes = Ende
hr-plan-promise = Was den Befragten versprochen wird
hr-promise-anonymous = Anonym
hr-promise-confidential = Vertraulich
hr-plan-anonymous = Antworten werden auf dem Gerät der Person versiegelt und blind unterschrieben. Sind die Schlüssel vernichtet, kann niemand mehr herausfinden, wer was gesagt hat, und alle können das prüfen. Nötig ist ein Browser mit JavaScript.
hr-plan-confidential = Der Server versiegelt die Antworten beim Eingang. Wer ihn beherrscht, könnte hineinsehen. JavaScript ist nicht nötig.
hr-plan-zone = Die Zeiten gelten in der Zeitzone { $zone }.

hr-wave-back = Alle Runden
hr-wave-draft = Noch wurde niemand befragt. Prüfen Sie die Zeiten und beide Formulare und starten Sie dann.
hr-wave-plan = Titel und Zeiten
hr-wave-change = Änderungen speichern
hr-wave-launch = Diese Runde starten …
hr-wave-launch-means = Mit dem Start stehen die heutige Teamliste ({ $people ->
    [one] eine Person
   *[other] { $people } Personen
  }), die Gruppen, die Fragen und die Zeiten fest. Nichts davon lässt sich danach ändern.
hr-wave-launch-now = Die Zeit des Beginns ist schon vorbei, deshalb gehen die Einladungen sofort hinaus.
hr-wave-launch-then = Die Runde öffnet automatisch am { $opens }; dann gehen auch die Einladungen hinaus.
hr-wave-launch-go = Bedingungen festlegen und starten
hr-wave-drop = Diesen Entwurf löschen …
hr-wave-drop-means = Der Entwurf wird gelöscht. Niemand wurde befragt, also geht sonst nichts verloren.
hr-wave-drop-go = Entwurf löschen
hr-wave-preparing = { $keys } von { $groups } Gruppen haben ihren Schlüssel.
hr-wave-preparing-bar = Erzeugte Schlüssel
hr-wave-preparing-why = Jede Gruppe bekommt einen eigenen Schlüssel, mit dem der Server Antworten unterschreibt, die er nicht sehen kann. Das läuft automatisch weiter, auch nach einem Neustart; Sie können diese Seite verlassen.
hr-wave-frozen = Die Runde öffnet automatisch am { $opens }; dann gehen auch die Einladungen hinaus.
hr-wave-frozen-fixed = Teamliste, Gruppen, Fragen und Zeiten stehen fest. Sie können sie noch verlängern, jemanden nachtragen, der vergessen wurde, oder sie absagen.
hr-wave-open = Antworten sind bis { $closes } ({ $zone }) möglich; dann endet die Runde automatisch.
hr-wave-close = Diese Runde jetzt beenden …
hr-wave-close-means = Danach kann niemand mehr antworten, und eine beendete Runde lässt sich nicht wieder öffnen.
hr-wave-close-go = Runde beenden
hr-wave-closed = Die Runde endete am { $closes }. Die Antworten sind noch versiegelt; niemand hat eine gesehen.
hr-wave-settles = Antworten, die unterwegs waren, werden bis { $settles } angenommen. Dann steht die Liste der Stimmen fest, und die Ergebnisse können freigegeben werden.
hr-wave-release = Ergebnisse freigeben …
hr-wave-release-means = Damit werden alle Antworten auf einmal geöffnet; veröffentlicht wird, was von Gruppen ab { $smallest } gezeigt werden darf, und die Führungskräfte bekommen eine E-Mail. Das geschieht einmal und lässt sich nicht zurücknehmen.
hr-wave-release-go = Antworten öffnen und veröffentlichen
hr-wave-destroys-by = Werden die Ergebnisse nicht bis zum { $when } freigegeben, so werden die Schlüssel wie versprochen vernichtet, und niemand kann die Antworten mehr öffnen. 14 und 3 Tage vorher bekommen Sie eine E-Mail.
hr-wave-lapsed = Niemand hat die Ergebnisse freigegeben; deshalb wurden die Schlüssel, die versiegelten Antworten und die persönlichen Links am { $day } wie versprochen vernichtet. Es gibt keine Ergebnisse.
hr-wave-off = Diese Runde wurde abgesagt. Ihre Schlüssel sind vernichtet, mit allen Stimmen und Links, und ihre öffentliche Seite sagt das.
hr-wave-call-off = Diese Runde absagen …
hr-wave-call-off-means = Es gehen keine Einladungen und Erinnerungen mehr hinaus, die Schlüssel werden mit allen Stimmen und Links vernichtet, und die öffentliche Seite sagt, dass die Runde abgesagt wurde. Das lässt sich nicht rückgängig machen; es wird keine Ergebnisse geben.
hr-wave-call-off-go = Die Runde endgültig absagen
hr-changes = Änderungen seit dem Versprechen
hr-changes-none = Es wurde nichts geändert.
hr-changes-means = Alle Befragten sehen jede Änderung auf dem Formular und auf der öffentlichen Seite.
hr-extend = Antworten länger annehmen …
hr-extend-latest = Sie endet schon zum spätesten Zeitpunkt, der versprochen wurde.
hr-extend-until = Spätestens { $latest } ({ $zone }), wie versprochen.
hr-extend-go = Die Runde verlängern
hr-add = Jemanden fragen, der vergessen wurde oder dazugekommen ist …
hr-add-means = Jede Gruppe hat ein paar freie Plätze. Importieren Sie zuerst die Teamliste mit dieser Person. Die Mitglieder der Gruppe sehen den Namen auf ihrem Formular.
hr-add-who = Person und Team
hr-add-nobody = Auf der heutigen Teamliste fehlt niemand, oder es ist kein Platz mehr frei.
hr-add-go = Diese Person einladen
hr-wave-released = Die Ergebnisse wurden am { $released } veröffentlicht.
hr-wave-organisation = Die ganze Organisation
hr-wave-csv = Die veröffentlichten Zahlen als CSV-Datei
hr-wave-destroy = Die Schlüssel, die versiegelten Antworten und die persönlichen Links werden am { $when } vernichtet.
hr-wave-destroyed = Die Schlüssel, die versiegelten Antworten und die persönlichen Links wurden am { $day } vernichtet.
hr-wave-retake = Nächste Runde anlegen
hr-wave-retake-means = Sie wird ein Entwurf mit demselben Fragebogen, ein Quartal später.
hr-wave-terms = Bedingungen
hr-wave-survey = { $survey }, etwa { $minutes } Minuten
hr-wave-items = { $leader } Aussagen für Führungskräfte, { $member } für Mitglieder{ $judged ->
    [0] {""}
   *[other] , dazu eine für jede Zusage, die ein Team beurteilt (höchstens { $judged })
  }
hr-wave-times = { $opens } bis { $closes } ({ $zone })
hr-wave-smallest = Von Gruppen, in denen weniger als { $smallest } verschiedene Personen geantwortet haben, wird nichts gezeigt.
hr-wave-anonymous = Versprochen ist, dass die Befragten anonym bleiben.
hr-wave-confidential = Versprochen ist, dass die Antworten vertraulich bleiben.
hr-wave-promise = Das Versprechen hat die Nummer { $short }; sie steht in jeder E-Mail und auf dem Formular.
hr-wave-public = Die öffentliche Seite dieser Runde
hr-wave-key-sound = Der Öffnungsschlüssel wurde am { $when } geprüft: Er öffnet, was für diese Runde versiegelt ist.
hr-wave-key-broken = Der Öffnungsschlüssel hat die Prüfung am { $when } nicht bestanden: Bitten Sie den Betreiber, vor dem Ende der Runde die richtige Schlüsseldatei zurückzulegen. Der Grund steht im Protokoll des Servers.
hr-wave-preview-member = Formular ansehen, wie es Mitglieder sehen
hr-wave-preview-leader = Formular ansehen, wie es Führungskräfte sehen

hr-participation = Beteiligung
hr-participation-total = { $answered } Stimmzettel kamen von { $invited } Befragten.
hr-participation-percent = Etwa { $percent } % der { $invited } Befragten haben geantwortet.
hr-participation-few = Von { $invited } Befragten haben zu wenige geantwortet, um zu sagen, wie viele.
hr-participation-untold = wird nicht gesagt: die Gruppe ist zu klein
hr-participation-fewer = weniger als { $answered } von { $invited }
hr-participation-most = { $answered } oder mehr von { $invited }
hr-participation-hourly = Gezählt wird stündlich, zuletzt am { $counted }.
hr-participation-final = Das ist die letzte Zählung.
hr-participation-none = { $invited ->
    [one] Ein Mitglied ist
   *[other] { $invited } Mitglieder sind
  } eingeladen. Die Antworten werden stündlich gezählt, sobald die Runde offen ist.
hr-participation-group = Gruppe
hr-participation-answered = Geantwortet
hr-participation-of = { $answered } von { $invited }
hr-participation-of-none = von { $invited }
hr-participation-merged = zusammengezählt: { $teams }
hr-participation-who = Gezählt werden nur Gruppen, nie Personen: Weder hier noch anderswo ist zu sehen, wer nicht geantwortet hat.

hr-preview-title = Vorschau auf { $title }
hr-preview-leader = So sehen Führungskräfte das Formular. Es lässt sich hier nicht ausfüllen oder senden.
hr-preview-member = So sehen Mitglieder das Formular. Es lässt sich hier nicht ausfüllen oder senden.
hr-preview-back = Zurück zu { $title }

hr-log-title = Was getan wurde
hr-log-lead = Was Personen mit Konto, der Betrieb und der Server selbst getan haben, das Letzte zuerst. Jeder Eintrag ist mit einem Schlüssel außerhalb der Datenbank versiegelt, auch über den vorigen, deshalb lässt sich keiner unbemerkt ändern oder entfernen. Was Befragte tun, wird nie festgehalten.
hr-log-whole = Alle { $count } Einträge sind unversehrt.
hr-log-broken = Das Protokoll ist nicht unversehrt: { $broken ->
        [one] Einer von { $count } Einträgen wurde
       *[other] { $broken } von { $count } Einträgen wurden
    } geändert, oder der Eintrag davor fehlt. Jemand hat die Datenbank von Hand geändert. Fragen Sie den Betreiber.
hr-log-damaged = Geändert, oder der Eintrag davor fehlt
hr-log-unreadable = Dieser Eintrag ist nicht mehr lesbar
hr-log-when = Wann
hr-log-what = Was
hr-log-who = Wer
hr-log-itself = automatisch
hr-log-set-up = Gutcheck wurde eingerichtet
hr-log-signed-in = Angemeldet
hr-log-operator-link = Ein Link wurde erstellt, der { $title } anmeldet
hr-log-account-invited = { $title } wurde eingeladen: { $roles }
hr-log-account-roles = Die Rollen von { $title } wurden geändert: { $roles }
hr-log-account-removed = Das Konto von { $title } wurde entfernt
hr-log-account-password = Das Passwort von { $title } wurde gesetzt
hr-log-account-factor = Der zweite Faktor von { $title } wurde eingerichtet oder geändert
hr-log-account-factor-gone = Der zweite Faktor von { $title } wurde entfernt
hr-log-downloaded = Ergebnisse von { $title } wurden heruntergeladen
hr-log-log-downloaded = Dieses Protokoll wurde heruntergeladen
hr-log-roster-downloaded = Die Teamliste wurde heruntergeladen
hr-log-sessions-ended = Alle Sitzungen von { $title } wurden beendet
hr-log-all-sessions-ended = Die Sitzungen aller wurden beendet
hr-log-face-changed = Einstellungen wurden geändert: { $settings }
hr-log-planned = { $title } wurde geplant
hr-log-replanned = Der Plan von { $title } wurde geändert
hr-log-dropped = Ein Entwurf wurde gelöscht
hr-log-tip = Der letzte Eintrag ist { $tip }. Das steht auch in E-Mails an die Befragungsleitung, damit es auffällt, wenn das Protokoll gekürzt oder neu geschrieben wird.
hr-log-csv = Als CSV herunterladen
hr-log-roster = Eine Teamliste wurde übernommen
hr-log-grouped = Es wurde gewählt, mit wem ein kleines Team in { $title } gezählt wird
hr-log-frozen = Die Bedingungen von { $title } wurden festgelegt
hr-log-promised = Schlüssel und Versprechen von { $title } wurden erzeugt
hr-log-opened = { $title } wurde für Antworten geöffnet
hr-log-extended = { $title } wurde verlängert
hr-log-added = Zu { $title } kam jemand dazu
hr-log-called-off = { $title } wurde abgesagt
hr-log-closed = { $title } wurde beendet
hr-log-settled = Die Liste der Stimmen von { $title } wurde endgültig
hr-log-released = Die Ergebnisse von { $title } wurden veröffentlicht
hr-log-key-failed = Der Öffnungsschlüssel von { $title } hat die Prüfung nicht bestanden
hr-log-destroyed = Die Schlüssel von { $title } wurden vernichtet

hr-participation-unreached = { $people ->
    [one] Eine Person davon war per Mail nicht zu erreichen und zählt trotzdem als befragt.
   *[other] { $people } Personen davon waren per Mail nicht zu erreichen und zählen trotzdem als befragt.
  }

hr-mail = Mails dieser Runde
hr-mail-kind = Mail
hr-mail-state-queued = Wartet
hr-mail-state-sent = Verschickt
hr-mail-state-uncertain = Ungewiss
hr-mail-state-refused = Abgelehnt
hr-mail-state-bounced = Zurück
hr-mail-notice = Hinweis an Sie
hr-mail-unreleased = Warnung an Sie
hr-mail-last-days = Letzte Warnung an Sie
hr-mail-invitation = Einladungen
hr-mail-leader-form = Bögen für Leitungen
hr-mail-reminder = Erinnerungen
hr-mail-leader-reminder = Erinnerungen an Leitungen
hr-mail-last-call = Letzte Aufrufe
hr-mail-results = Ergebnisse liegen vor
hr-mail-reasons = Warum Mails warten oder nicht ankamen
hr-mail-why-queued = { $mails ->
    [one] Eine Mail wartet auf den nächsten Versuch:
   *[other] { $mails } Mails warten auf den nächsten Versuch:
  }
hr-mail-why-uncertain = { $mails ->
    [one] Eine Mail kam vielleicht an, vielleicht nicht:
   *[other] { $mails } Mails kamen vielleicht an, vielleicht nicht:
  }
hr-mail-why-refused = { $mails ->
    [one] Eine Mail wurde abgelehnt:
   *[other] { $mails } Mails wurden abgelehnt:
  }
hr-mail-why-failed = { $mails ->
    [one] Eine Mail wurde nach mehreren Versuchen aufgegeben:
   *[other] { $mails } Mails wurden nach mehreren Versuchen aufgegeben:
  }
hr-mail-why-bounced = { $mails ->
    [one] Eine Mail kam zurück:
   *[other] { $mails } Mails kamen zurück:
  }
hr-mail-because-unreachable = der Mailserver ist nicht zu erreichen. Fragen Sie den Betreiber.
hr-mail-because-encryption = die Verbindung zum Mailserver ließ sich nicht verschlüsseln. Fragen Sie den Betreiber.
hr-mail-because-login = der Mailserver nimmt Benutzernamen und Passwort nicht an. Fragen Sie den Betreiber.
hr-mail-because-sender = der Mailserver nimmt die Adresse des Absenders nicht an. Fragen Sie den Betreiber.
hr-mail-because-busy = der Mailserver bat um einen späteren Versuch. Es ist nichts zu tun.
hr-mail-because-broken = die Verbindung brach ab, bevor die Mail übergeben war. Es ist nichts zu tun.
hr-mail-because-unanswered = die Verbindung brach ab, nachdem die Mail übergeben war und bevor die Antwort kam.
hr-mail-because-interrupted = der Server wurde beim Verschicken angehalten.
hr-mail-because-address = der Mailserver kennt die Adresse nicht oder stellt dorthin nicht zu. Berichtigen Sie sie in der Teamliste.
hr-mail-because-content = der Mailserver lehnt die Mail ab, oft weil er sie für Werbung hält. Fragen Sie den Betreiber.
hr-mail-because-came-back = unter dieser Adresse empfängt niemand mehr Mails, oder das Postfach ist voll. Berichtigen Sie sie in der Teamliste.
hr-mail-because-folder = in den Ordner für Mails lässt sich nicht schreiben. Fragen Sie den Betreiber.
hr-mail-because-unworded = die Mail ließ sich nicht erstellen. Fragen Sie den Betreiber nach dem Grund, der im Protokoll steht.
hr-mail-twice = { $mails ->
    [one] Eine Mail kam vielleicht doppelt an, weil die Verbindung im falschen Augenblick abbrach.
   *[other] { $mails } Mails kamen vielleicht doppelt an, weil die Verbindung im falschen Augenblick abbrach.
  }
hr-mail-unreachable = { $people ->
    [one] Eine Person war nicht zu erreichen …
   *[other] { $people } Personen waren nicht zu erreichen …
  }
hr-mail-unreachable-means = Ihre erste Mail kam nicht an, sie haben also keinen Link. Sie zählen trotzdem als befragt. Berichtigen Sie ihre Adressen hier, oder in der Teamliste und verschicken Sie die Mails dann noch einmal.
hr-mail-again-means = Was abgelehnt oder aufgegeben wurde, zurückkam oder ungewiss ist, wird noch einmal verschickt, an die Adressen, die dann in der Teamliste stehen. Eine Mail, die doch ankam, kann doppelt ankommen.
hr-mail-again-go = Diese Mails noch einmal verschicken
hr-mail-who = Erinnerungen gehen automatisch an Werktagen morgens hinaus, nach der Uhr am Ort der Empfänger, und nur an jene, deren Link noch nicht benutzt wurde. Niemand kann sehen, wer das ist.

hr-repeat = Wiederholung
hr-repeat-means = Die Runde kann sich automatisch wiederholen: derselbe Fragebogen, dasselbe Versprechen, nach dem Kalender. Sie bekommen vorher eine Mail und können sie ändern, auslassen oder anhalten.
hr-repeat-every = Wiederholen
hr-repeat-period = { $months ->
    [1] jeden Monat
    [3] jedes Quartal
    [6] jedes Halbjahr
   *[12] jedes Jahr
  }
hr-repeat-go = Diese Runde wiederholen
hr-repeat-now = Sie kommt { $months ->
    [1] jeden Monat
    [3] jedes Quartal
    [6] jedes Halbjahr
   *[12] jedes Jahr
  } wieder.
hr-repeat-paused = Die Wiederholung ruht: Nichts wird automatisch angelegt oder gestartet.
hr-repeat-draft = { $title } ist angelegt und öffnet automatisch am { $opens }.
hr-repeat-next = Die nächste öffnet am { $opens }; Sie bekommen am { $told } eine Mail.
hr-repeat-see = Zu { $title }
hr-repeat-roster = Die Teamliste wird am { $roster } festgeschrieben. Bis dahin können Sie Titel und Zeiten ändern oder diese Runde auslassen.
hr-repeat-skip = { $title } auslassen
hr-repeat-pause = Wiederholung anhalten
hr-repeat-resume = Wiederholung fortsetzen
hr-repeat-end = Wiederholung beenden

hr-log-repeated = { $title } wiederholt sich von nun an
hr-log-skipped = Die Runde nach { $title } wurde ausgelassen
hr-log-paused = Die Wiederholung von { $title } wurde angehalten
hr-log-resumed = Die Wiederholung von { $title } wurde fortgesetzt
hr-log-ended = Die Wiederholung von { $title } wurde beendet
hr-log-mailed-again = Mails von { $title } wurden noch einmal verschickt

hr-groups-title = Wer mit wem gezählt wird
hr-groups-lead = Nach der heutigen Teamliste. Eine Gruppe wird gezeigt, sobald genug verschiedene Personen in ihr geantwortet haben. Nach dem Start lässt sich daran nichts mehr ändern.
hr-groups-team = Team
hr-groups-people = Personen
hr-groups-counted = Wie es gezählt wird
hr-groups-own = hat einen eigenen Bericht
hr-groups-with = gezählt in { $home } zusammen mit { $with }
hr-groups-pool-alone = gezählt in { $home }
hr-groups-twin = zusammen gezählt mit { $with }: Es sind fast dieselben Personen, und zwei Berichte würden die wenigen verraten, die nur in einem sind
hr-groups-not-asked = wird nicht gefragt
hr-groups-needs = braucht Antworten von { $needed } von { $asked } Personen
hr-groups-choice = { $team } zählen
hr-groups-upwards = mit anderen kleinen Teams, so weit oben wie nötig
hr-groups-out = gar nicht: die Personen nicht fragen
hr-groups-host = mit { $team }
hr-groups-host-loses = mit { $team }, das seinen eigenen Bericht verliert
hr-groups-go = Ändern
hr-groups-without = { $department } wird ohne { $teams } gezeigt.
hr-groups-nowhere = { $teams } lassen sich nirgends zählen: In kleinen Teams sind zu wenige Personen. Wenn Sie sie nicht mit einem anderen Team zählen, werden sie nicht gefragt.
