# Die öffentliche Seite einer Runde: für Befragte, den Betriebsrat und alle, die ihre Adresse haben.

wave-title = Das Versprechen von { $title }
wave-anonymous = Antworten, die niemand zurückverfolgen kann
wave-confidential = Vertrauliche Antworten
wave-anonymous-lead = Diese Seite zeigt, was den Befragten dieser Runde versprochen wurde, damit alle es prüfen können.
wave-confidential-lead = Diese Seite zeigt, was den Befragten dieser Runde versprochen wurde. Vertraulich ist nicht anonym: Der Server versiegelt die Antworten, nicht der Browser.
wave-number = Die Nummer des Versprechens
wave-number-means = Dieselbe Nummer steht in jeder E-Mail dieser Runde, auf dem Formular und in jedem Bericht. Sie wird aus allem berechnet, was hier steht. Wäre für irgendjemanden etwas anders, so wäre auch dessen Nummer eine andere.
wave-number-whole = Vollständig:
wave-terms = Was vor der ersten E-Mail feststand
wave-terms-times = Antworten werden von { $opens } bis { $closes } angenommen.
wave-terms-latest = Auf Wunsch der Personalabteilung können sie länger angenommen werden, aber nie nach dem { $latest }.
wave-terms-destroys = Was auch geschieht: Bis zum { $when } werden die Schlüssel, die versiegelten Antworten und die persönlichen Links vernichtet.
wave-terms-smallest = Von Gruppen mit weniger als { $smallest } Antworten wird nichts gezeigt.
wave-terms-fixed = Der Fragebogen und sein Wortlaut, die Antwortseite und ihr Skript, die Schlüssel, der Baum der Teams und die Gruppen unten gehören ebenfalls zur Nummer.
wave-terms-page = Die Antwortseite, die dieser Server jetzt liefert, ist nicht die versprochene. Vielleicht wurde sie aktualisiert; antworten Sie erst, wenn jemand sie geprüft hat, dem Sie vertrauen.
wave-groups = Gruppen, deren Antworten zusammen zählen
wave-group = Gruppe
wave-invited = Eingeladen
wave-added = Nachträglich
wave-issued = Unterschriften
wave-ballots = Stimmen
wave-total = Alle
wave-counts-hold = Keine Gruppe hat mehr Stimmen als Unterschriften, und keine mehr Unterschriften als Eingeladene und Nachgetragene.
wave-counts-atoms = Gruppen, in denen zu wenige geantwortet haben, zählen mit anderen zusammen und haben keine eigenen Zahlen. Die Unterschriften ihrer Stimmen würden sie unterscheiden und werden deshalb nicht veröffentlicht: Dass diese Stimmen unterschrieben waren, hat nur der Server geprüft.
wave-counts-nowhere = In { $groups } haben zu wenige geantwortet, um irgendwo mitzuzählen. Ihre Quittungen stehen in der Liste.
wave-counts-broken = Eine Gruppe hat mehr Stimmen, als sie haben darf. Trauen Sie den Ergebnissen dieser Runde nicht, bevor das geklärt ist.
wave-spoilt = { $spoilt ->
    [one] Eine Stimme enthält
   *[other] { $spoilt } Stimmen enthalten
  } kein gültiges Formular, als wäre es von Hand gemacht, und { $spoilt ->
    [one] zählt
   *[other] zählen
  } in den Ergebnissen nicht mit. Von wem, kann niemand sagen.
