# Mails zu Konten.

mail-account-footer = Gutcheck für { $organisation }. Sie bekommen diese E-Mail, weil Sie dort ein Konto haben.

mail-welcome-subject = Ihr Konto bei Gutcheck für { $organisation }
mail-welcome-why = Sie sind eingeladen, bei { $organisation } mit Gutcheck zu arbeiten. Wählen Sie ein Passwort; der Link gilt einmal, sieben Tage lang.
mail-welcome-button = Passwort wählen
mail-welcome-do = Wenn Sie damit nicht gerechnet haben, fragen Sie vorher bei denen nach, die Gutcheck in Ihrer Organisation betreiben.

mail-reset-subject = Neues Passwort wählen
mail-reset-why = jemand, vermutlich Sie, möchte für dieses Konto ein neues Passwort wählen. Der Link gilt einmal, eine Stunde lang.
mail-reset-button = Neues Passwort wählen
mail-reset-do = Wenn Sie es nicht waren, tun Sie nichts: Ihr Passwort bleibt, wie es ist.

mail-new-device-subject = Ihr Konto wurde in einem anderen Browser benutzt
mail-new-device-why = jemand hat sich bei Ihrem Konto mit einem Browser angemeldet, der dafür noch nicht benutzt worden war: { $code }.
mail-new-device-button = Sehen, wo Sie angemeldet sind
mail-new-device-do = Wenn Sie das waren, ist alles gut. Wenn nicht, beenden Sie jene Sitzung, ändern Sie Ihr Passwort und sagen Sie der Administration Bescheid.

mail-factor-changed-subject = Ihr zweiter Faktor wurde geändert
mail-factor-changed-why = die App oder die Ersatzcodes, mit denen Sie sich anmelden, wurden eingerichtet, geändert oder entfernt.
mail-factor-changed-button = Ihr Konto ansehen
mail-factor-changed-do = Wenn Sie das nicht waren, sagen Sie der Administration sofort Bescheid.

mail-password-changed-subject = Ihr Passwort wurde geändert
mail-password-changed-why = das Passwort Ihres Kontos wurde geändert, und alle anderen Sitzungen wurden beendet.
mail-password-changed-button = Ihr Konto ansehen
mail-password-changed-do = Wenn Sie das nicht waren, wählen Sie über „Passwort vergessen?“ ein neues, und sagen Sie der Administration sofort Bescheid.

mail-new-administrator-subject = Es gibt eine weitere Person in der Administration
mail-new-administrator-why = { $code } gehört ab jetzt zur Administration von Gutcheck bei { $organisation }.
mail-new-administrator-button = Die Konten ansehen
mail-new-administrator-do = Wenn Sie damit nicht gerechnet haben, sehen Sie sich die Konten und das Protokoll an.

mail-log-tip = Das Protokoll endet jetzt mit { $code }. Bewahren Sie diese E-Mail auf: An ihr lässt sich später erkennen, ob das Protokoll gekürzt oder neu geschrieben wurde.
