# Mails abbestellen.

stop-title = Mails von Gutcheck
stop-on = Sie bekommen Mails, wenn eine Runde öffnet, und Erinnerungen an { $wave }, solange Sie nicht geantwortet haben.
stop-not-this = Sie bekommen keine Mails mehr zu { $wave }. Wenn eine andere Runde öffnet, werden Sie wieder gefragt.
stop-none = Sie bekommen zu keiner Runde Mails. In den kommenden Runden werden Sie nicht gefragt.
stop-not-this-means = Ihr Link bleibt gültig: Sie können weiterhin antworten.
stop-not-this-go = Keine Mails mehr zu { $wave }
stop-none-means = Ohne Link kann niemand antworten, deshalb bleiben Sie in den kommenden Runden außen vor. Wer das gewählt hat, erfährt niemand.
stop-none-go = Zu keiner Runde Mails
stop-again-means = Sie werden in den kommenden Runden gefragt und erinnert, solange Sie nicht geantwortet haben.
stop-again-go = Wieder Mails
stop-who = Wer diese Mail hat, kann diese Seite benutzen. Links zum Anmelden, die Sie selbst anfordern, werden immer verschickt.
