answer-minutes = etwa { $minutes } Minuten
answer-until = bis { $closes }
answer-number = { $number } von { $count }
answer-progress-label = Beantwortete Aussagen
answer-confidential-title = Vertraulich
answer-confidential-what = In dieser Gruppe sind { $invited } Personen gefragt, Sie eingeschlossen. Gezeigt werden nur Ergebnisse von Gruppen ab fünf, nie Ihre Antworten.
answer-confidential-more = Was das genau heißt
answer-confidential-how = Der Server versiegelt Ihre Antworten beim Eingang und speichert sie ohne Namen und ohne Zeit. Nach dem Ende werden alle Antworten zusammen geöffnet und je Gruppe gezählt; nur die Summen bleiben. Einige Tage später wird der Schlüssel zerstört, und die versiegelten Antworten werden gelöscht.
answer-confidential-not = Anonym ist das nicht: Bis der Schlüssel zerstört ist, könnte, wer den Server beherrscht, eine Antwort ihrer Person zuordnen. Danach hat der Server nichts mehr, womit das ginge.
answer-named-title = Ihre Antworten sind nicht anonym
answer-named-what = Sie stehen unter Ihrem Namen im Bericht Ihres Teams, neben dessen Antworten. Bis zum Ende können Sie sie ändern. Die Antworten des Teams sind { $promise ->
    [anonymous] anonym
   *[confidential] vertraulich
  }.
answer-page = Seite { $number } von { $count }
answer-on = Weiter
answer-back = Zurück
answer-missing = Nächste offene
answer-resume = Ihr Entwurf ist noch auf diesem Gerät: { $done } von { $count } beantwortet.
answer-resume-go = Weiter bei { $next } von { $count }
answer-resume-end = Weiter zum Schluss
answer-open = Noch offen: { $count }. Was offen bleibt, zählt als „kann ich nicht sagen“.
answer-open-none = Alle Aussagen sind beantwortet.
answer-skip = Aussagen, die Sie offen lassen, zählen als „kann ich nicht sagen“.
answer-faults-title = { $count ->
    [one] Eine Angabe passt noch nicht. Alles, was Sie eingegeben haben, ist noch da.
   *[other] { $count } Angaben passen noch nicht. Alles, was Sie eingegeben haben, ist noch da.
}
answer-fault-at = Aussage { $number }:
answer-fault-empty = Beantworten Sie zuerst mindestens eine Aussage.
answer-fault-range = Wählen Sie eine der gezeigten Antworten.
answer-fault-long = Kürzen Sie den Text auf { $limit } Zeichen.
answer-send = Absenden
answer-send-once = Sie können einmal absenden; danach lassen sich Ihre Antworten nicht mehr ändern und auch Ihnen nicht mehr zeigen. Bis dahin liegt ein Entwurf auf diesem Gerät und nirgends sonst.
answer-send-again = Bis zum Ende können Sie erneut absenden; es zählen die letzten Antworten. Solange Sie nicht absenden, liegt ein Entwurf auf diesem Gerät und nirgends sonst.
answer-thanks-title = Danke, Ihre Antworten sind da
answer-thanks = Sie zählen. Mehr ist jetzt nicht zu tun.
answer-again-title = Ihre Antworten sind schon da
answer-again = Dieser Link wurde benutzt, die damit gesendeten Antworten zählen. Eben wurde nichts geändert. Wenn nicht Sie sie gesendet haben, sagen Sie es der Personalabteilung: Vielleicht hat jemand Ihre E-Mail geöffnet.
answer-next-title = Wie es weitergeht
answer-next-close = Antworten werden bis { $closes } angenommen. Vorher sieht niemand ein Ergebnis.
answer-next-report = Dann werden alle Antworten zusammen geöffnet. { $role ->
    [leader] Sie bekommen
   *[member] Ihre Führungskraft bekommt
  } den Bericht des Teams, die Personalabteilung die Zahlen von Gruppen ab fünf. { $role ->
    [leader] Alle Befragten erfahren per E-Mail, wie es weitergeht.
   *[member] Eine E-Mail sagt Ihnen, wie es weitergeht; wo Ihnen der Bericht zugesagt ist, führt sie dorthin.
  }
answer-next-talk = { $role ->
    [leader] Gehen Sie den Bericht mit Ihrem Team durch.
   *[member] Bitten Sie Ihre Führungskraft, den Bericht mit dem Team durchzugehen.
  } Eine Änderung auf jeder Seite ist ein guter Anfang.
answer-thanks-leader = Bis zum Ende können Sie Ihren Link wieder öffnen und Ihre Antworten ändern.
answer-closed-title = Die Runde ist beendet
answer-closed = Diese Runde endete am { $when }. Was bis dahin da war, zählt.
answer-early-title = Noch nicht offen
answer-early = Antworten werden ab { $when } angenommen. Dann funktioniert Ihr Link.
answer-unknown-title = Dieser Link funktioniert nicht
answer-unknown = Vielleicht wurde er unterwegs abgeschnitten, oder seine Runde ist vorbei und ihre Links sind zerstört. Öffnen Sie ihn noch einmal aus der E-Mail; hilft das nicht, fragen Sie die Personalabteilung.

judge-who = { $side ->
    [leader] Ihre Führungskraft hat zugesagt:
   *[team] Das Team hat zugesagt:
  }
judge-whom = Für wen
judge-due = Bis wann
judge-done = Woran man es erkennt
judge-needed = { $side ->
    [leader] Vom Team gebraucht
   *[team] Von der Führungskraft gebraucht
  }
judge-renegotiated = (am { $day } neu vereinbart; vorher: { $first })
