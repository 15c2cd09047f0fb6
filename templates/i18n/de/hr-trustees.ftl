# Runden, die Vertrauenspersonen öffnen: wie die Personalabteilung sie plant, und was sie und alle darüber lesen.

hr-plan-opener = Wer die Antworten öffnet
hr-opener-server = Der Server allein
hr-plan-server = Der Schlüssel liegt beim Server in einer eigenen Datei, wird nach dem Ende einmal benutzt und dann vernichtet. Wer den Server beherrscht, könnte ihn früher benutzen.
hr-opener-trustees = Vertrauenspersonen gemeinsam
hr-plan-trustees = Der Server kann nichts öffnen. So viele der Vertrauenspersonen unten müssen es gemeinsam tun, jede mit einem Schlüssel, den nur sie hat. Das geht nur in einer anonymen Runde.
hr-plan-trustees-who = Vertrauenspersonen
hr-plan-trustees-lead = Zwei bis neun Personen, zum Beispiel Betriebsrat, Datenschutzbeauftragte und Personalabteilung. Jede erzeugt auf der Seite { $page } einen Schlüssel und schickt Ihnen den öffentlichen Teil. Vergleichen Sie seine letzten Zeichen am Telefon, damit niemand einen anderen Schlüssel unterschieben kann.
hr-plan-trustee-name = Name oder Rolle der Vertrauensperson { $no }
hr-plan-trustee-key = Öffentlicher Teil des Schlüssels der Vertrauensperson { $no }
hr-plan-trustees-more = Weitere Vertrauenspersonen
hr-plan-needed = Wie viele von ihnen nötig sind
hr-plan-needed-hint = Mindestens zwei. Gehen so viele Schlüssel verloren, dass weniger übrig sind, kann niemand mehr die Antworten öffnen. Bei 2 von 3 darf ein Schlüssel verloren gehen.

hr-trustees = Vertrauenspersonen
hr-trustees-needed = { $needed } von { $count } Vertrauenspersonen öffnen diese Runde gemeinsam; der Server allein kann es nicht.
hr-trustees-lose = { $spare ->
    [0] Geht auch nur einer ihrer Schlüssel verloren,
    [one] Geht mehr als einer ihrer Schlüssel verloren,
   *[other] Gehen mehr als { $spare } ihrer Schlüssel verloren,
  } kann niemand die Antworten dieser Runde öffnen, weder Sie noch der Betreiber. Einen anderen Weg gibt es nicht: Die Antworten werden dann ungeöffnet vernichtet.
hr-trustees-launch = Nach dem Start müssen { $needed } Vertrauenspersonen zeigen, dass ihre Schlüssel funktionieren, bevor die erste E-Mail hinausgeht. Sagen Sie es ihnen vorher: Ist es bis zum Beginn nicht geschehen, wartet die Runde.
hr-trustees-prove = Vor der ersten E-Mail müssen { $needed } von ihnen zeigen, dass ihre Schlüssel funktionieren. Schicken Sie allen die Nummer { $short } und die Adresse { $page }.
hr-trustees-missing-proof = { $missing ->
    [0] Genug von ihnen haben es getan. Die anderen können es noch tun, bis die Runde öffnet.
    [one] Eine muss es noch tun.
   *[other] { $missing } müssen es noch tun.
  }
hr-trustees-late = Die Zeit des Beginns ist da, und { $missing ->
    [one] eine Vertrauensperson muss
   *[other] { $missing } Vertrauenspersonen müssen
  } noch zeigen, dass der Schlüssel funktioniert. Deshalb wartet die Runde: Keine E-Mail ist hinausgegangen. Sie öffnet, sobald das geschehen ist, wenn es vor ihrem Ende geschieht. Ist ein Schlüssel verloren oder falsch eingetragen, planen Sie eine neue Runde mit dem richtigen.
