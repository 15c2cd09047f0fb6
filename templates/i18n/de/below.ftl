mail-results-subject-below = { $wave }: Was alle Teams von { $team } zusammen sagen
mail-results-why-below = die Antworten aller Teams von { $team } wurden geöffnet und ausgezählt. Der Bericht zeigt, was sie zusammen sagen und wie die Führungskräfte darunter im Vergleich zu ihren Teams antworten; nie eine einzelne.
mail-results-subject-together = { $wave }: Die Zahlen der Gruppe, mit der { $team } gezählt wird
mail-results-why-together = die Antworten wurden geöffnet und ausgezählt. { $team } wurde mit anderen in einer Gruppe gefragt, deshalb gibt es einen Bericht für alle zusammen. Sie finden ihn hinter dem Link, mit einem Leitfaden für ein Gespräch in Ihrem Team.
mail-results-subject-nothing = { $wave }: Keine Zahlen zu { $team }, und was Sie tun können
mail-results-why-nothing = die Antworten wurden geöffnet und ausgezählt. Zu { $team } haben zu wenige geantwortet, als dass Zahlen niemanden erkennbar machten. Die Seite sagt, warum, was Sie tun können und wie Sie trotzdem mit Ihrem Team sprechen.
mail-results-button-nothing = Warum, und was nun

below-kicker = { $wave }, veröffentlicht am { $released }, { $promise ->
    [anonymous] anonym
   *[confidential] vertraulich
  }
below-title = { $team }: alle Teams zusammen
below-purpose = Was die Mitglieder aller Teams darunter über die Arbeit mit ihren Führungskräften sagen. Kein Team und keine Führungskraft steht hier für sich.
below-headline = { $high } { $count ->
    [one] steht
   *[other] stehen
  } in diesen Teams am höchsten, { $low } am niedrigsten
below-headline-even = Kein Thema steht deutlich höher als ein anderes
below-chart-title = Die Mitglieder aller Teams, Thema für Thema
below-direct = { $team }: Ihr eigenes Team
below-direct-why = Die Personen, die Sie unmittelbar führen, haben einen eigenen Bericht.
below-nothing-title = Noch keine Zahlen
below-leaders-title = Wie die Führungskräfte im Vergleich zu ihren Teams antworten
below-leaders-table = Zahl der Teams nach Abstand
below-leaders-topic = Führungskraft minus Mitglieder
below-gaps-shown = Gezählt werden Teams nach dem Abstand von Führungskraft zu Mitgliedern, ohne Namen. Einzelne können eine Spalte näher an der Mitte stehen, damit sich niemandes eigene Antworten ablesen lassen.
below-gaps-few = Führungskräfte antworten namentlich. Wie sie im Vergleich zu ihren Teams antworten, wird nur von { $leaders } oder mehr zusammen gezeigt, damit sich niemandes eigene Antworten ablesen lassen. Hier sind es weniger, oder vom Rest wären es weniger.
below-gaps-erased = Führungskräfte antworten namentlich. Jemand, der in dieser Befragung ein Team geführt hat, wurde gelöscht. Wie Führungskräfte im Vergleich zu ihren Teams antworten, wird deshalb nicht mehr gezeigt: Neben dem, was vorher zu sehen war, ließe sich ablesen, was diese Person geantwortet hat.
below-gaps-row = { $title }: Führungskräfte mit mindestens 5 Punkten mehr als ihre Teams: { $over } von { $teams }; mit mindestens 5 Punkten weniger: { $under }.
below-gaps-least = { $hi } und weniger
below-gaps-most = { $lo } und mehr
below-participation-title = Wer geantwortet hat
below-moved-title = Was sich seit { $since } bewegt hat
below-involvement-too_little = Zusammen genommen wünschen sich die Mitglieder mehr von ihren Führungskräften.
below-involvement-too_much = Zusammen genommen wünschen sich die Mitglieder weniger von ihren Führungskräften.
below-involvement-right = „Etwa richtig“ ist die häufigste Antwort auf die Frage nach dem Anteil der Führungskräfte, deutlicher als durch Zufall.
below-involvement-balanced = Zusammen genommen nennen die Antworten den Anteil der Führungskräfte weder zu klein noch zu groß.
below-involvement-open = Ob der Anteil der Führungskräfte zu klein, richtig oder zu groß ist, lassen die Antworten offen.
below-involvement-split = Die Mitglieder sind geteilter Meinung: Manche finden den Anteil ihrer Führungskraft zu klein, andere zu groß.
below-involvement-title = Der Anteil der Führungskräfte
below-traps-purpose = Loslassen, ohne hinzusehen, und in Ruhe gelassen werden wollen. Hoch ist schlechter.
below-hr = Das ist die Seite, die die Führungskraft liest: „Sie“ ist die Führungskraft. Kommentare, Vereinbarungen und Leitfaden gehören dem Team und fehlen hier.
below-hr-below = Das ist die Seite, die die Leitung dieser Teams liest.

chart-leaders-title = Wie die Führungskräfte im Vergleich zu ihren Teams antworten
chart-leaders-subtitle = Zahl der Teams nach Abstand: Führungskraft minus Mitglieder, in Punkten von 100
chart-leaders-description = Ein Histogramm je Thema: wie viele Führungskräfte weniger davon sehen als ihre Teams, etwa gleich viel oder mehr. Bei keiner steht ein Name.
chart-leaders-less = Führungskräfte sehen weniger davon
chart-leaders-more = Führungskräfte sehen mehr davon

report-pool-of = Jedes dieser Teams ist für sich zu klein, um gezeigt zu werden; deshalb werden sie zusammengezählt: { $teams }. Die Zahlen sind von allen zusammen; die Sicht einer Führungskraft steht nicht daneben.
team-nothing-todo-title = Was Sie tun können
team-nothing-todo-say = Sagen Sie Ihrem Team, dass nichts über es gezeigt wird, und warum: Dieselbe Regel schützt die Antworten aller.
team-nothing-todo-talk = Führen Sie das Gespräch trotzdem. Der Leitfaden unten dauert eine Stunde und braucht keine Zahlen.
team-nothing-todo-next = Bitten Sie Ihr Team, bei der nächsten Runde mitzumachen: Mit ein paar Antworten mehr gibt es einen Bericht.
team-nothing-guide = Zum Leitfaden

guide-plain-why = Sagen Sie, warum es keine Zahlen gibt: Zu wenige haben geantwortet, als dass ein Bericht niemanden erkennbar machte. Fragen Sie niemanden, ob er geantwortet hat.
guide-plain-round = Einmal reihum
guide-plain-ask = Jede Person nennt eines an der Zusammenarbeit, das bleiben soll, und eines, das sich ändern soll.
guide-plain-listen = Sie kommen zuletzt. Erklären und verteidigen Sie nichts; schreiben Sie auf, was gesagt wird, mit den Worten der anderen.

teams-below = { $team }: alle Teams zusammen
teams-together = Zahlen der Gruppe, mit der es gezählt wird
teams-nothing = Keine Zahlen für { $wave }: warum, und was Sie tun können
teams-latest-below = Was sie in { $wave } sagen
teams-latest-together = Zahlen von { $wave }
below-members = Mitglieder
book-leaders = Führungskräfte und Teams
guide-plain-purpose = Sechzig Minuten mit Ihrem Team darüber, wie Sie zusammenarbeiten, ohne Zahlen und ohne Moderation. Drucken Sie den Leitfaden oder lassen Sie ihn offen.
chart-again-members = Mittel der Mitglieder, und wo es läge, wenn alle noch einmal antworteten (95 %)
