report-headline-over = Sie sehen das Thema „{ $title }“ günstiger als Ihr Team
report-headline-under = Ihr Team sieht das Thema „{ $title }“ günstiger als Sie
report-headline-none = Wie Ihr Team die Arbeit mit Ihnen sieht
report-headline-likely_over = Sie sehen das Thema „{ $title }“ wahrscheinlich günstiger als Ihr Team
report-headline-likely_under = Ihr Team sieht das Thema „{ $title }“ wahrscheinlich günstiger als Sie

report-answered-all = Alle haben geantwortet: { $n } von { $invited }.
report-answered-some = { $n } von { $invited } haben geantwortet.
report-answered-sheets = { $n } Bögen von mindestens { $sure } Personen kamen von { $invited } Befragten.

report-gap-over = Sie sehen das Thema „{ $title }“ höher, um { $gap } Punkte; zu den Antworten passt { $lo } bis { $hi }.
report-gap-under = Ihr Team sieht das Thema „{ $title }“ höher, um { $gap } Punkte; zu den Antworten passt { $lo } bis { $hi }.
report-gap-untested = Ein Unterschied von { $gap } Punkten; er steht hier ohne Urteil.
report-gap-none = Es gibt keinen Bogen der Führungskraft zum Vergleich.
report-gap-likely_over = Sie sehen das Thema „{ $title }“ wahrscheinlich höher, um { $gap } Punkte; zu den Antworten passt { $lo } bis { $hi }.
report-gap-likely_under = Ihr Team sieht das Thema „{ $title }“ wahrscheinlich höher, um { $gap } Punkte; zu den Antworten passt { $lo } bis { $hi }.
report-gap-alike = Sie und Ihr Team sehen das Thema „{ $title }“ gleich: höchstwahrscheinlich weniger als { $alike } Punkte auseinander.
report-gap-cannot_tell = Ob Sie und Ihr Team das Thema „{ $title }“ verschieden sehen, lässt sich nicht sagen: Zu den Antworten passt jeder Unterschied von { $lo } bis { $hi } Punkten.
report-gap-within = Das sind weniger als { $alike } Punkte.
report-gap-reading = Jeder Bereich stimmt für sich in 19 von 20 Fällen. „Deutlich“ rechnet mit ein, dass { $topics } Themen betrachtet wurden; „wahrscheinlich“ nicht ganz, und irrt öfter.
report-trap-over = Sie sehen mehr von „{ $title }“ als Ihr Team, um { $gap } Punkte; zu den Antworten passt { $lo } bis { $hi }.
report-trap-under = Ihr Team sieht mehr von „{ $title }“ als Sie, um { $gap } Punkte; zu den Antworten passt { $lo } bis { $hi }.
report-trap-likely_over = Sie sehen wahrscheinlich mehr von „{ $title }“ als Ihr Team, um { $gap } Punkte; zu den Antworten passt { $lo } bis { $hi }.
report-trap-likely_under = Ihr Team sieht wahrscheinlich mehr von „{ $title }“ als Sie, um { $gap } Punkte; zu den Antworten passt { $lo } bis { $hi }.

report-basis-exact = Alle haben geantwortet: { $mean } ist, was sie sagten.
report-basis-capped = Alle haben geantwortet: Was sie sagten, liegt zwischen { $lo } und { $hi }; der Bereich verdeckt, wer mit wem einig war.
report-basis-partial = Von { $silent } der { $invited } fehlt eine Antwort: Der Mittelwert liegt zwischen { $lo } und { $hi }, wie auch immer die fehlenden Antworten ausgefallen wären.

