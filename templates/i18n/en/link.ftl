# Links that were mangled, and the mail that says that mails were stopped.

stop-unknown-title = This link does not stop any mails
stop-unknown = It may have been cut off on its way. Open “Stop these mails” again from the mail itself, or use the button that your mail program shows for it; if neither helps, ask HR. Until then, nothing has changed.
stop-none-title = No mails of any wave, ever
stop-none-word = We send you one last mail that confirms it, with the way back.

mail-stopped-subject = You get no more mails of Gutcheck waves
mail-stopped-why = somebody who had a mail to you, probably you yourself, chose that you get no mails of any wave. From now on none is sent, and you are not asked in the waves to come. Nobody is told who chose this.
mail-stopped-back = If it was not you, or you change your mind, this page undoes it:
mail-stopped-button = Get mails again