hr-trustees-missed = Bis zum Ende hatten zu wenige Vertrauenspersonen gezeigt, dass ihre Schlüssel funktionieren. Deshalb hat diese Runde nie geöffnet, und niemand wurde befragt. Planen Sie eine neue.
hr-trustees-wait = Jetzt kann niemand etwas öffnen. Die Schlüssel werden wieder gebraucht, wenn die Liste der Stimmzettel feststeht, eine Viertelstunde nach dem Ende.
hr-trustees-open = Die Liste der Stimmzettel steht fest. { $needed } von ihnen müssen jetzt ihre Anteile an allen Stimmzetteln öffnen. Schicken Sie allen die Nummer { $short } und die Adresse { $page }.
hr-trustees-early = Haben Sie diese Runde früher beendet, öffnen sie sie vom versprochenen Ende an. Vorher müssen sie von Ihnen am Telefon hören, dass Sie sie beendet haben, und das letzte Glied der Änderungen: Lesen Sie es ihnen von der öffentlichen Seite der Runde vor.
hr-trustees-missing-shares = { $missing ->
    [0] Genug von ihnen haben es getan: Sie können die Ergebnisse freigeben.
    [one] Eine muss es noch tun, bevor die Ergebnisse freigegeben werden können.
   *[other] { $missing } müssen es noch tun, bevor die Ergebnisse freigegeben werden können.
  }
hr-trustees-misfits = Einige Anteile passen nicht zu ihren Stimmzetteln. Entweder hat, wer einen solchen Stimmzettel geschickt hat, ihn verdorben, oder die Vertrauensperson hat nicht den richtigen Anteil abgegeben. Gibt noch eine Vertrauensperson ihre Anteile ab, werden die der zweiten Art trotzdem geöffnet. Was sich nicht öffnen lässt, bleibt draußen und wird öffentlich als verdorben gezählt.
hr-trustees-lost = { $spare ->
    [0] Geht auch nur einer der Schlüssel verloren,
    [one] Geht mehr als einer der Schlüssel verloren,
   *[other] Gehen mehr als { $spare } der Schlüssel verloren,
  } kann niemand diese Runde öffnen. Sie endet dann wie jede andere an dem Tag, an dem alles vernichtet wird, ohne Ergebnisse.
hr-trustees-over = Sie werden nicht mehr gebraucht. Was sie abgegeben haben, wurde mit der Auszählung gelöscht.
hr-trustees-who = Vertrauensperson
hr-trustees-done = Was sie getan hat
hr-trustees-proven = hat am { $day } gezeigt, dass der Schlüssel funktioniert
hr-trustees-unproven = hat noch nicht gezeigt, dass der Schlüssel funktioniert
hr-trustees-handed = abgegeben: { $fits } von { $ballots } Anteilen passen
hr-trustees-not-handed = hat nichts abgegeben
hr-trustees-refused = hat am { $day } Anteile abgegeben, die nicht die ihren sind; sie wurden abgelehnt
hr-trustees-refused-what = Fragen Sie, wer hier genannt ist, ob es der richtige Schlüssel war, und sagen Sie es den anderen Vertrauenspersonen. Ihre Anteile zählen erst, wenn die richtigen abgegeben sind.

hr-trustees-key-sound = Die Schlüsseldatei, unter der die Anteile der Vertrauenspersonen bis zur Auszählung liegen, wurde am { $when } geprüft: Sie passt zu dieser Runde.
hr-trustees-key-broken = Die Schlüsseldatei, unter der die Anteile der Vertrauenspersonen bis zur Auszählung liegen, hat die Prüfung am { $when } nicht bestanden: Bitten Sie den Betreiber, vor dem Ende der Runde die richtige zurückzulegen. Der Grund steht im Protokoll des Servers.