report-involvement-too_little = Ihr Team wünscht sich mehr von Ihnen: Antworten, Ihr Anteil sei zu gering, überwiegen die anderen deutlich.
report-involvement-too_much = Ihr Team wünscht sich weniger von Ihnen: Antworten, Ihr Anteil sei zu groß, überwiegen die anderen deutlich.
report-involvement-right = „Genau richtig“ ist die häufigste Antwort zu Ihrem Anteil, um mehr als Zufall.
report-involvement-balanced = Zusammengenommen nennen die Antworten Ihren Anteil weder zu gering noch zu groß. Bei weniger als 20 Antworten kann niemand sehen, ob sich darin alle einig sind.
report-involvement-open = Aus den Antworten geht nicht hervor, ob Ihr Anteil zu gering, richtig oder zu groß ist.
report-involvement-split = Ihr Team ist geteilt: Für einen Teil ist Ihr Anteil zu gering, für einen anderen zu groß.

report-withheld = Für dieses Team wird nichts gezeigt. Eine Gruppe wird gezeigt, sobald mindestens { $k } verschiedene Personen in ihr geantwortet haben.
report-left-out-items = { $items ->
    [one] Eine Aussage fehlt, weil sie zu wenige beantwortet haben.
   *[other] { $items } Aussagen fehlen, weil sie zu wenige beantwortet haben.
}
report-left-out-few = Wie sich die Antworten verteilen, wird ab { $needed } Antworten gezeigt, Kommentare von { $comments } Personen oder mehr.
report-left-out-capped = Wo fast alle gleich geantwortet haben, sind ein oder zwei Antworten um eine Stufe verschoben, damit niemandes Antwort abzulesen ist. Die gezeigte Spanne enthält den wahren Mittelwert.

report-trend-withheld = Nicht gezeigt: In dieser Runde gab es zu wenige Antworten.
report-trend-nearly = Nicht dieselben Personen: Einige kamen oder gingen seither.

report-own-team = { $team }: das eigene Team
report-pool = Kleine Teams, zusammengezählt
report-joint = Zusammengezählt
report-joint-of = Das ist der Bericht von { $teams }, die zusammengezählt werden.
report-without-pool = Ohne { $team } ({ $people ->
    [one] eine Person
   *[other] { $people } Personen
}), gezählt mit den kleinen Teams von { $with }.
report-without-joint = Ohne { $team } ({ $people ->
    [one] eine Person
   *[other] { $people } Personen
}), gezählt in einer Gruppe: { $with }.
report-without-nowhere = Ohne { $team } ({ $people ->
    [one] eine Person
   *[other] { $people } Personen
}); dort haben zu wenige geantwortet, um irgendwo gezählt zu werden.
report-without-not-asked = Ohne { $team } ({ $people ->
    [one] eine Person
   *[other] { $people } Personen
}); sie wurden nicht gefragt.
report-band-below = Stimmen nicht zu
report-band-middle = Dazwischen
report-band-above = Stimmen zu
report-rules = Von weniger als { $k } verschiedenen Personen wird nichts gezeigt, auch nichts, woraus sich ihre Zahlen errechnen ließen. Deshalb werden kleine Teams zusammengezählt, und deshalb stehen Zahlen in Schritten: je weniger Antworten, desto größer.

report-all = Alle Teams
report-before = der Runde davor


report-change-up = „{ $title }“ stieg um { $points } Punkte gegenüber { $since }: bei { $n } Antworten mehr als Zufall.
report-change-down = „{ $title }“ fiel um { $points } Punkte gegenüber { $since }: bei { $n } Antworten mehr als Zufall.
report-change-none = Keine sichtbare Veränderung beim Thema „{ $title }“ gegenüber { $since }: Bei { $n } Antworten ist eine Bewegung ab { $detectable } Punkten zu sehen.
report-change-likely_up = „{ $title }“ stieg gegenüber { $since } wahrscheinlich, um { $points } Punkte.
report-change-likely_down = „{ $title }“ fiel gegenüber { $since } wahrscheinlich, um { $points } Punkte.

