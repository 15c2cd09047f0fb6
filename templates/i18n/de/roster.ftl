# Dateien mit der Teamliste: was darin nicht stimmt und wo.

roster-column-team = Team
roster-column-number = Nummer
roster-column-e-mail = E-Mail
roster-column-name = Name
roster-column-role = Rolle
roster-column-locale = Sprache
roster-column-time-zone = Zeitzone
roster-column-none = keine Spalte

roster-no-address = keine Adresse

roster-role-leader = Leitung
roster-role-member = Mitglied

roster-delimiter-comma = Kommas
roster-delimiter-semicolon = Semikolons
roster-delimiter-tab = Tabulatoren

roster-fault-levels = Schreiben Sie das Team als Pfad aus 1 bis 6 Namen, etwa Nordwind/Produkt/Plattform.
roster-fault-team = Geben Sie jeder Ebene im Pfad des Teams einen Namen von 1 bis 80 Zeichen in einer Zeile.
roster-fault-root = Beginnen Sie den Pfad mit demselben Namen wie in Zeile { $first }: Es gibt nur eine Organisation.
roster-fault-number = Schreiben Sie eine Nummer aus 1 bis 40 Zeichen in einer Zeile, oder lassen Sie das Feld leer.
roster-fault-email = Schreiben Sie genau eine Adresse, etwa ada@example.org, oder lassen Sie das Feld leer.
roster-fault-name = Schreiben Sie einen Namen von 1 bis 120 Zeichen in einer Zeile.
roster-fault-role = Schreiben Sie Leitung oder Mitglied.
roster-fault-locale = Schreiben Sie en oder de, oder lassen Sie die Zelle leer.
roster-fault-time-zone = Schreiben Sie eine Zone der IANA-Liste, etwa Europe/Berlin, oder lassen Sie die Zelle leer.
roster-fault-stray = Entfernen Sie, was außerhalb der benannten Spalten steht, oder setzen Sie die Zelle, zu der es gehört, in Anführungszeichen.
roster-fault-duplicate = Entfernen Sie diese Zeile: Zeile { $first } sagt dasselbe.
roster-fault-contradiction = Schreiben Sie es wie in Zeile { $first }, in der es um dieselbe Person geht.
roster-fault-both-roles = Entscheiden Sie sich für eine Rolle: In Zeile { $first } hat dieselbe Person in diesem Team die andere.

roster-error-encoding = Der Text der Datei ist beschädigt: Speichern Sie die Tabelle als „CSV UTF-8“ und laden Sie diese Datei hoch.
roster-error-binary = Das ist keine Textdatei, vielleicht eine Arbeitsmappe oder ein Bild: Speichern Sie die Tabelle als „CSV UTF-8“ und laden Sie diese Datei hoch.
roster-error-empty = Die Datei ist leer: In ihrer ersten Zeile müssen die Spalten Team, E-Mail, Name und Rolle stehen.
roster-error-unknown = In der ersten Zeile steht etwas Unbekanntes ({ $names }): Benennen Sie es um, oder entfernen Sie es. Bekannt sind Team, Nummer, E-Mail, Name, Rolle, Sprache und Zeitzone.
roster-error-repeated = Die erste Zeile nennt die Spalte { $names } mehr als einmal: Lassen Sie nur eine stehen.
roster-error-missing = In der ersten Zeile fehlt eine Spalte ({ $names }): Ergänzen Sie sie, oder prüfen Sie, ob dort die Spaltennamen stehen.
roster-error-no-rows = In der Datei steht niemand: Unter die Zeile mit den Spaltennamen kommt eine Zeile für jede Person in einem Team.
roster-error-too-long = Die Datei hat mehr als 200.000 Zeilen: Laden Sie eine kleinere Teamliste hoch.
