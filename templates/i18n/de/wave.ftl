# Die öffentliche Seite einer Runde: für Befragte, den Betriebsrat und alle, die ihre Adresse haben.

wave-title = Das Versprechen von { $title }
wave-anonymous = Antworten, die niemand zurückverfolgen kann
wave-confidential = Vertrauliche Antworten
wave-anonymous-lead = Was allen Befragten versprochen wurde, zuerst in einfachen Worten. Weiter unten steht, womit sich jedes davon prüfen lässt.
wave-confidential-lead = Was allen Befragten versprochen wurde, zuerst in einfachen Worten. Vertraulich ist nicht anonym: Der Server versiegelt die Antworten, nicht der Browser.
wave-short = Kurz gesagt
wave-who-asks = Wer fragt
wave-who-is-asked = Wer gefragt ist
wave-people = { $people ->
    [one] eine Person
   *[other] { $people } Personen
  } in { $groups ->
    [one] einer Gruppe
   *[other] { $groups } Gruppen
  }
wave-when = Wann
wave-what = Was gefragt wird
wave-statements = { $count } Aussagen dazu, wie Führungskraft und Team zusammenarbeiten, etwa { $minutes } Minuten. Führungskräfte beantworten dasselbe aus ihrer Sicht.
wave-who-reads = Wer liest
wave-readers = Führungskräfte lesen die Ergebnisse der Gruppen, die sie leiten, die Personalabteilung die der Organisation. Auf dem Formular sehen die Befragten alle Lesenden mit Namen.
wave-never = Was niemand sieht
wave-never-means = Einzelne Formulare, und nichts über Gruppen mit weniger als { $smallest } Antworten.
wave-until = Wie lange es bleibt
wave-until-means = Versiegelte Antworten, persönliche Links und Schlüssel: bis einige Tage nach der Veröffentlichung der Ergebnisse, längstens bis
wave-until-gone = Versiegelte Antworten, persönliche Links und Schlüssel wurden am { $day } vernichtet.
wave-until-results = Nach dem Ende der Runde bleiben die Ergebnisse, Summen ohne Namen, { $results ->
    [0] ohne Ende
    [one] einen Monat
   *[other] { $results } Monate
  }, Kommentare { $comments ->
    [0] ohne Ende
    [one] einen Monat
   *[other] { $comments } Monate
  }, und was Führungskräfte namentlich geantwortet haben, { $leaders ->
    [0] ohne Ende
    [one] einen Monat
   *[other] { $leaders } Monate
  }.