report-agreement = Beim Thema „{ $title }“ zeigen die Antworten der Mitglieder { $low }.
report-agreement-between = Beim Thema „{ $title }“ zeigen die Antworten der Mitglieder etwas zwischen { $low } und { $high }; was davon, verdeckt das Kappen.
report-agreement-lack = keine Einigkeit
report-agreement-weak = schwache Einigkeit
report-agreement-moderate = mäßige Einigkeit
report-agreement-strong = starke Einigkeit
report-agreement-very-strong = sehr starke Einigkeit

report-pattern-in_it_with_them = Gemeinsam dabei
report-pattern-in_it_with_them-means = Ihr Team findet Ihren Anteil etwa richtig und sieht wenig von der Führungsfalle.
report-pattern-hiding = Alleingelassen
report-pattern-hiding-means = Ihr Team erlebt, dass Arbeit übergeben und dann nicht mehr angeschaut wird, oder findet Ihren Anteil zu gering.
report-pattern-hovering = Zu eng geführt
report-pattern-hovering-means = Ihr Team findet Ihren Anteil zu groß.
report-pattern-erratic = Für manche zu viel, für andere zu wenig
report-pattern-erratic-means = Ein Teil Ihres Teams findet Ihren Anteil zu gering, ein anderer zu groß.
report-pattern-mutual_avoidance = Man geht einander aus dem Weg
report-pattern-mutual_avoidance-means = Ihr Team sieht beide Fallen: Arbeit wird ungesehen übergeben, und Fragen dazu sind nicht willkommen.
report-pattern-no_clear_pattern = Kein klares Muster
report-pattern-no_clear_pattern-means = Aus den Antworten geht nicht hervor, wie Sie und Ihr Team zusammenarbeiten; was sie zeigen, steht bei den Themen.

report-next-show = Zeigen Sie diese Seite Ihrem Team und fragen Sie: Wo erkennen wir uns wieder, wo nicht?
report-next-gap = Beginnen Sie mit dem Thema „{ $title }“, bei dem Sie sich am deutlichsten unterscheiden. Am weitesten auseinander liegen Sie bei { $item }: Bitten Sie beide Seiten um ein Beispiel aus letzter Zeit, und hören Sie bis zum Ende zu.
report-next-lowest = Kein Unterschied hebt sich ab, also wählt das Team das Thema. { $title } { $count ->
    [one] hat seinen niedrigsten Wert, was Zufall sein kann, und darin
   *[other] haben seine niedrigsten Werte, was Zufall sein kann, und im ersten davon
  } { $item }.
report-next-in_it_with_them = Fragen Sie, was Sie genau so weiter tun sollen, und sprechen Sie es aus: Wenn viel zu tun ist, geht es leicht verloren.
report-next-hiding = Wählen Sie eine Arbeit, die bald anfängt. Gehen Sie den Plan vorher gemeinsam durch, vereinbaren Sie, woran man das Ergebnis erkennt, und legen Sie den Tag fest, an dem Sie es gemeinsam anschauen.
report-next-hovering = Wählen Sie eine Arbeit und vereinbaren Sie, woran man das Ergebnis erkennt und an welchem Tag Sie es gemeinsam anschauen; bis dahin entscheidet das Team.
report-next-erratic = Fragen Sie alle einzeln, wo sie mehr von Ihnen brauchen und wo weniger. Der Durchschnitt eines geteilten Teams passt niemandem.
report-next-mutual_avoidance = Beginnen Sie mit einem Plan: Das Team fragt Sie vor dem Start nach Ihren Zweifeln, und Sie nennen sie. Vereinbaren Sie vorher, dass Fragen Hilfe sind.
report-next-silent = { $silent ->
    [one] Eine Person hat nicht geantwortet.
   *[other] { $silent } Personen haben nicht geantwortet.
  } Sagen Sie im Team, wozu die letzten Antworten gut waren: Davon lebt die nächste Runde.
report-next-commit = Schließen Sie mit einer Sache, die Sie anders machen, und einer, die das Team anders macht, bis wann, und woran beide es sehen.

