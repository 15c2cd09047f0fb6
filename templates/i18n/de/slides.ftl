# Folien für das Gespräch über einen Bericht.

slides-title = Folien
slides-go = Als Folien zeigen
slides-back = Zurück zum Bericht
slides-how = Pfeiltasten oder Leertaste führen weiter, Escape führt zum Bericht zurück.
slides-before = Zurück
slides-after = Weiter
slides-finding = Was auffällt
slides-ask = Was überrascht Sie daran am meisten?
slides-good = Was gut ist
slides-good-ask = Was läuft bei uns gut und soll so bleiben?
slides-best = { $topics }: { $score } von 100
slides-moved = Was sich bewegt hat
slides-moved-since = Seit { $wave }
slides-unmoved = Keine sichtbare Veränderung
slides-first = Es ist das erste Mal: Noch gibt es nichts zum Vergleichen
slides-judged = Was beim letzten Mal zugesagt wurde, und wie Sie es beurteilt haben
slides-next = Wie es weitergeht
slides-promised = Was wir einander zusagen
slides-promise = Was sagt jede Seite der anderen zu?
slides-agree = Was ändern wir, jede Seite eine Sache?
slides-judge = In der nächsten Runde beurteilen Sie, ob es gehalten wurde.
slides-question = Eine Frage
slides-alike = Diese Themen sehen Leitung und Team gleich:
