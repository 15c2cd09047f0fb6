# Was wie lange aufbewahrt wird, was über eine Person bekannt ist, und das Löschen.

retention-title = Was wie lange aufbewahrt wird
retention-lead = Was von selbst verschwindet, wann und warum. Die Fristen legt der Betrieb fest; was gelöscht wurde, steht im Protokoll.
retention-what = Was
retention-term = Frist
retention-why = Warum so lange
retention-days = { $count ->
    [one] ein Tag
   *[other] { $count } Tage
  }
retention-months = { $count ->
    [one] ein Monat
   *[other] { $count } Monate
  }
retention-kept = so lange wie das, wozu es gehört
retention-what-leavers = Name, Adresse und Nummer von Ausgeschiedenen
retention-why-leavers = Gezählt ab der ersten Nacht ohne Platz in der Teamliste. Bis dahin sind die Schlüssel der letzten Befragung, an der die Person beteiligt war, in der Regel vernichtet; auf die einer laufenden wird gewartet.
retention-what-leader-answers = Antworten, die Führungskräfte namentlich gegeben haben
retention-why-leader-answers = Gezählt ab dem Ende der Befragung. Aus ihnen wird der Unterschied im Bericht berechnet; danach zeigen ihre Berichte nur noch das Team. Stützen sich Zahlen einer späteren Befragung darauf, bleiben sie, bis auch diese gehen.
retention-what-comments = Kommentare
retention-why-comments = Gezählt ab dem Ende der Befragung. Sie sind für das Gespräch danach da, und an der Schreibweise lässt sich jemand erkennen.
retention-what-waves = Befragungen als Ganzes: Ergebnisse, Berichte, Vereinbarungen, Liste der Stimmzettel
retention-why-waves = Gezählt ab ihrem Ende. Lang genug, um zu sehen, ob sich etwas geändert hat. Was eine Wiederholung fortsetzt, bleibt, und ebenso, worauf sich Zahlen einer späteren Befragung stützen.
retention-what-mails = Dass eine E-Mail verschickt wurde und was daraus wurde
retention-why-mails = Gezählt ab dem Versand, sobald die Schlüssel der Befragung vernichtet sind. Was darin stand, wird gar nicht aufbewahrt.
retention-what-undo = Womit sich der letzte Import zurücknehmen lässt
retention-why-undo = Es enthält ganze Zeilen von Personen.
retention-what-uploads = Hochgeladene Teamlisten, die niemand übernommen hat
retention-why-uploads = Zeit, sich die Vorschau anzusehen.
retention-what-acts = Das Protokoll
retention-why-acts = Es belegt den Ablauf der Befragungen. Was übrig ist, bleibt eine lückenlose Kette: Ihr Anfang ist versiegelt.
retention-what-keys = Schlüssel, versiegelte Stimmzettel, Links, Namenslisten, und wer einen Link benutzt hat
retention-term-keys = bis zum versprochenen Tag
retention-why-keys = Sie verschwinden einige Tage nach der Veröffentlichung, spätestens 30 Tage nach dem Ende, wie es jede Befragung verspricht.
retention-what-sessions = Wo jemand angemeldet ist, und Links zum Anmelden
retention-term-sessions = höchstens 7 Tage
retention-why-sessions = Eine Sitzung endet nach 12 Stunden ohne Benutzung; ein Link gilt einmal und wird einen Tag nach seinem Ablauf gelöscht.
retention-what-packs = Dateien mit den Berichten aller Teams
retention-term-packs = ein Tag
retention-why-packs = Sie lassen sich jederzeit neu packen.
retention-night = Letzte Nacht
retention-night-never = Es ist noch keine Nacht vergangen.
retention-night-gone = Gelöscht am { $day }:
retention-night-nothing = Am { $day } war nichts fällig.
retention-gone-leavers = { $count ->
    [one] eine ausgeschiedene Person
   *[other] { $count } ausgeschiedene Personen
  }
retention-gone-leader-answers = { $count ->
    [one] die Antworten einer Führungskraft
   *[other] die Antworten von { $count } Führungskräften
  }
retention-gone-comments = { $count ->
    [one] ein Kommentar
   *[other] { $count } Kommentare
  }
retention-gone-waves = { $count ->
    [one] eine Befragung
   *[other] { $count } Befragungen
  }
