# Stopping mails.

stop-title = Mails from Gutcheck
stop-on = You get mails when a wave opens, and reminders of { $wave } as long as you have not answered.
stop-not-this = You get no more mails of { $wave }. When another wave opens, you are asked again.
stop-none = You get no mails of any wave. You will not be asked in the waves to come.
stop-not-this-means = Your link stays good: you can still answer.
stop-not-this-go = No more mails of { $wave }
stop-none-means = Nobody can answer without a link, so you are left out of the waves to come. Nobody is told who chose this.
stop-none-go = No mails of any wave
stop-again-means = You will be asked in the waves to come, and reminded while you have not answered.
stop-again-go = Mails again
stop-who = Whoever has this mail can use this page. Links to sign in, which you ask for yourself, are always sent.
