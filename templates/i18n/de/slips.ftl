slip-file = { $wave }: Zettel
slip-how = Dieses Quadrat mit einem Telefon scannen oder beide Zeilen unten eingeben: auf { $address } oder an einem Kiosk.
slip-until = Antworten sind bis { $closes } möglich.
slip-sealed = Anonym: Das Gerät versiegelt Ihre Antworten vor dem Senden, und der Server bestätigt den Zettel, ohne sie zu sehen.
slip-drawn = Die Zettel sind gemischt und werden gezogen wie Lose: Niemand weiß, wer welchen hat. Jeder gilt einmal.
slip-promise = Die erste Zeile ist die Nummer des Versprechens. Die Seite, auf der Sie antworten, zeigt dieselbe.
slip-pile = { $count ->
    [one] Ein Zettel für Personen ohne Postfach
   *[other] { $count } Zettel für Personen ohne Postfach
  }
slip-pile-how = Auseinanderschneiden, falten und alle einen aus einer Schachtel ziehen lassen. Keine Namen darauf schreiben und nicht nach einer Liste austeilen.
slip-pile-one = Es ist nur ein Zettel, also wissen alle, wem er gehört, wie bei einem Link in einer E-Mail. Die Antworten sind trotzdem versiegelt.

hr-slips = Zettel für Personen ohne Postfach
hr-slips-means = Personen ohne Adresse antworten mit einem gedruckten Link, den sie ziehen wie ein Los. Ein Zettel gehört niemandem: Nichts sagt, hier oder anderswo, wer welchen gezogen oder seinen benutzt hat, und niemand wird erinnert.
hr-slips-group = Gruppe
hr-slips-count = Zettel
hr-slips-made = Die Datei wurde zuerst am { $day } erzeugt.
hr-slips-secret = Die Datei enthält jeden Link. Drucken Sie sie und löschen Sie sie danach: Wer einen Link hat, kann damit antworten. Bis die Runde öffnet, lässt sie sich noch einmal erzeugen, in neuer Reihenfolge; danach einmal, wenn es sie noch nicht gab. Das Protokoll hält jedes Mal fest.
hr-slips-lang = Sprache der Zettel
hr-slips-go = Zettel erzeugen (PDF)
hr-slips-kiosk = An einem gemeinsamen Gerät antworten alle nacheinander, und es vergisst jeden. Öffnen Sie dort diese Adresse:
hr-log-slips-printed = Die Zettel von { $title } wurden als Datei erzeugt

hr-groups-unmailed = { $count ->
    [one] Eine Person hat keine Adresse und zieht einen gedruckten Zettel. Die Zettel drucken Sie nach dem Start.
   *[other] { $count } Personen haben keine Adresse und ziehen gedruckte Zettel. Die Zettel drucken Sie nach dem Start.
  }
hr-groups-unmailed-confidential = { $count ->
    [one] Eine Person hat keine Adresse. Zettel gibt es nur in anonymen Runden, also lässt sich diese Runde so nicht starten.
   *[other] { $count } Personen haben keine Adresse. Zettel gibt es nur in anonymen Runden, also lässt sich diese Runde so nicht starten.
  }
hr-groups-unmailed-leaders = { $count ->
    [one] Eine Führungskraft hat keine Adresse und kann weder antworten noch den Bericht lesen.
   *[other] { $count } Führungskräfte haben keine Adresse und können weder antworten noch ihre Berichte lesen.
  }

problem-wave-unmailed = { $count ->
    [one] Eine Person, die gefragt würde, hat keine Adresse.
   *[other] { $count } Personen, die gefragt würden, haben keine Adresse.
  } Sie können mit gedruckten Zetteln antworten, die es nur in einer anonymen Runde gibt. Planen Sie eine anonyme Runde oder tragen Sie die Adressen in die Teamliste ein.
problem-amend-unmailed = Diese Person hat keine Adresse. Ein Zettel, der für eine Person allein gedruckt wird, wäre ihrer: Tragen Sie erst die Adresse in die Teamliste ein.
problem-slips-none = Alle in dieser Runde haben eine Adresse, also gibt es keine Zettel.
problem-slips-early = Das Versprechen dieser Runde ist noch nicht gemacht. Die Zettel tragen seine Nummer; versuchen Sie es gleich noch einmal.
problem-slips-made = Die Zettel wurden erzeugt, und die Runde ist offen: Eine zweite Datei wäre nur eine Kopie von Links, die jemand schon haben kann. Drucken Sie die Datei, die Sie haben.
problem-slips-late = Diese Runde nimmt keine Antworten mehr an, also nützen ihre Zettel nichts mehr.

ballot-slips = { $slips } Personen dieser Gruppe haben kein Postfach: Sie ziehen einen gedruckten Link wie ein Los, und niemand weiß, wer welchen hat.

kiosk-lead = Geben Sie die beiden Zeilen Ihres Zettels ein. Wenn Sie fertig sind, vergisst dieses Gerät alles.
kiosk-lead-short = Geben Sie die zweite Zeile Ihres Zettels ein. Wenn Sie fertig sind, vergisst dieses Gerät alles.
kiosk-send-once = Sie können Ihre Antworten einmal senden; danach lassen sie sich weder ändern noch Ihnen zeigen. Auf diesem Gerät bleibt nichts.
kiosk-leave = Aufhören und alles vergessen
kiosk-next = Fertig: alles vergessen
kiosk-receipt = Schreiben Sie sie auf, wenn Sie sie nach dem Ende auf der öffentlichen Seite der Runde suchen wollen: Dieses Gerät vergisst sie.
kiosk-leaving = Ist noch jemand da? In { $seconds } Sekunden vergisst dieses Gerät, was eingegeben wurde. Berühren Sie die Seite, um weiterzumachen.
kiosk-full = Ganzer Bildschirm

wave-slips = { $count ->
    [one] Eine der eingeladenen Personen hat kein Postfach und zieht
   *[other] { $count } der eingeladenen Personen haben kein Postfach und ziehen
  } einen gedruckten Link wie ein Los. Niemand weiß, wer welchen hat.