retention-gone-mails = { $count ->
    [one] der Vermerk zu einer E-Mail
   *[other] die Vermerke zu { $count } E-Mails
  }
retention-gone-undo = womit sich der letzte Import zurücknehmen ließ
retention-gone-uploads = { $count ->
    [one] eine hochgeladene Datei
   *[other] { $count } hochgeladene Dateien
  }
retention-gone-acts = { $count ->
    [one] der älteste Eintrag des Protokolls
   *[other] die { $count } ältesten Einträge des Protokolls
  }
retention-never = Was nie aufbewahrt wird
retention-never-who = Wer welche Antwort gegeben hat: Stimmzettel enthalten weder Name noch Adresse, Nummer oder Uhrzeit.
retention-never-time = Wann jemand geantwortet hat.
retention-never-text = Der Text einer E-Mail und das Geheimnis in ihrem Link.
retention-never-secret = Passwörter und Codes: nur das, womit sie sich prüfen lassen.
retention-elsewhere = Was Gutcheck nicht löschen kann
retention-elsewhere-means = Sicherungen, Protokolle von Mailservern, E-Mails in Postfächern und heruntergeladene Dateien. Für sie gelten die Fristen des Betriebs und der Organisation.

data-title = Daten einer Person
data-lead = Für Personen, die wissen möchten, was über sie bekannt ist, oder es löschen lassen möchten.
data-search = Name, Adresse oder Nummer
data-found = { $count ->
    [0] Niemand hat diese Wörter in Name, Adresse oder Nummer.
    [one] Eine Person
   *[other] { $count } Personen
  }
data-more = Die ersten { $count } werden gezeigt; mit einem weiteren Wort werden es weniger.
data-left = ausgeschieden
data-erased = Die Person wurde gelöscht. Das steht im Protokoll, ohne Namen.
data-copy-title = Auskunft
data-copy-means = Alles, was die Datenbank über diese Person enthält, als Datei (JSON), die Menschen und Programme lesen können: Teamliste, Konto, Einladungen, namentliche Bögen als Führungskraft und was sie getan hat. Ob und was sie als Teammitglied geantwortet hat, steht nicht darin, denn das darf niemand wissen. Der Abruf steht im Protokoll.
data-copy-administrator = Die Administration sieht keine Ergebnisse; Antworten als Führungskraft fehlen deshalb. Sie stehen in der Auskunft, die die Person selbst oder die Befragungsleitung abruft.
data-copy-go = Auskunft herunterladen
data-own = Alles, was über Sie bekannt ist, als Datei (JSON), die Menschen und Programme lesen können. Der Abruf steht im Protokoll.
data-own-go = Meine Daten herunterladen
data-erase-title = Löschen
data-goes = Was sofort verschwindet
data-goes-row = Name, Adresse, Nummer, Sprache und Zeitzone.
data-goes-places = { $count ->
    [one] Der Platz in einem Team.
   *[other] Die Plätze in { $count } Teams.
  }
data-goes-account = { $count ->
    [0] Das Konto mit Passwort und zweitem Faktor.
    [one] Das Konto mit Passwort und zweitem Faktor und eine Sitzung.
   *[other] Das Konto mit Passwort und zweitem Faktor und { $count } Sitzungen.
  }
data-goes-forms = { $count ->
    [one] Die Antworten in einem Bogen als Führungskraft. Der Bericht dieses Teams zeigt danach nur noch das Team, und die Unsicherheit, an der Unterschiede anderer Teams gemessen werden, wird ohne ihn berechnet.
   *[other] Die Antworten in { $count } Bögen als Führungskraft. Die Berichte dieser Teams zeigen danach nur noch das Team, und die Unsicherheit, an der Unterschiede anderer Teams gemessen werden, wird ohne sie berechnet.
  }
data-goes-mails = Was noch an diese Person verschickt werden sollte.
data-goes-imports = Womit sich der letzte Import zurücknehmen lässt, und hochgeladene, noch nicht übernommene Listen: Sie enthalten Zeilen von Personen.
data-goes-links = Links zu laufenden Befragungen gelten nicht mehr. Wer schon geantwortet hat, ist gezählt, und niemand kann diesen Stimmzettel finden. Es laufen:
data-stays = Was bleibt, und warum
data-stays-invited = { $count ->
    [one] Dass jemand ohne Namen in einer Befragung gefragt wurde: Die Zahl der Einladungen ist versprochen.
   *[other] Dass jemand ohne Namen in { $count } Befragungen gefragt wurde: Die Zahlen der Einladungen sind versprochen.
  }
