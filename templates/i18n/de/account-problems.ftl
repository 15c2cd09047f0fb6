# Ablehnungen zu Konten und zum Anmelden.

problem-other-host = Dieser Server wurde unter einem Namen gefragt, der nicht seiner ist: Öffnen Sie ihn unter seiner eigenen Adresse.
problem-setup-code = Der Code ist nicht der im Terminal: Sehen Sie dort nach, wo Gutcheck gestartet wurde, und geben Sie ihn noch einmal ein.
problem-password-long = Das Passwort ist zu lang: Nehmen Sie höchstens 128 Zeichen.
problem-password-weak = Dieses Passwort ist leicht zu erraten: Nehmen Sie vier Wörter, die nichts miteinander zu tun haben, oder lassen Sie einen Passwortmanager eines machen.
problem-password-own = Das ist nicht Ihr jetziges Passwort: Geben Sie es noch einmal ein.
problem-password-none = Dieses Konto hat noch kein Passwort: Wählen Sie eines über „Passwort vergessen?“.
problem-factor-code = Der Code ist falsch oder wurde schon benutzt: Warten Sie auf den nächsten, und geben Sie ihn ein.
problem-factor-late = Das hat zu lange gedauert, oder es waren zu viele falsche Codes: Melden Sie sich noch einmal mit Ihrem Passwort an.
problem-factor-often = Für dieses Konto wurden zu viele falsche Codes probiert. Nehmen Sie einen Ersatzcode, oder warten Sie eine Stunde.
problem-account-there = Es gibt schon ein Konto mit dieser Adresse: Ändern Sie dessen Rollen.
problem-account-none = Kein Konto hat diese Adresse: Prüfen Sie die Schreibweise, oder lassen Sie sich mit `gutcheck account list` alle zeigen.
problem-account-name = Diese Person steht nicht in der Teamliste: Geben Sie ihren Namen an.
problem-account-roles = Wählen Sie mindestens eine Rolle.
problem-account-parts = HR-Partner brauchen mindestens einen Bereich der Organisation: Wählen Sie ihn.
problem-account-not-partner = Bereiche gibt es nur für HR-Partner: Wählen Sie auch diese Rolle, oder keinen Bereich.
problem-account-active = Dieses Konto wird schon benutzt, deshalb wurde keine Einladung verschickt.
problem-account-last = Das ist das letzte Konto, das administrieren kann: Geben Sie erst jemand anderem diese Rolle, und warten Sie, bis die Person sich angemeldet hat.
problem-no-longer-leads = Sie führen dieses Team nicht mehr und können seine Vereinbarungen deshalb nicht ändern. Das kann, wer es jetzt führt.
