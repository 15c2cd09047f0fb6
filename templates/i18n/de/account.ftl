# Konten, Rollen und zweite Faktoren.

account-role-administrator = Administration
account-role-lead = Befragungsleitung
account-role-partner = HR-Partner
account-role-auditor = Prüfung
account-role-leader = Führungskraft
account-role-operator = Betrieb
account-sees-administrator = Konten, Rollen, Einstellungen und das Protokoll. Keine Ergebnisse.
account-sees-lead = Teamliste und Runden, Beteiligung, die Ergebnisse der Organisation und aller Gruppen und alle Dateien. Keine Antworten und keine Kommentare.
account-sees-partner = Beteiligung, Ergebnisse und Dateien der gewählten Bereiche der Organisation. Nichts außerhalb, keine Kommentare.
account-sees-auditor = Was versprochen wurde, die Aufzeichnung jeder Runde und das Protokoll. Die Ergebnisse der Organisation nur, wo der Plan einer Runde das sagt. Ändert nichts.
account-sees-leader = Den Bericht eines Teams, wenn sie in jener Runde als dessen Führungskraft gefragt wurde; von Teams darunter, was alle zusammen sagen, nie von einer einzelnen Führungskraft; Vereinbarungen, solange sie es führt. Ergibt sich aus der Teamliste.
account-sees-operator = Betreibt den Server. Kann Datenbank und Protokoll lesen und einen Link erstellen, der jemanden anmeldet; das steht im Protokoll. Keine Antworten.

account-who-lead = Jede Rolle, was sie sieht und wer sie heute hat.
account-who-nobody = Niemand
account-who-promise = Wer die Ergebnisse einer Runde liest, steht mit Namen auf der Seite, auf der geantwortet wird, so wie es beim Start der Runde war. Spätere Änderungen stehen im Protokoll.

account-all-title = Konten
account-all-lead = Wer mit Gutcheck arbeitet, und als was.
account-name = Name
account-name-hint = Nötig für Personen, die nicht in der Teamliste stehen.
account-email-hint = Die Person bekommt eine E-Mail mit einem Link, über den sie ein Passwort wählt. Er gilt sieben Tage.
account-roles = Rollen
account-roles-means = Wenn Sie die Rollen ändern, enden alle Sitzungen dieses Kontos.
account-roles-own = Das ist Ihr eigenes Konto: Sie müssen sich danach neu anmelden.
account-roles-go = Rollen ändern
account-parts = Bereiche der Organisation, für HR-Partner
account-parts-legend = Welche Bereiche? Alles darunter gehört dazu.
account-parts-none = Es gibt noch keine Teamliste.
account-state = Stand
account-state-invited = Eingeladen
account-state-password = Ohne zweiten Faktor
account-state-factor = Mit zweitem Faktor
account-invite-title = Jemanden einladen
account-invite-go = Einladung schicken
account-invite-again = Einladung noch einmal schicken
account-invite-again-means = Diese Person ist der Einladung noch nicht gefolgt. Ein neuer Link ersetzt den alten.
account-remove = Dieses Konto entfernen
account-sign-out = Alle Sitzungen dieses Kontos beenden
account-sign-out-means = Wer damit irgendwo angemeldet ist, muss sich neu anmelden. Für ein verlorenes Gerät, oder wenn ein Konto missbraucht sein könnte.
account-sign-out-all = Die Sitzungen aller beenden
account-sign-out-all-means = Alle müssen sich neu anmelden, auch Führungskräfte und Sie selbst.
account-remove-means = Alle Sitzungen enden, und niemand kann sich damit mehr anmelden. Die Person bleibt in der Teamliste, wenn sie dort steht.
account-factor-drop = Zweiten Faktor entfernen
account-factor-drop-means = Für jemanden, der Telefon und Ersatzcodes verloren hat. Beim nächsten Anmelden wird ein neuer eingerichtet. Die Person bekommt eine E-Mail darüber.

