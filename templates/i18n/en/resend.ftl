# HR sends one person their mail again.

hr-mail-state-planned = Planned
hr-resend = Send the mail to one person again
hr-resend-means = Somebody says that their mail did not arrive? They get the same link once more, in the words of the first mail. It works just as before, and nothing here tells whether they have answered. If the address is wrong, correct it first: the mail goes to the one on the roster.
hr-resend-name = Name or address
hr-resend-hint = A part of it is enough.
hr-resend-find = Search
hr-resend-found = { $people ->
    [0] Nobody found
    [one] One person found
   *[other] { $people } found
}
hr-resend-more = More than { $people } found: type more of the name
hr-resend-nobody = Nobody who was asked in this wave has these letters in their name or address. Whoever is not on the list of those who were asked can be added on the wave's page, as long as there are spare places.
hr-resend-member = asked about { $team }
hr-resend-leader = leads { $team }
hr-resend-go = Send again
hr-resend-go-to = Send the mail to { $name } again
hr-resend-done = The mail to { $name } is sent again, within minutes. Whoever has asked for no mails gets none; nobody is told who that is.

problem-resend-closed = This wave is not open, so nobody is asked: no mail was sent.
problem-resend-none = This person was asked without a mail: there is none that could be sent again.
problem-resend-waiting = The first mail to this person has not left yet: it waits with the others, and the wave's page says why.
problem-resend-just = A mail with this link left less than an hour ago: ask whether it lies with the advertising, and try again in an hour.
problem-resend-often = This mail was sent again five times already: its address or the mail server behind it is the trouble. Correct the address on the roster, or ask the operator.