report-parameters-wave = Die Intervalle beruhen auf den Antworten des Teams und darauf, wie weit Antworten in allen Teams dieser Runde auseinander liegen.
report-parameters-earlier = Die Intervalle beruhen auf den Antworten des Teams und, weil diese Runde zu wenige hat, darauf, wie weit Antworten in den Teams einer früheren Runde auseinander lagen.
report-parameters-declared = Die Intervalle beruhen auf den Antworten des Teams und, weil es in der Organisation noch zu wenige gibt, darauf, was bei solchen Umfragen üblich ist.

report-instrument-title = Wie gut die Aussagen zusammenpassen
report-instrument-holds = Etwa { $noise } % dessen, was zwei Mitglieder eines Teams unterscheidet, ist Zufall beim Antworten.
report-instrument-loose = Die Aussagen passen nur locker zusammen: Etwa { $noise } % dessen, was zwei Mitglieder eines Teams unterscheidet, ist Zufall beim Antworten.
report-instrument-contradicts = Antworten auf diese Aussagen widersprechen sich: Prüfen Sie, ob die umgekehrten falsch gelesen wurden.

report-careless = Etwa { $percent } % von { $sheets } Bögen wirken ungelesen ausgefüllt: durchweg dasselbe Ende der Skala, auch bei umgekehrten Aussagen. Solche Bögen zählen wie alle anderen.


team-purpose = Wo Sie und Ihr Team die Arbeit gleich sehen, und wo nicht.
team-kicker = { $wave }, veröffentlicht am { $released }, { $promise ->
    [anonymous] anonym
   *[confidential] vertraulich
  }
team-chart-title = Führungskraft und Team, Thema für Thema
team-figures = Zahlen zum Diagramm
team-column-topic = Thema
team-column-team = Team
team-column-interval = 95-%-Intervall
team-column-again = Wenn alle noch einmal antworteten
team-all-topics = Alle Themen zusammen
team-column-leader = Führungskraft
team-column-organisation = Organisation
team-column-gap = Abstand
team-column-meaning = Was es heißt
team-interval = { $lo } bis { $hi }
team-percent = { $value } %
team-traps-title = Die zwei Fallen
team-traps-purpose = Loslassen ohne hinzusehen, und in Ruhe gelassen werden wollen. Hoch ist schlechter, und Teams geben ihre eigene Falle selten hoch an: Lesen Sie eher den Abstand als die Höhe.
team-involvement-title = Ihr Anteil
team-involvement-purpose = Alleingelassen, gut geführt oder kontrolliert: wie Ihr Team die Größe Ihres Anteils beurteilt.
team-involvement-little = zu gering
team-involvement-right = etwa richtig
team-involvement-much = zu groß
team-chaos-title = Anzeichen von Chaos
team-chaos-purpose = Eine Liste von Anzeichen, das stärkste zuerst; 0 heißt, niemand sieht es, 100, alle sehen es deutlich.
team-chaos-index = Chaos-Index: { $team } (Sie: { $leader })
team-pillars-title = Was die Mitglieder über die Ergebnisse sagen
team-pillars-purpose = Kundschaft, Zufriedenheit und Ergebnis aus Sicht des Teams; Meinungen, keine Messungen.
team-trend-title = Die Runden davor
team-trend-purpose = Teammittel, in Klammern der Wert der Führungskraft. Ein paar Punkte Änderung sind meist Zufall.
team-trend-worse = { $title } (hoch ist schlechter)
team-comments-title = Kommentare
team-comments-purpose = In alphabetischer Reihenfolge, ohne Datum. Der Stil kann jemanden verraten: Lesen Sie, worum es geht, raten Sie nicht, von wem es ist.
team-comments-none = Niemand hat einen Kommentar geschrieben.
team-left-out-title = Was nicht gezeigt wird, und warum
team-next-title = Was als Nächstes zu tun ist
team-withheld-title = Nicht gezeigt
teams-title = Meine Teams
teams-purpose = Die Berichte der Teams, die Sie führen.
teams-empty = Es gibt noch keinen veröffentlichten Bericht zu einem Team, das Sie führen. Sie bekommen eine E-Mail, sobald es einen gibt.
teams-latest = Bericht { $wave }
teams-earlier = Früher: 

