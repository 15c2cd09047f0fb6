# Die Seite mit den Einstellungen: das Gesicht der Organisation, und was der Betrieb eingestellt hat.

settings-lead = Wie Ihre Organisation hier aussieht: auf Seiten, in E-Mails und in Dateien. Jede Änderung steht im Protokoll.
settings-faults = { $count ->
    [one] Ein Feld kann so nicht übernommen werden. Es wurde nichts geändert.
   *[other] { $count } Felder können so nicht übernommen werden. Es wurde nichts geändert.
  }
settings-go = Einstellungen speichern

settings-logo = Logo
settings-logo-now = Ihr jetziges Logo
settings-logo-file = Bild
settings-logo-hint = PNG oder JPEG, höchstens 1 MiB und 5000 Pixel je Seite, für hellen Grund. Wir behalten nur, was darauf zu sehen ist, höchstens 480 mal 120 Pixel.
settings-logo-go = Dieses Bild verwenden
settings-logo-remove = Logo entfernen

settings-part-look = Name und Farbe
settings-part-look-means = Sie stehen auf jeder Seite. Die Seite, auf der anonyme Antworten gegeben werden, behält unsere Farben, weil sie überall Byte für Byte dieselbe sein muss.
settings-name = Name der Organisation
settings-name-hint = So, wie man ihn schreibt.
settings-accent = Akzentfarbe
settings-accent-hint = Sechs Ziffern wie #0b6b60, für Links und Knöpfe. Leer für unsere.
settings-accent_dark = Akzentfarbe für dunkle Seiten
settings-accent_dark-hint = Leer: Wir hellen die andere so weit auf, dass sie lesbar ist.
settings-accent-derived = Zurzeit ist das { $colour }.

settings-part-contact = Kontakt und Links
settings-part-contact-means = Sie stehen am Fuß von Seiten und E-Mails und in dem, was den Befragten versprochen wird.
settings-contact_name = Wen man fragen kann
settings-contact_name-hint = Eine Person oder eine Stelle, etwa Personal & Kultur.
settings-contact = E-Mail-Adresse oder Link
settings-contact-hint = Etwa personal@example.org oder https://intranet.example.org/umfrage.
settings-imprint = Impressum
settings-imprint-hint = Ein Link mit https://.
settings-privacy = Datenschutz
settings-privacy-hint = Ein Link mit https:// zu Ihren Hinweisen zum Datenschutz.

settings-part-mails = E-Mails
settings-part-mails-means = Die Absenderadresse stellt der Betrieb ein, siehe unten.
settings-sender = Name des Absenders
settings-sender-hint = Was man im Postfach sieht. Leer für den vom Betrieb eingestellten.
settings-reply_to = Adresse für Antworten
settings-reply_to-hint = Leer: Antworten gehen an die Absenderadresse.

settings-part-words = Ein paar Worte an die Befragten
settings-part-words-means = Ein Absatz in jeder Sprache: warum Sie fragen und was Sie mit den Antworten tun. Er steht in der Einladung und auf dem Formular. Er ist Teil des Versprechens: Was Sie später ändern, gilt erst für die nächste Befragung.

settings-operator = Vom Betrieb eingestellt
settings-operator-means = Aus der Einstellungsdatei, der Umgebung oder der Befehlszeile. Hier lassen sie sich nicht ändern.
settings-operator-name = Einstellung
settings-operator-value = Wert
settings-operator-from = Kommt aus
settings-from-file = Einstellungsdatei
settings-from-environment = Umgebung
settings-from-flag = Befehlszeile
settings-from-default = Vorgabe

settings-log-name = Name
settings-log-logo = Logo
settings-log-accent = Akzentfarbe
settings-log-contact = Kontakt
settings-log-sender = Name des Absenders
settings-log-reply-to = Adresse für Antworten
settings-log-imprint = Impressum
settings-log-privacy = Datenschutz
settings-log-words = Worte an die Befragten

problem-logo-bytes = Das Bild ist größer als 1 MiB: Speichern Sie es kleiner und laden Sie es noch einmal hoch.
problem-logo-svg = SVG nehmen wir nicht, weil solche Dateien Skripte und Links enthalten können: Speichern Sie das Logo als PNG und laden Sie dieses hoch.
problem-logo-kind = Das ist weder PNG noch JPEG: Speichern Sie das Logo als PNG und laden Sie dieses hoch.
problem-logo-pixels = Das Bild hat { $width } mal { $height } Pixel und ist damit zu groß: Höchstens 5000 Pixel je Seite und 8 Millionen insgesamt; 480 mal 120 genügen.
problem-logo-broken = Das Bild lässt sich nicht bis zum Ende lesen: Speichern Sie es noch einmal als PNG und laden Sie dieses hoch.
problem-logo-blank = Auf Weiß ist von diesem Bild nichts zu sehen: Laden Sie das Logo so hoch, wie es für hellen Grund gemacht ist.
problem-colour = Das ist keine Farbe: Schreiben Sie sechs Ziffern wie #0b6b60.
problem-accent-light = Diese Farbe ist auf unseren hellen Seiten nicht lesbar: Ihr Kontrast ist { $whole },{ $tenths } zu 1 und muss 4,5 zu 1 sein. Wählen Sie eine dunklere.
problem-accent-dark = Diese Farbe ist auf unseren dunklen Seiten nicht lesbar: Ihr Kontrast ist { $whole },{ $tenths } zu 1 und muss 4,5 zu 1 sein. Wählen Sie eine hellere, oder lassen Sie das Feld leer.
problem-accent-alone = Eine Farbe für dunkle Seiten braucht auch eine für helle: Füllen Sie beide Felder aus, oder keines.
problem-one-line = Das muss eine Zeile sein, ohne etwas, das man nicht sieht: Tippen Sie es neu.
problem-unseen = Darin ist etwas, das man nicht sieht und das Buchstaben umdreht oder versteckt: Tippen Sie es neu.
problem-long = Das sind { $letters } Zeichen, und höchstens { $most } gehen: Kürzen Sie es.
problem-https = Diesen Link können wir nicht nehmen: Schreiben Sie die ganze Adresse, die mit https:// beginnt.
problem-words-language = In dieser Sprache fehlt der Absatz: Schreiben Sie ihn in allen Sprachen, oder in keiner.
