overview-running = Läuft gerade
overview-left = { $days ->
    [0] Endet innerhalb eines Tages: { $when }.
    [one] Noch ein Tag, bis { $when }.
   *[other] Noch { $days } Tage, bis { $when }.
  }
overview-leaders = { $answered } von { $asked } Führungskräften haben geantwortet.
overview-next-mail = Nächste E-Mail: { $kind }, { $when }
overview-no-mail = Es sind keine E-Mails mehr geplant.
overview-share = Anteil der Antworten, in Fünferschritten
overview-todo = Was zu tun ist
overview-todo-none = Sonst wartet nichts auf Sie.
overview-todo-leaders = { $count ->
    [one] Eine Führungskraft hat in { $title } noch nicht geantwortet
   *[other] { $count } Führungskräfte haben in { $title } noch nicht geantwortet
  }
overview-todo-changed = { $count ->
    [one] Eine Person, die in { $title } als Führungskraft genannt wurde, führt ihr Team nicht mehr
   *[other] { $count } Personen, die in { $title } als Führungskräfte genannt wurden, führen ihre Teams nicht mehr
  }
overview-todo-lost = { $count ->
    [one] Eine E-Mail von { $title } ist nicht angekommen
   *[other] { $count } E-Mails von { $title } sind nicht angekommen
  }
overview-todo-untold = { $count ->
    [one] Eine E-Mail zu den Ergebnissen von { $title } ist nicht angekommen
   *[other] { $count } E-Mails zu den Ergebnissen von { $title } sind nicht angekommen
  }
overview-said = Was die letzten Runden sagten
overview-said-go = Die Organisation in { $title }
overview-readers-go = Wer welchen Bericht bekam
overview-compare-go = Zwei Runden vergleichen