organisation-title = Die Organisation
organisation-purpose = Wie die Mitglieder die Arbeit mit ihren Führungskräften sehen, Gruppe für Gruppe.
organisation-kicker = { $wave }, veröffentlicht am { $released }, { $promise ->
    [anonymous] anonym
   *[confidential] vertraulich
  }
report-promise = Versprechen { $short }: was versprochen wurde und wie man es prüft
organisation-caption = Mittel der Mitglieder von 0 bis 100; darunter, wo eine Führungskraft geantwortet hat, Führungskraft minus Mitglieder, fett, wo beide wahrscheinlich verschieden antworten. Intervalle und Zahl der Antworten stehen in der heruntergeladenen Datei.
organisation-column-group = Gruppe
organisation-column-answers = Antworten
organisation-column-overall = Gesamt
organisation-answers = { $n } von { $invited }
organisation-answers-sheets = { $n } Bögen von mindestens { $sure } von { $invited }
organisation-hidden = nicht gezeigt
organisation-worse = { $title }, hoch ist schlechter
organisation-gaps-title = Wo Führungskräfte und Mitglieder verschieden sehen
organisation-gaps-purpose = Führungskraft minus Mitglieder, von 100, mit dem 95-%-Bereich. Gefärbt, wo es deutlich (kräftig) oder wahrscheinlich (blass) ist: pflaumenfarben, wo die Führungskraft es besser sieht als die Mitglieder, petrol, wo es umgekehrt ist. Das Wort kommt aus einem Test über alle Themen eines Teams: Ein wahrscheinlicher Unterschied ist gefärbt, auch wenn sein eigener Bereich die 0 berührt. Ohne Farbe findet der Test keins von beiden.
organisation-rules-title = Warum manche Gruppen zusammengezählt werden
organisation-csv = Als CSV herunterladen
organisation-others = Andere Runden:
organisation-empty-title = Noch nichts veröffentlicht
organisation-empty = Die ersten Ergebnisse erscheinen hier, wenn eine Runde beendet und freigegeben ist.
organisation-empty-go = Zu den Runden
organisation-legend = Farbe: von Beerenrot für die schlechtesten Werte bis Petrol für die besten; wo hoch schlechter ist, umgekehrt.

mailbox-title = Postfach
mailbox-purpose = Jede E-Mail, die diese Demo verschickt hätte. Die neueste zuerst; nichts verlässt diesen Rechner.
mailbox-shown = Die neuesten { $shown } von { $total } E-Mails.
mailbox-to = An
mailbox-subject = Betreff
mailbox-back = Alle E-Mails

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
common-day = { $day }. { $month } { $year }

error-back = Zur Startseite
error-not-found-title = Hier ist nichts
error-not-found-sentence = Diese Seite gibt es nicht, oder sie ist nicht für Sie bestimmt.
error-not-found-what-to-do = Prüfen Sie die Adresse oder beginnen Sie auf der Startseite. Ein Link aus einer E-Mail kann zu alt sein.
error-busy-title = Einen Moment
error-busy-sentence = Der Server hat gerade mehr zu tun, als er auf einmal kann.
error-busy-what-to-do = Nichts ging verloren. Warten Sie ein paar Sekunden und versuchen Sie es noch einmal.
error-fault-title = Etwas ist schiefgegangen
error-fault-sentence = Der Server konnte das nicht ausführen. Der Grund steht in seinem Protokoll.
error-fault-what-to-do = Versuchen Sie es später; bleibt es so, sagen Sie es denen, die diesen Server betreiben.
error-refused-title = Das ging nicht
error-refused-sentence = Der Server konnte das nicht annehmen.
error-refused-what-to-do = Gehen Sie im Browser zurück: Was Sie eingegeben haben, ist noch da.
team-moved-title = Was sich seit { $since } bewegt hat
team-unmoved = { $topics ->
    [one] Bei einem Thema ist keine Änderung von Zufall zu trennen
   *[other] Bei { $topics } Themen ist keine Änderung von Zufall zu trennen
  }
