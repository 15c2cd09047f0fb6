chart-team = Team
chart-leader = Führungskraft
chart-gap = Abstand
chart-interval = Teammittel mit 95-%-Intervall
chart-verdict = mehr als Zufall
chart-low = 0: stimme gar nicht zu
chart-high = 100: stimme voll zu
chart-description = Zu jedem Thema das Teammittel mit 95-%-Intervall und der Wert der Führungskraft, von 0 bis 100. Dieselben Zahlen stehen in der Tabelle darunter.
chart-row = { $title }: Team { $team } (95-%-Intervall { $lo } bis { $hi }), Führungskraft { $leader }

chart-not-shown = nicht gezeigt
chart-worse = hoch ist schlechter
chart-better = besser
chart-poorer = schlechter
chart-withheld = mit anderen zusammengezählt
chart-heat-title = { $low } steht in der Organisation als Ganzem niedriger als { $high }
chart-heat-even = In der Organisation als Ganzem sticht kein Thema heraus
chart-heat-description = Für jede Gruppe und jedes Thema das Mittel ihrer Mitglieder, von 0 bis 100. Dieselben Zahlen stehen in der Tabelle darunter.
chart-trend-scale = Mittel von 0 bis 100 mit ihrem 95-%-Intervall; die gestrichelte Linie ist die Führungskraft
chart-trend-description = Für jedes Thema das Mittel des Teams in jeder Welle mit seinem 95-%-Intervall und der eigene Wert der Führungskraft. Dieselben Zahlen stehen in der Tabelle darunter.
chart-trend-no-base = Es gibt keine frühere Welle zum Vergleichen
chart-trend-none = Keine sichtbare Veränderung seit { $since }
chart-trend-up = Gestiegen seit { $since }: { $up }
chart-trend-down = Gefallen seit { $since }: { $down }
chart-trend-both = Seit { $since } gestiegen: { $up }; gefallen: { $down }
chart-trend-still = keine sichtbare Veränderung
chart-involvement-answers = { $n } von { $invited } haben geantwortet
chart-involvement-hidden = Anteile gibt es ab { $needed } Antworten
chart-involvement-description = Wie viele Antworten sagen, der Anteil der Führungskraft sei zu gering, genau richtig oder zu groß, von den Mitgliedern und von der Führungskraft.
chart-involvement-subtitle = Anteil der Antworten auf die drei Fragen nach der Beteiligung der Führungskraft, in Prozent
chart-kept-title = { $kept ->
    [0] Keine von { $all } Zusagen wurde gehalten, wie die Mitglieder urteilen
   *[other] { $kept } von { $all } Zusagen gehalten, wie die Mitglieder urteilen
  }
chart-kept-subtitle = Anteil derer, die geurteilt haben, in Prozent; bei weniger als { $needed } Antworten nur das Mittel
chart-kept-description = Für jede Zusage, wie viele Mitglieder sagen, sie sei gehalten, teilweise gehalten oder nicht gehalten. Dasselbe steht in der Liste darunter.
chart-kept-kept = gehalten
chart-kept-partly = teilweise
chart-kept-not = nicht gehalten
chart-kept-answers = { $n } haben geurteilt
chart-kept-mean = { $score } von 100
chart-spread-title = Meiste Zustimmung: „{ $most }“ Wenigste: „{ $least }“
chart-spread-subtitle = Anteil der Antworten in Prozent, nach Zustimmung geordnet; die in der Mitte stehen rechts
chart-spread-description = Für jede Aussage, wie viele nicht zustimmen, wie viele zustimmen und wie viele in der Mitte stehen. Dieselben Zahlen stehen in der Tabelle darunter.
chart-spread-disagree = keine Zustimmung
chart-spread-agree = Zustimmung
chart-spread-row = { $text }: { $no } % stimmen nicht zu, { $middle } % stehen in der Mitte, { $yes } % stimmen zu
chart-shares-row = { $label }: { $a } % { $first }, { $b } % { $second }, { $c } % { $third }