hr-state-proving = Wartet auf Vertrauenspersonen
hr-wave-proving = Teamliste, Gruppen, Fragen und Zeiten stehen fest. Die Runde öffnet am { $opens }, sobald genug Vertrauenspersonen gezeigt haben, dass ihre Schlüssel funktionieren; dann gehen auch die Einladungen hinaus.
hr-next-proving = { $title } wartet auf ihre Vertrauenspersonen
hr-next-proving-why = Der Beginn ist am { $when }. Vor der ersten E-Mail müssen Vertrauenspersonen zeigen, dass ihre Schlüssel funktionieren.
hr-next-proving-go = Sehen, wer es noch tun muss

hr-log-trustee-proven = Eine Vertrauensperson von { $title } zeigte, dass der Schlüssel funktioniert
hr-log-trustee-opened = Eine Vertrauensperson von { $title } gab die geöffneten Anteile an allen Stimmzetteln ab
hr-log-trustee-refused = Eine Vertrauensperson von { $title } gab Anteile ab, die nicht die ihren sind; sie wurden abgelehnt

problem-trustees-few = Vertrauenspersonen öffnen eine Runde gemeinsam, also müssen es mindestens zwei sein: Tragen Sie eine weitere mit Name und Schlüssel ein, oder überlassen Sie das Öffnen dem Server.
problem-trustees-needed = Wie viele Vertrauenspersonen nötig sind, passt nicht: Schreiben Sie eine Zahl von 2 bis { $count }, so viele sind eingetragen.
problem-trustees-name = Die Vertrauensperson { $row } hat einen Schlüssel und keinen Namen, oder einen zu langen: Schreiben Sie 1 bis { $most } Zeichen, zum Beispiel Betriebsrat.
problem-trustees-key = Der öffentliche Teil des Schlüssels von { $name } fehlt oder ist beschädigt: Fügen Sie den ganzen Text ein, der mit gutcheck-trustee-1. beginnt, wie ihn die Seite für Vertrauenspersonen zeigt.
problem-trustees-twice = { $name } ist zweimal eingetragen oder hat den Schlüssel einer anderen Person: Geben Sie jeder Vertrauensperson einen eigenen Namen und einen eigenen Schlüssel.
problem-trustees-confidential = In einer vertraulichen Runde sieht der Server jede Antwort beim Eingang, also würden Vertrauenspersonen nichts schützen: Wählen Sie anonym, oder überlassen Sie das Öffnen dem Server.
problem-trustees-shares = { $came ->
    [0] Noch keine Vertrauensperson hat
    [one] Eine Vertrauensperson hat
   *[other] { $came } Vertrauenspersonen haben
  } Anteile abgegeben, nötig sind { $needed }: Bitten Sie die anderen, ihre zu öffnen, und geben Sie die Ergebnisse dann frei.

wave-trustees = Wer die Antworten öffnet
wave-trustees-needed = { $needed } dieser { $count } Vertrauenspersonen gemeinsam, nach dem Ende. Der Server allein kann keine Antwort öffnen, und weniger Vertrauenspersonen können es auch nicht.
wave-trustees-key = Öffentlicher Teil des Schlüssels:
wave-trustees-destroyed = Was die Vertrauenspersonen abgegeben hatten, wurde mit der Auszählung gelöscht. Die versiegelten Antworten, die Unterschriften und alle persönlichen Links wurden am { $day } vernichtet.
wave-trustees-lose = { $spare ->
    [0] Geht auch nur einer der Schlüssel verloren,
    [one] Geht mehr als einer der Schlüssel verloren,
   *[other] Gehen mehr als { $spare } der Schlüssel verloren,
  } kann niemand die Antworten dieser Runde öffnen.
wave-trustees-kept = Was Vertrauenspersonen nach dem Ende abgeben, wird versiegelt aufbewahrt und mit der Auszählung gelöscht. An dem Tag, an dem alles vernichtet wird, gehen auch die versiegelten Antworten, die Unterschriften und alle persönlichen Links.
wave-not-trustees = Gegen { $needed } Vertrauenspersonen, die sich mit dem zusammentun, der den Server beherrscht: Sie könnten Antworten vor dem Ende öffnen.