wave-counts-later = Nach dem Ende werden hier die Stimmen jeder Gruppe gezählt, und die Quittung jeder Stimme wird aufgeführt.
wave-check = Selbst prüfen
wave-receipts = Ihr Gerät hat Ihnen eine Quittung gezeigt. Suchen Sie sie in der Liste: Steht sie darin, wurde Ihre Stimme gezählt. Was Sie geantwortet haben, verrät eine Quittung niemandem.
wave-receipts-list = Alle Quittungen dieser Runde
wave-ballots-root = Fingerabdruck der Liste:
wave-result-hash = Fingerabdruck der veröffentlichten Ergebnisse:
wave-verify = Gutcheck berechnet alles auf dieser Seite neu, aus dem öffentlichen Protokoll der Runde, und sagt in klaren Worten, was stimmt und was nicht:
wave-record = Das öffentliche Protokoll dieser Runde
wave-keys = Der Schlüssel, der die Antworten öffnet
wave-keys-destroyed = Der Schlüssel wurde am { $day } vernichtet, zusammen mit den versiegelten Antworten, den Unterschriften und allen persönlichen Links.
wave-keys-soon = Er wurde einmal benutzt. Am { $day } wird er vernichtet, zusammen mit den versiegelten Antworten, den Unterschriften und allen persönlichen Links.
wave-keys-off = Er wird gerade vernichtet.
wave-keys-by = Veröffentlicht sie niemand, so geschieht das trotzdem bis zum { $when }.
wave-keys-later = Er wird einmal benutzt, nach dem Ende, um alle Antworten gleichzeitig zu öffnen. Einige Tage nach der Veröffentlichung wird er vernichtet, zusammen mit den versiegelten Antworten, den Unterschriften und allen persönlichen Links.
wave-not = Was nicht geschützt ist
wave-not-traffic = Gegen jemanden, der den Verkehr aufzeichnet, während geantwortet wird, und dazu eine Kopie des Schlüssels behält.
wave-not-silent = Bis die Schlüssel vernichtet sind, verraten die Datenbank und das Protokoll eines Mailservers, wer nicht geantwortet hat: Nur dorthin gehen Erinnerungen.
wave-not-roster = Die Personalabteilung schreibt die Teamliste: Um eine echte Person könnten erfundene Kolleginnen und Kollegen stehen. Sehen Sie sich die Namen auf Ihrem Formular an.
wave-not-issuing = Der Server hat die Schlüssel, mit denen Stimmen unterschrieben werden: Er könnte für Schweigende antworten oder eine Stimme ungültig nennen. Die Zahlen oben sind öffentlich, aber niemand außerhalb kann die Ergebnisse nachrechnen. Eine Quittung beweist, dass eine Stimme in der Liste steht.
wave-not-script = Gegen einen Server, der einer Person ein verändertes Skript gibt. Die Seite ist für alle gleich und ihr Fingerabdruck Teil der Nummer, deshalb lässt sich so etwas finden, aber nur, wenn jemand hinsieht.
wave-not-operator = Gegen den, der den Server beherrscht: Bis der Schlüssel vernichtet ist, könnte er eine Antwort ihrer Person zuordnen.
wave-not-style = Der Stil eines Kommentars kann verraten, wer ihn geschrieben hat.
wave-not-unanimity = Antworten alle gleich, so wissen alle, was jede Person geantwortet hat. In jeder Gruppe bleiben ein oder zwei gleiche Antworten ungewiss.
wave-not-left = Zwei Runden kurz nacheinander können die Antworten von jemandem verraten, der dazwischen gegangen ist.
wave-not-order = Ein PostgreSQL-Server, der sein Transaktionsprotokoll aufhebt, behält die Reihenfolge, in der Stimmen kamen, aber nicht, was darin steht.
wave-not-erased = Niemand kann eine Antwort wiederfinden, deshalb lässt sich nachträglich keine auf Wunsch löschen.
wave-not-leader = Die Antworten der Führungskräfte über ihr eigenes Team sind namentlich, und ihr Formular sagt das.
wave-off = Diese Runde wurde am { $day } abgesagt. Ihre Schlüssel sind vernichtet, mit allen Stimmen und allen persönlichen Links: Nichts davon lässt sich je öffnen.
wave-lapsed = Niemand hat die Ergebnisse dieser Runde veröffentlicht. Ihre Schlüssel wurden am { $day } wie versprochen vernichtet, und nichts davon lässt sich je öffnen.
wave-changes = Was seitdem geändert wurde
wave-changes-means = Das Versprechen erlaubt diese Änderungen und keine anderen. Jede ist ein Glied einer Kette, die mit der Nummer oben beginnt; so kann keine unbemerkt wegfallen oder nachträglich dazukommen.
wave-changes-tip = Das letzte Glied dieser Änderungen. Wer diese Zeichen hier liest, sieht dieselben Änderungen:
wave-change-extend = { $day }: Die Personalabteilung hat die Runde verlängert; Antworten werden bis { $closes } angenommen.
wave-change-close = { $day }: Die Personalabteilung hat die Runde vor dem versprochenen Ende geschlossen, am { $closes }.
wave-change-add = { $day }: Jemand, der vergessen wurde oder dazugekommen ist, wird auch gefragt, in { $group }. Dort bisher benutzte Plätze: { $places } von { $spare }.
wave-change-call-off = { $day }: Die Personalabteilung hat die Runde abgesagt.
