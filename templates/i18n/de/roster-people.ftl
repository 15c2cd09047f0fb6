# Menschen und Teams der Teamliste: wer dieselbe Person ist, wofür eine Datei spricht, zurücknehmen, auf einer Seite ändern.

problem-roster-outside = Zeile { $line } betrifft { $team } und liegt außerhalb des Teils der Organisation, den Sie gewählt haben. Wählen Sie den Teil neu, oder laden Sie eine Datei nur zu diesem Teil hoch.
problem-roster-taken = { $mark } gehört zu { $name }; über diese Person sagt die Datei nichts. Berichtigen Sie die Datei, oder ändern Sie zuerst { $name } in der Liste.
problem-roster-leaving = { $leaving } Personen würden ausscheiden. Wenn das stimmt, tippen Sie zur Bestätigung die Zahl { $leaving } ein.
