# The public page of a wave: for respondents, the works council, and anybody who has its address.

wave-title = The promise of { $title }
wave-anonymous = Answers nobody can trace
wave-confidential = Confidential answers
wave-anonymous-lead = This page shows what the people asked in this wave were promised, so that anybody can check it.
wave-confidential-lead = This page shows what the people asked in this wave were promised. Confidential is not anonymous: the server seals the answers, not the browser.
wave-number = The number of the promise
wave-number-means = The same number appears in every mail of this wave, on the form and in every report. It is computed from everything listed here. If anything were changed for anybody, their number would be different.
wave-number-whole = In full:
wave-terms = What was fixed before the first mail
wave-terms-times = Answers are accepted from { $opens } to { $closes }.
wave-terms-latest = They may be accepted for longer if HR says so, but never after { $latest }.
wave-terms-destroys = Whatever happens, the keys, the sealed answers and the personal links are destroyed by { $when }.
wave-terms-smallest = Nothing is shown for groups with fewer than { $smallest } answers.
wave-terms-fixed = The survey and its wording, the answer page and its script, the keys, the tree of teams and the groups below are part of the number too.
wave-terms-page = The answer page that this server serves now is not the one that was promised. It may have been updated; do not answer until somebody you trust has checked it.
wave-groups = Groups whose answers count together
wave-group = Group
wave-invited = Invited
wave-added = Added later
wave-issued = Signatures
wave-ballots = Ballots
wave-total = All
wave-counts-hold = No group has more ballots than signatures, nor more signatures than people who were invited or added.
wave-counts-atoms = Groups in which too few answered count together with others, and have no counts of their own. The signatures of their ballots would tell them apart, so they are not published: that these ballots were signed was checked by the server alone.
wave-counts-nowhere = Too few answered in { $groups } to be counted anywhere. Their receipts are in the list.
wave-counts-broken = A group has more ballots than it may have. Do not trust the results of this wave until that has been explained.
wave-spoilt = { $spoilt ->
    [one] One ballot holds
   *[other] { $spoilt } ballots hold
  } no valid form, as if it had been made by hand, and { $spoilt ->
    [one] was
   *[other] were
  } left out of the results. Nobody can say whose.
wave-counts-later = After the close the ballots of each group are counted here, and every ballot's receipt is listed.
wave-check = Check it yourself
wave-receipts = Your device has shown you a receipt. Look it up in the list: if it is there, your ballot was counted. A receipt tells nobody what you answered.
wave-receipts-list = All receipts of this wave
wave-ballots-root = Fingerprint of the list:
wave-result-hash = Fingerprint of the published results:
wave-verify = Gutcheck recomputes everything on this page from the wave's public record, and says in plain words what holds and what does not:
wave-record = The public record of this wave
wave-keys = The key that opens the answers
wave-keys-destroyed = The key was destroyed on { $day }, together with the sealed answers, the signatures and all personal links.
wave-keys-soon = It has been used once. It is destroyed on { $day }, together with the sealed answers, the signatures and all personal links.
wave-keys-off = It is being destroyed.
wave-keys-by = If nobody publishes them, this happens by { $when } all the same.
wave-keys-later = It is used once, after the close, to open all answers at the same time. A few days after the results are published it is destroyed, together with the sealed answers, the signatures and all personal links.
wave-not = What is not protected
wave-not-traffic = Against somebody who records the traffic while people answer and also keeps a copy of the key.
wave-not-silent = Until the keys are destroyed, the database and a mail server's log tell who has not answered: reminders go to them alone.
wave-not-roster = HR writes the roster: invented colleagues could stand around one real person. Look at the names on your form.
wave-not-issuing = The server holds the keys that sign ballots: it could answer for people who stay silent, or call a ballot spoilt. The counts above are public, but nobody outside can recompute the results. A receipt proves that a ballot is listed.
wave-not-script = Against a server that gives one person an altered script. The page is the same for everybody and its fingerprint is part of the number, so such a thing can be found, but only by looking.
wave-not-operator = Against whoever controls the server: until the key is destroyed they could link an answer to its sender.
wave-not-style = The style of a comment can give its writer away.
wave-not-unanimity = If all give the same answer, all know what each has answered. In every group one or two equal answers are left uncertain.
wave-not-left = Two waves shortly after each other can give away the answers of somebody who left in between.
wave-not-order = A PostgreSQL server that keeps its write-ahead log keeps the order in which ballots arrived, though not what is in them.
wave-not-erased = Nobody can find an answer again, so none can be erased on request.
wave-not-leader = The answers of leaders about their own teams are named, and their form says so.
wave-off = This wave was called off on { $day }. Its keys are destroyed, with every ballot and every personal link: nothing of it can ever be opened.
wave-lapsed = Nobody published the results of this wave. Its keys were destroyed on { $day }, as promised, and nothing of it can ever be opened.
wave-changes = What was changed since
wave-changes-means = The promise allows these changes and no others. Each of them is a link in a chain that begins with the number above, so none can be left out or added later without being noticed.
wave-changes-tip = The last link of these changes. Whoever reads these letters here sees the same changes:
wave-change-extend = { $day }: HR extended the wave; answers are accepted until { $closes }.
wave-change-close = { $day }: HR closed the wave before its promised end, on { $closes }.
wave-change-add = { $day }: somebody who was forgotten or has joined is asked too, in { $group }. Places used there so far: { $places } of { $spare }.
wave-change-call-off = { $day }: HR called the wave off.
