# A launch that takes two survey leads.

eyes-title = A second pair of eyes
eyes-ask = Ask for the launch
eyes-ask-means = A launch takes two survey leads here: the others get a mail, and one of them confirms or sends it back.
eyes-asked = { $name } asked for this launch on { $asked }.
eyes-mine = Another survey lead has to confirm it. If plan, groups, roster, who asks, or readers are changed meanwhile, the request is void.
eyes-void = { $name } asked for the launch on { $asked }. Something was changed since, so the request is void: look again, and ask anew.
eyes-returned = { $name } sent the launch back:
eyes-when = Open
eyes-people = Asked
eyes-people-count = { $count ->
    [one] one person on today’s roster
   *[other] { $count } people on today’s roster
  }
eyes-readers = Reads results by a role
eyes-who = Who asks
eyes-hash = Fingerprint of plan, groups, roster, who asks, and readers
eyes-look = Look at the plan and the groups above before you confirm. Only exactly this is launched.
eyes-confirm = Confirm and launch
eyes-word = What should be looked at again?
eyes-send-back = Send back

problem-eyes-alone = Nobody else could confirm it: a launch takes two survey leads who have signed in to their accounts. Make somebody else survey lead, or ask the operator to turn off two_pairs_of_eyes.
problem-eyes-few = Too few people would be asked for anything to be shown: look at the roster first.
problem-eyes-none = There is no request to launch this any more: look at the page again.
problem-eyes-own = You asked for this launch yourself: another survey lead has to confirm it.
problem-eyes-changed = Plan, groups, roster, who asks, or readers were changed since it was asked for, so the request is void. Look at what is there now, and ask anew.
problem-eyes-word = Say in a few words what should be looked at again (at most 500 letters).

mail-launch-asked-subject = Please look: { $wave } is to be launched
mail-launch-asked-why = Somebody asked to launch { $wave }. It takes a second survey lead: see who is asked, in which groups and who reads, and confirm it or send it back.
mail-launch-asked-how = If anything is changed before that, the request is void and has to be made again.
mail-launch-returned-subject = { $wave } was sent back to you
mail-launch-returned-why = The launch of { $wave } that you asked for was sent back, with a word on what to look at again.
mail-launch-returned-how = Change what has to be changed, and ask for the launch again.

hr-log-launch-asked = The launch of { $title } was asked for
hr-log-launch-confirmed = The launch of { $title } was confirmed by a second survey lead
hr-log-launch-returned = The launch of { $title } was sent back
