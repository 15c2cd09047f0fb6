# Links, die unterwegs verändert wurden, und die Mail, die das Abbestellen bestätigt.

stop-unknown-title = Dieser Link bestellt keine Mails ab
stop-unknown = Vielleicht wurde er unterwegs abgeschnitten. Öffnen Sie „Diese Mails abbestellen“ noch einmal aus der Mail selbst, oder nehmen Sie den Knopf, den Ihr Mailprogramm dafür zeigt; hilft beides nicht, fragen Sie die Personalabteilung. Bis dahin hat sich nichts geändert.
stop-none-title = Nie wieder Mails, zu keiner Runde
stop-none-word = Wir schicken Ihnen eine letzte Mail, die das bestätigt und den Weg zurück nennt.

mail-stopped-subject = Sie bekommen keine Mails zu Gutcheck-Runden mehr
mail-stopped-why = jemand, der eine Mail an Sie hatte, vermutlich Sie selbst, hat gewählt, dass Sie zu keiner Runde Mails bekommen. Ab jetzt wird keine mehr verschickt, und in den kommenden Runden werden Sie nicht gefragt. Wer das gewählt hat, erfährt niemand.
mail-stopped-back = Waren Sie das nicht oder überlegen Sie es sich anders, macht diese Seite es rückgängig:
mail-stopped-button = Wieder Mails bekommen