team-agreement-title = Wie einig Ihre Mitglieder sind
team-agreement-purpose = Einigkeit ist nicht Sicherheit: Menschen können auch aus Vorsicht einig sein, und wer es anders sieht, antwortet am ehesten nicht.
team-spread = Antworten streuen um etwa { $value } Punkte
organisation-instrument-purpose = Über alle, die jede Aussage eines Themas beantwortet haben. Alpha und Omega: wie viel von den Unterschieden innerhalb der Teams kein Zufall beim Antworten ist. ICC 1: wie viel von der Antwort eines Mitglieds das Team teilt. ICC 2: wie verlässlich das Mittel eines Teams ist. Je näher an 1, desto mehr.
organisation-instrument-people = Alles beantwortet
organisation-instrument-alpha = Alpha
organisation-instrument-omega = Omega

report-members-same = Dieselben { $asked } Personen wurden in { $since } gefragt.
report-members-nearly = Es sind nicht dieselben Personen, also kann ein Unterschied allein an ihnen liegen.
report-members-changed = Von den { $asked } gefragten Personen wurden { $both } auch in { $since } gefragt; { $joined } kamen dazu und { $left } gingen.
report-members-both = { $both } davon antworteten beide Male.
report-members-between = Zwischen { $least } und { $most } davon antworteten beide Male; mehr kann niemand wissen, denn die Antworten sind anonym.

report-ranking-alike = Bei keinem Thema lässt sich ein Team vom anderen unterscheiden: Was unter den { $teams } Teams verschieden ist, ist nicht mehr als Zufall.
report-ranking-none = In keinem der { $teams } Teams ist etwas deutlicher schlechter als in den meisten, als es der Zufall macht; die Liste zeigt, was dem am nächsten kommt.
report-ranking-some = { $apart ->
    [one] In einem der { $teams } Teams ist etwas schlechter als in den meisten.
   *[other] In { $apart } der { $teams } Teams ist etwas schlechter als in den meisten.
  }
report-relations-few = Bei { $teams } für sich gezählten Teams lässt sich nicht vom Zufall unterscheiden, was mit den Säulen zusammengeht. Korrelationen gibt es ab 20 Teams, Gewichte ab 50.
report-relations-correlations = Über { $teams } Teams: wie eng jedes Thema mit jeder Säule zusammengeht. Beide kommen aus denselben Antworten, was den Zusammenhang größer macht, als er ist; was Ursache ist, sagt hier nichts.
report-relations-weights = Über { $teams } Teams: wie eng jedes Thema mit jeder Säule zusammengeht und welcher Anteil der Unterschiede damit einhergeht. Beide kommen aus denselben Antworten, und ähnliche Themen bekommen ähnliche Gewichte; was Ursache ist, sagt hier nichts.

organisation-judged = Von den Zusagen, über die Mitglieder geurteilt haben, wurden { $kept } gehalten, { $partly } teilweise und { $not } nicht.
organisation-judged-open = { $open ->
    [one] Bei einer bleibt durch das Kappen offen, welches davon gilt.
   *[other] Bei { $open } bleibt durch das Kappen offen, welches davon gilt.
  }
organisation-judged-hidden = { $hidden ->
    [one] Für eine haben zu wenige geantwortet.
   *[other] Für { $hidden } haben zu wenige geantwortet.
  }
organisation-promised-title = Zusagen
organisation-promised = { $made ->
    [0] Nach dieser Runde hat noch kein Team eine Zusage gegeben.
    [one] Nach dieser Runde wurde eine Zusage gegeben. Welche, liest nur das Team.
   *[other] Nach dieser Runde haben { $teams } Teams { $made } Zusagen gegeben. Welche, lesen nur die Teams.
  }
