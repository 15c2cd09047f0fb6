# Anmelden über das Unternehmen.

signin-company-title = Mit Ihrem Firmenkonto
signin-company = Die Anmeldeseite Ihres Unternehmens fragt nach Passwort und zweitem Faktor und schickt Sie hierher zurück.
signin-company-only = Hier melden sich alle mit ihrem Firmenkonto an, auch Führungskräfte.
signin-company-or = Nehmen Sie Ihr Firmenkonto. Führungskräfte können sich auch einen Link schicken lassen, und wer ein Passwort für Gutcheck hat, kann es benutzen.
signin-company-anew = Mit einem anderen Firmenkonto anmelden
signin-company-go = Mit dem Firmenkonto anmelden
signin-gone-title = Sie sind bei Gutcheck abgemeldet
signin-gone = Bei Ihrem Unternehmen sind Sie noch angemeldet. Wenn auch andere dieses Gerät benutzen, melden Sie sich dort ebenfalls ab.
signin-gone-there = Vom Firmenkonto abmelden
signin-gone-back = Wieder anmelden

account-company-own = Die Anmeldung Ihres Unternehmens kennt Sie: Nach Passwort und zweitem Faktor fragt sie, nicht Gutcheck.
account-company-only = Hier meldet sich niemand mit einem Passwort bei Gutcheck an, deshalb ist auch keines zu ändern.
account-state-company = Über das Unternehmen
account-state-company-password = Über das Unternehmen oder mit Passwort ohne zweiten Faktor
account-state-company-factor = Über das Unternehmen oder mit Passwort und zweitem Faktor
account-roles-none = keine
account-email-hint-company = Die Person bekommt eine E-Mail, die zur Anmeldeseite führt, und nimmt dort ihr Firmenkonto.
account-untie = Anmeldung des Unternehmens vergessen
account-untie-means = Für jemanden, dessen Eintrag im Verzeichnis des Unternehmens neu angelegt wurde: Wer als Nächstes mit der Adresse dieses Kontos kommt, wird wieder an ihr erkannt. Alle Sitzungen enden.
account-session-way-company = über das Unternehmen
account-session-way-password = mit Passwort
account-session-way-operator = über einen Link des Betriebs
account-session-way-link = per E-Mail

hr-log-company-signed-in = Über das Unternehmen angemeldet
hr-log-company-tied = Die Anmeldung des Unternehmens kennt { $title } von jetzt an
hr-log-company-untied = Die Anmeldung des Unternehmens für { $title } wurde vergessen
hr-log-company-roles = Gruppen des Unternehmens haben die Rollen von { $title } geändert: { $roles }
hr-log-company-kept = { $title } ist in keiner Gruppe für die Administration mehr und hat sie behalten, weil sonst niemand sie hat
hr-log-company-refused = Jemand kam von der Anmeldung des Unternehmens und wurde nicht eingelassen: { $reason }
hr-log-company-reason-unknown-key = ihre Antwort war mit einem fremden Schlüssel unterschrieben
hr-log-company-reason-signature = ihre Antwort war nicht so unterschrieben, wie es sein muss
hr-log-company-reason-issuer = die Antwort kam von jemand anderem
hr-log-company-reason-audience = die Antwort war für einen anderen Dienst bestimmt
hr-log-company-reason-expired = die Antwort war zu alt
hr-log-company-reason-early = die Antwort kam aus der Zukunft
hr-log-company-reason-nonce = die Antwort gehörte zu einer anderen Frage
hr-log-company-reason-incomplete = in der Antwort fehlte etwas
hr-log-company-reason-other-person = zwei Antworten handelten von zwei Personen
hr-log-company-reason-unverified = die Adresse war nicht bestätigt
hr-log-company-reason-unknown = an der Adresse ist hier niemand zu erkennen, und keine Gruppe gibt eine Rolle
hr-log-company-reason-taken = wer hier diese Adresse hat, ist im Unternehmen jemand anderes
hr-log-company-reason-groups-left-out = es waren zu viele Gruppen, um sie zu nennen

problem-company-required = Hier melden sich alle mit ihrem Firmenkonto an: Gehen Sie auf die Seite zum Anmelden, und nehmen Sie den Knopf dort.
problem-company-unreachable = Die Anmeldung des Unternehmens antwortet nicht: Versuchen Sie es in ein paar Minuten noch einmal. Hilft das nicht, sagen Sie denen Bescheid, die Gutcheck betreiben.
problem-company-declined = Die Anmeldung des Unternehmens hat Sie nicht durchgelassen: Versuchen Sie es noch einmal, oder fragen Sie Ihre IT, ob Sie Gutcheck benutzen dürfen.
problem-company-code = Die Anmeldung des Unternehmens hat zurückgenommen, was sie gesagt hatte: Drücken Sie den Knopf noch einmal. Hilft das nicht, sagen Sie denen Bescheid, die Gutcheck betreiben.
problem-company-late = Das hat länger als zehn Minuten gedauert, wurde in einem anderen Browser begonnen oder war schon erledigt: Drücken Sie den Knopf noch einmal.
problem-company-doubt = Was die Anmeldung des Unternehmens gesagt hat, ist nicht glaubwürdig, deshalb wurde niemand angemeldet: Sagen Sie denen Bescheid, die Gutcheck betreiben, mit diesem Wort: { $reason }.
problem-company-unverified = Die Anmeldung des Unternehmens bestätigt nicht, dass Ihre Adresse wirklich Ihre ist: Bitten Sie Ihre IT, sie zu bestätigen.
problem-company-unknown = Das Unternehmen kennt Sie, aber hier ist nichts für Sie bestimmt: Wenn Sie ein Team führen, fragen Sie die Personalabteilung, welche Adresse sie von Ihnen hat; wenn Sie mit Gutcheck arbeiten sollen, fragen Sie die Administration. Um an einer Befragung teilzunehmen, öffnen Sie den Link in Ihrer Einladung.
problem-company-taken = Wer hier Ihre Adresse hat, ist im Unternehmen jemand anderes: Bitten Sie die Administration, die Anmeldung des Unternehmens für diese Person zu vergessen.
problem-company-groups-left-out = Sie sind in so vielen Gruppen, dass die Anmeldung des Unternehmens sie weglässt: Bitten Sie Ihre IT, Gutcheck nur die Gruppen zu nennen, auf die es ankommt.

mail-welcome-company-subject = Ihr Konto bei Gutcheck für { $organisation }
mail-welcome-company-why = Sie sind eingeladen, bei { $organisation } mit Gutcheck zu arbeiten. Ein Passwort brauchen Sie nicht: Melden Sie sich mit Ihrem Firmenkonto an.
mail-welcome-company-button = Anmelden
mail-welcome-company-do = Wenn Sie damit nicht gerechnet haben, fragen Sie vorher bei denen nach, die Gutcheck in Ihrer Organisation betreiben.
