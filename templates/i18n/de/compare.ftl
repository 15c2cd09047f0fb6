compare-title = Zwei Runden im Vergleich
compare-purpose = Was sich in der Organisation bewegt hat, Gruppe für Gruppe, zwischen zwei Runden Ihrer Wahl.
compare-earlier = Von
compare-later = Bis
compare-said = Von { $earlier } bis { $later }
compare-how = Die Differenz der Zahlen, wie sie gedruckt wurden, mit ihrem 95-%-Bereich und einem Wort dafür. Farbig, wo etwas gestiegen oder gefallen ist, kräftig, wo das deutlich, und blass, wo es wahrscheinlich ist: Pflaume für das Schlechtere, Petrol für das Bessere. Ohne Farbe lässt sich keine Änderung vom Zufall unterscheiden.
compare-answers = Antworten
compare-up = gestiegen
compare-likely_up = wahrscheinlich gestiegen
compare-down = gefallen
compare-likely_down = wahrscheinlich gefallen
compare-nothing = Keine Gruppe wurde beide Male gezeigt.
compare-others = { $count ->
    [one] Eine Gruppe wurde in der früheren Runde nicht gezeigt oder nicht gefragt und lässt sich nicht vergleichen.
   *[other] { $count } Gruppen wurden in der früheren Runde nicht gezeigt oder nicht gefragt und lassen sich nicht vergleichen.
  }
compare-one = Erst wenn zwei Runden veröffentlicht sind, lassen sie sich vergleichen.