organisation-ranking-title = Wo ein Gespräch wohl am meisten bringt
organisation-ranking-purpose = Es entscheidet das schlechteste Thema oder die schlechteste Falle. Kleine Teams stehen durch Zufall an beiden Enden jeder Liste; deshalb wird jede Zahl zum Mittel aller Teams hin gerückt, umso mehr, je weniger über das Team bekannt ist. Der Bereich sagt, wo das Team vermutlich steht.
organisation-ranking-own = Eigene Zahl
organisation-ranking-expected = Erwartet




organisation-pillars-purpose = Kunden, Zufriedenheit und Ergebnisse, wie alle Mitglieder sie sehen: Meinungen, keine Messungen, und kein Beleg dafür, was wovon kommt.
organisation-relations-title = Was mit den Ergebnissen zusammengeht
organisation-relations-pillar = Säule
organisation-relations-weight = Gewicht
organisation-reports = Berichte aller Teams

report-headline-mean-over = Insgesamt sehen Sie die Arbeit günstiger als Ihr Team
report-headline-mean-likely_over = Insgesamt sehen Sie die Arbeit wahrscheinlich günstiger als Ihr Team
report-headline-mean-under = Insgesamt sieht Ihr Team die Arbeit günstiger als Sie
report-headline-mean-likely_under = Insgesamt sieht Ihr Team die Arbeit wahrscheinlich günstiger als Sie
report-headline-trap-over = Sie sehen mehr von „{ $title }“ als Ihr Team
report-headline-trap-likely_over = Sie sehen wahrscheinlich mehr von „{ $title }“ als Ihr Team
report-headline-trap-under = Ihr Team sieht mehr von „{ $title }“ als Sie
report-headline-trap-likely_under = Ihr Team sieht wahrscheinlich mehr von „{ $title }“ als Sie
report-headline-alike = Sie und Ihr Team sehen jedes Thema gleich
report-headline-cannot_tell = Ob Sie und Ihr Team die Arbeit verschieden sehen, lässt sich noch nicht sagen
report-mean-over = Über alle Themen zusammen sehen Sie die Arbeit höher, um { $gap } Punkte; zu den Antworten passt { $lo } bis { $hi }.
report-mean-likely_over = Über alle Themen zusammen sehen Sie die Arbeit wahrscheinlich höher, um { $gap } Punkte; zu den Antworten passt { $lo } bis { $hi }.
report-mean-under = Über alle Themen zusammen sieht Ihr Team die Arbeit höher, um { $gap } Punkte; zu den Antworten passt { $lo } bis { $hi }.
report-mean-likely_under = Über alle Themen zusammen sieht Ihr Team die Arbeit wahrscheinlich höher, um { $gap } Punkte; zu den Antworten passt { $lo } bis { $hi }.
report-mean-alike = Über alle Themen zusammen sehen Sie und Ihr Team die Arbeit gleich: höchstwahrscheinlich weniger als { $alike } Punkte auseinander.
report-mean-cannot_tell = Ob Sie die Arbeit über alle Themen zusammen verschieden sehen, lässt sich nicht sagen: Zu den Antworten passt jeder Unterschied von { $lo } bis { $hi } Punkten.

team-parts = Teile des Berichts
team-part-result = Ergebnis
team-part-talk = Gespräch
team-part-commitments = Zusagen
team-part-details = Einzelheiten
team-ask = Fragen Sie Ihr Team:
team-items-title = Themen und ihre Aussagen
team-items-purpose = Mittelwerte von 0 bis 100. Wo eine Aussage umgekehrt formuliert ist, sind ihre Werte gedreht, damit hoch überall gut ist.
team-items-reversed = (gedreht)
report-question = „{ $item }“: Was ist das letzte Beispiel dafür oder für das Gegenteil?
