# Was Mitglieder vom Ergebnis zu lesen bekommen.

share-plan = Was Mitglieder zu lesen bekommen
share-plan-always = Mitglieder bekommen immer den Bericht ihrer Gruppe
share-plan-always-means = sobald die Ergebnisse freigegeben sind: dieselben Zahlen wie die Leitung, ohne Kommentare. Das ist Teil der Zusage. Sonst entscheidet die Leitung und kann ihn mit einem Klick teilen.
share-form-always = Sobald die Ergebnisse freigegeben sind, bekommen Sie den Bericht Ihrer Gruppe: dieselben Zahlen wie Ihre Leitung, ohne Kommentare. Das ist Teil der Zusage.
share-form-if-shared = Ob Ihre Gruppe ihren Bericht zu lesen bekommt, entscheidet Ihre Leitung. Nach der Freigabe erfahren Sie, wie es weitergeht.
share-leader-always = Sobald die Ergebnisse freigegeben sind, lesen Sie den Bericht Ihres Teams, und die Mitglieder Ihres Teams lesen ihn auch: dieselben Zahlen, Ihre eingeschlossen, ohne Kommentare. Das ist ihnen zugesagt.
share-leader-if-shared = Nach der Freigabe entscheiden Sie, ob die Mitglieder Ihres Teams den Bericht auch lesen: dieselben Zahlen, Ihre eingeschlossen, ohne Kommentare.
share-terms-always = Mitglieder bekommen den Bericht ihrer Gruppe, sobald die Ergebnisse freigegeben sind: dieselben Zahlen wie die Leitung, ohne Kommentare.
share-terms-if-shared = Mitglieder bekommen den Bericht ihrer Gruppe, wenn die Leitung ihn teilt. Nach der Freigabe erfahren alle Gefragten, wie es weitergeht.
