# Dateien mit der Teamliste: was darin nicht stimmt und wo.

roster-column-team = Team
roster-column-number = Nummer
roster-column-e-mail = E-Mail
roster-column-name = Name
roster-column-role = Rolle
roster-column-locale = Sprache
roster-column-time-zone = Zeitzone
roster-column-manager = berichtet an
roster-column-status = Status
roster-column-none = keine Spalte
roster-column-reason = was zu tun ist

roster-no-address = keine Adresse

roster-role-leader = Leitung
roster-role-member = Mitglied

roster-delimiter-comma = Kommas
roster-delimiter-semicolon = Semikolons
roster-delimiter-tab = Tabulatoren
roster-delimiter-bar = senkrechten Strichen (|)

roster-fault-levels = Schreiben Sie das Team als Pfad aus 1 bis 6 Namen, etwa Nordwind/Produkt/Plattform.
roster-fault-team = Geben Sie jeder Ebene im Pfad des Teams einen Namen von 1 bis 80 Zeichen in einer Zeile.
roster-fault-root = Beginnen Sie den Pfad mit demselben Namen wie in Zeile { $first }: Es gibt nur eine Organisation.
roster-fault-number = Schreiben Sie eine Nummer aus 1 bis 40 Zeichen in einer Zeile, oder lassen Sie das Feld leer.
roster-fault-email = Schreiben Sie genau eine Adresse, etwa ada@example.org, oder lassen Sie das Feld leer.
roster-fault-letters = Schreiben Sie die Adresse, wie der Mailserver sie kennt: Vor dem @ stehen nur Buchstaben ohne Akzente, Ziffern und Zeichen. Hinter dem @ sind andere Buchstaben in Ordnung.
roster-fault-name = Schreiben Sie einen Namen von 1 bis 120 Zeichen in einer Zeile.
roster-fault-role = Schreiben Sie Leitung oder Mitglied, oder sagen Sie unter „Spalten und Buchstaben“, wofür das Wort steht.
roster-fault-stray = Entfernen Sie, was außerhalb der benannten Spalten steht, oder setzen Sie die Zelle, zu der es gehört, in Anführungszeichen.
roster-fault-alone = Sagen Sie, an wen die Person berichtet; es muss jemand aus der Liste sein, denn daraus folgen die Teams.
roster-fault-duplicate = Entfernen Sie diese Zeile: Zeile { $first } sagt dasselbe.
roster-fault-contradiction = Schreiben Sie es wie in Zeile { $first }, in der es um dieselbe Person geht.
roster-fault-both-roles = Entscheiden Sie sich für eine Rolle: In Zeile { $first } hat dieselbe Person in diesem Team die andere.
roster-fault-root-all = Beginnen Sie alle Pfade mit demselben Namen: Es gibt nur eine Organisation. Oder ordnen Sie die Spalten unter „Spalten und Buchstaben“ zu; dann steht jedes Team unter der Organisation.
roster-fault-duplicate-all = Entfernen Sie diese Zeilen: Eine andere sagt dasselbe.
roster-fault-contradiction-all = Schreiben Sie es wie in der anderen Zeile, in der es um dieselbe Person geht.
roster-fault-both-roles-all = Entscheiden Sie sich für eine Rolle: In einer anderen Zeile hat dieselbe Person in diesem Team die andere.

roster-note-inactive = Beiseite gelassen, weil die Person nicht mehr hier arbeitet.
roster-note-hidden = Unsichtbare Zeichen wurden entfernt.
roster-note-locale = Diese Sprache gibt es hier nicht; die Person behält die bisherige oder bekommt die der Organisation.
roster-note-time-zone = Diese Zeitzone ist nicht bekannt; die Person behält die bisherige oder bekommt die der Organisation.
roster-note-no-team = Hier steht kein Team; die Person kommt in die Organisation selbst.
roster-note-too-deep = Zu viele Ebenen; alles unter der sechsten ist ein Team.
roster-note-no-manager = Wer als vorgesetzt genannt ist, steht nicht in der Liste.
roster-note-which-manager = Mehrere heißen so, wie die vorgesetzte Person genannt ist; deshalb wurde niemand genommen.
roster-note-circle = Wer an wen berichtet, geht im Kreis; er wurde hier aufgeschnitten.
roster-note-tie = In diesem Team wurden mehrere gleich oft genannt; jetzt leitet es diese Person.

roster-error-encoding = Der Text der Datei lässt sich nicht als { $encoding } lesen: Speichern Sie die Tabelle als „CSV UTF-8“ und laden Sie diese Datei hoch.
roster-error-binary = Die Datei ist weder Text noch eine Arbeitsmappe, die sich öffnen lässt: Speichern Sie die Tabelle als „CSV UTF-8“ und laden Sie diese Datei hoch.
roster-error-empty = Die Datei ist leer: In ihrer ersten Zeile müssen die Namen der Spalten stehen.
roster-error-no-rows = In der Datei steht niemand: Unter die Zeile mit den Spaltennamen kommt eine Zeile für jede Person.
roster-error-too-long = Die Datei hat mehr als 200.000 Zeilen: Laden Sie eine kleinere Teamliste hoch.