account-own-title = Mein Konto
account-password-title = Passwort
account-password-own = Ihr jetziges Passwort
account-password-new = Neues Passwort
account-password-change = Passwort ändern
account-password-choose = Passwort wählen
account-password-welcome = Mit ihm melden Sie sich ab jetzt bei Gutcheck an.
account-password-anew = Es ersetzt das alte. Alle Sitzungen Ihres Kontos enden.
account-password-set = Passwort setzen und anmelden
account-forgotten-title = Passwort vergessen?
account-forgotten = Wir schicken an die Adresse Ihres Kontos einen Link, über den Sie ein neues wählen.
account-forgotten-go = Link schicken
account-forgotten-sent = Wenn es ein Konto mit dieser Adresse gibt, ist eine E-Mail mit einem Link unterwegs. Er gilt einmal, eine Stunde lang. Wenn Sie innerhalb von zehn Minuten noch einmal fragen, wird derselbe Link noch einmal verschickt.

account-factor-title = Zweiter Faktor
account-factor-owed = Administration und Befragungsleitung brauchen einen zweiten Faktor: Bitte richten Sie ihn ein, bevor Sie weitermachen.
account-factor-none = Beim Anmelden kann neben dem Passwort ein Code verlangt werden, den nur Ihr Telefon zeigt.
account-factor-have = Eine App zeigt Ihre Codes. { $codes ->
    [0] Es ist kein Ersatzcode übrig.
    [one] Ein Ersatzcode ist übrig.
   *[other] { $codes } Ersatzcodes sind übrig.
  }
account-factor-set-up = Zweiten Faktor einrichten
account-factor-replace = Andere App einrichten
account-factor-how = Scannen Sie das Bild mit einer App für Einmalpasswörter, zum Beispiel Aegis, FreeOTP oder Ihrem Passwortmanager, und geben Sie den Code ein, den sie zeigt.
account-factor-qr = QR-Code für die App
account-factor-typed = Scannen geht nicht? Geben Sie das in die App ein:
account-factor-code = Code
account-factor-code-hint = Sechs Ziffern; sie wechseln jede halbe Minute.
account-factor-go = Einschalten
account-factor-enter-title = Zweiter Faktor
account-factor-enter = Ihr Passwort stimmt. Geben Sie jetzt den Code ein, den Ihre App zeigt.
account-factor-enter-hint = Sechs Ziffern, oder einer Ihrer Ersatzcodes.
account-factor-lost = Telefon und Ersatzcodes verloren? Die Administration kann den zweiten Faktor entfernen, und der Betrieb kann einen Link erstellen.
account-recovery-new = Andere Ersatzcodes
account-recovery-go = Neue Codes erstellen
account-codes-title = Ihre Ersatzcodes
account-codes = Jeder gilt einmal anstelle Ihrer App. Drucken Sie sie aus oder bewahren Sie sie in einem Passwortmanager auf: Sie werden nur jetzt gezeigt.
account-codes-kept = Ich habe sie aufbewahrt

account-sessions-title = Wo Sie angemeldet sind
account-session-unknown = Unbekannter Browser
account-session-times = Seit { $created }, zuletzt benutzt { $seen }
account-session-this = Dieser hier
account-session-end = Beenden
account-session-end-others = Alle anderen beenden

account-plan-readers = Wer die Ergebnisse außerdem liest
account-plan-auditors = Prüfung
account-plan-auditors-means = liest die Ergebnisse der Organisation auch. Das gehört zum Versprechen, und die Namen stehen auf der Seite, auf der geantwortet wird.
account-log-operator = Betrieb

audit-title = Prüfung
audit-lead = Was jede Runde versprochen hat, und die Aufzeichnung, was daraus wurde. Alles hier lässt sich mit gutcheck-verify von außen prüfen.
audit-times = { $opens } bis { $closes }
audit-promise = Nummer des Versprechens:
audit-page = Was versprochen wurde
audit-record = Aufzeichnung (JSON)
audit-ballots = Liste der Stimmzettel
audit-figures = Ergebnisse der Organisation
audit-unpromised = Das Versprechen ist noch nicht gemacht.
audit-none = Noch keine Runde wurde gestartet.

parts-title = Meine Bereiche
parts-lead = Beteiligung und Ergebnisse von:
parts-reports = Berichte
parts-own = direkt im Team
parts-no-groups = Noch kann von keiner Gruppe, die ganz in Ihren Bereichen liegt, eine Beteiligung gezeigt werden.
parts-no-reports = Keine Gruppe Ihrer Bereiche ist groß genug, um für sich gezeigt zu werden.
parts-none = Noch keine Runde wurde gestartet.