data-stays-ballots = Stimmzettel: Sie tragen keinen Namen; niemand kann sagen, ob einer davon von dieser Person ist.
data-stays-released = Veröffentlichte Ergebnisse: Das sind Summen über Gruppen, aus denen sich niemand wieder herausnehmen lässt.
data-stays-list = In „{ $wave }“ die Namensliste, die den Mitgliedern der Gruppe gezeigt wurde, spätestens bis zum { $day }: Ihr Fingerabdruck ist versprochen.
data-stays-list-soon = In „{ $wave }“ die Namensliste, die den Mitgliedern der Gruppe gezeigt wird, bis die Schlüssel vernichtet werden: Ihr Fingerabdruck ist versprochen.
data-stays-log = Im Protokoll eine Kennung aus 26 Buchstaben, die zu niemandem mehr führt, bis ihre Einträge verschwinden. Der Name einer Treuhänderin oder eines Treuhänders steht im Versprechen und im Protokoll.
data-stays-agreements = Vereinbarungen eines Teams: Sie gehören dem Team. Steht darin ein Name, kann die Führungskraft sie zurücknehmen.
data-stays-elsewhere = Sicherungen, Protokolle von Mailservern, E-Mails und heruntergeladene Dateien. Darum muss sich der Betrieb kümmern.
data-erase-roster = Steht die Person auch in der nächsten Teamliste, kommt sie damit wieder: Nehmen Sie sie zuerst aus dem System, aus dem die Liste stammt.
data-erase-sure = { $name } endgültig löschen. Das lässt sich nicht rückgängig machen.
data-erase-go = Löschen
data-person = Auskunft über diese Person, oder ihre Daten löschen

data-about-answers = Ob diese Person als Teammitglied geantwortet hat und was, steht nicht in dieser Datei: Stimmzettel tragen keinen Namen, und wer einen Link benutzt hat, erfährt niemand, bis es vernichtet wird.
data-about-silent = Erinnerungen fehlen. Sie gehen nur an die, die noch nicht geantwortet haben, und würden es verraten.
data-about-released = Veröffentlichte Ergebnisse sind Summen über Gruppen ab fünf Personen; wer welchen Anteil daran hat, lässt sich nicht sagen.
data-about-forms = Antworten, die jemand namentlich als Führungskraft gegeben hat, stehen in der Auskunft, die die Person selbst abruft, und nach der Veröffentlichung in der, die die Befragungsleitung abruft. Die Administration bekommt sie nicht. Was eine Führungskraft mit ihrem Team vereinbart hat, steht nur in der Auskunft, die sie selbst abruft, solange sie es führt.
data-about-elsewhere = Nicht hier: Sicherungen, das Protokoll des Servers (es enthält keine Namen), Protokolle von Mailservern und heruntergeladene Dateien. Bis die Schlüssel einer Befragung vernichtet sind, steht der Name dieser Person auch in der Namensliste, die den Mitgliedern einer Gruppe gezeigt wird.

problem-erase-account = Hier wird nichts gelöscht: Diese Person hat ein Konto. Bitten Sie die Administration, sie zu löschen.
problem-erase-sure = Es wurde nichts gelöscht: Bestätigen Sie mit dem Häkchen, dass es endgültig ist.

hr-log-data-downloaded = Eine Auskunft über { $title } wurde heruntergeladen
hr-log-erased = Eine Person wurde gelöscht
hr-log-tidied = Was lange genug aufbewahrt war, wurde gelöscht: { $what }
hr-log-gone = jemand, der nicht mehr bekannt ist
hr-log-begins = Das Protokoll beginnt nach Eintrag { $no }: Frühere wurden nach Ablauf ihrer Frist gelöscht. Der Anfang ist versiegelt wie jeder Eintrag.

# Das Protokoll, dessen Ende Versprechen nennen.

hr-log-unlike = Das Protokoll ist nicht das versprochene: Das Versprechen von { $waves } nennt einen Eintrag, den es darin nicht gibt. Jemand hat es neu geschrieben.
wave-terms-log = Als dies versprochen wurde, war { $tip } der letzte Eintrag im Protokoll dessen, was die Organisation hier getan hat. Die Prüfung vergleicht ihn mit dem Protokoll.