wave-trust = Worauf das beruht
wave-trust-anonymous = Der Browser versiegelt die Antworten, und der Server unterschreibt sie, ohne sie zu sehen. Sind die Schlüssel vernichtet, kann niemand mehr sagen, von wem eine Antwort ist, auch nicht, wer den Server betreibt.
wave-trust-confidential = Der Server versiegelt die Antworten beim Eingang. Bis die Schlüssel vernichtet sind, könnte, wer den Server beherrscht, sagen, von wem eine Antwort ist.
wave-questions = Alle { $count } Aussagen lesen
wave-questions-open = Offene Fragen, die leer bleiben dürfen:
wave-questions-leader = Führungskräfte bekommen dieselben Aussagen aus ihrer Sicht und antworten mit Namen.
wave-questions-leader-open = Ihre offenen Fragen:
wave-details = Die Einzelheiten, und wie man sie prüft
wave-receipts = Als Sie geantwortet hatten, hat Ihr Gerät Ihnen eine Quittung gezeigt. Hier können Sie prüfen, dass Ihre Stimme gezählt wurde. Was Sie geantwortet haben, verrät eine Quittung niemandem.
wave-receipts-later = Nach dem Ende steht hier jede Stimme in einer Liste, und mit Ihrer Quittung können Sie prüfen, dass Ihre dabei ist. Was versprochen wurde, lässt sich jetzt schon prüfen.
wave-check-receipt = Ihre Quittung
wave-check-receipt-hint = 64 Buchstaben und Ziffern. Bleibt das Feld leer, werden die Quittungen gesucht, die auf diesem Gerät liegen.
wave-check-number = Die Nummer in Ihrer E-Mail, oder der Link
wave-check-number-hint = Das Feld darf leer bleiben. Die Nummer sieht so aus: K7Q2-9MXT-4HDA-8WZN.
wave-check-go = In diesem Browser prüfen
wave-check-busy = Wird geprüft …
wave-check-unable = Das ließ sich nicht prüfen: Der Server hat nicht geantwortet, oder dieser Browser ist zu alt. Versuchen Sie es noch einmal, oder nehmen Sie den Befehl unten.
wave-check-stop = Etwas stimmt nicht. Behalten Sie, was Sie sehen, und zeigen Sie es dem Betriebsrat.
wave-check-holds = Alles, was geprüft wurde, stimmt.
wave-check-own = Ihr Browser rechnet all das selbst und sendet nichts von dem, was Sie eingeben. Das Skript kommt allerdings von diesem Server: Wenn Sie sich darauf nicht verlassen wollen, nehmen Sie den Befehl unter „Ohne diese Seite prüfen“.
wave-check-more = Ohne diese Seite prüfen
wave-said-receipt = Ihre Quittung steht in der Liste: Ihre Stimme ist dabei.
wave-said-receipt-not = Diese Quittung steht nicht in der Liste. Vergleichen Sie sie Zeichen für Zeichen; stimmt sie, dann fehlt die Stimme.
wave-said-receipt-part = Das ist keine ganze Quittung: Sie hat 64 Buchstaben und Ziffern. In der Liste wurde nicht gesucht.
wave-said-kept = Eine Quittung, die auf diesem Gerät liegt, steht in der Liste: Diese Stimme ist dabei.
wave-said-kept-not = Keine Quittung, die auf diesem Gerät liegt, steht in dieser Liste. Vielleicht gehören sie zu anderen Runden.
wave-said-list = Die Liste der Stimmen ist vollständig und unverändert: Sie hat den veröffentlichten Fingerabdruck.
wave-said-list-not = Die Liste der Stimmen hat nicht den veröffentlichten Fingerabdruck: Etwas wurde hinzugefügt, weggelassen oder geändert.
wave-said-later = Die Liste der Stimmen wird nach dem Ende veröffentlicht.
wave-said-number = Die eingegebene Nummer gehört zu diesem Versprechen: Ihnen wurde versprochen, was hier steht.
wave-said-number-not = Die eingegebene Nummer gehört nicht zu diesem Versprechen. Ihnen wurde etwas anderes versprochen, oder sie gehört zu einer anderen Runde.
wave-said-promise = Die Bedingungen, Gruppen und Änderungen, die hier veröffentlicht sind, ergeben genau die Nummer dieses Versprechens.
wave-said-promise-not = Die Bedingungen, Gruppen und Änderungen, die hier veröffentlicht sind, ergeben nicht die Nummer dieses Versprechens.
wave-terms-opens = Antworten werden angenommen ab
wave-terms-closes = Versprochenes Ende:
wave-terms-latest = Verlängert die Personalabteilung die Runde, dann längstens bis
wave-terms-destroys = Was auch geschieht, die Schlüssel, die versiegelten Antworten und die persönlichen Links werden vernichtet bis
wave-verify = Das Programm berechnet alles auf dieser Seite neu, aus dem öffentlichen Protokoll der Runde, jede Unterschrift auch, und sagt in klaren Worten, was stimmt und was nicht:
wave-number = Die Nummer des Versprechens
wave-number-means = Dieselbe Nummer steht in jeder E-Mail dieser Runde, auf dem Formular und in jedem Bericht. Sie wird aus allem berechnet, was hier steht. Wäre für irgendjemanden etwas anders, so wäre auch dessen Nummer eine andere.
wave-number-whole = Vollständig:
wave-terms = Was vor der ersten E-Mail feststand
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
wave-receipts-list = Alle Quittungen dieser Runde
wave-ballots-root = Fingerabdruck der Liste:
wave-result-hash = Fingerabdruck der veröffentlichten Ergebnisse:
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
