# The public page of a wave: for respondents, the works council, and anybody who has its address.

wave-title = The promise of { $title }
wave-anonymous = Answers nobody can trace
wave-confidential = Confidential answers
wave-anonymous-lead = What everybody who is asked was promised, in plain words first. Further down stands what it takes to check each word of it.
wave-confidential-lead = What everybody who is asked was promised, in plain words first. Confidential is not anonymous: the server seals the answers, not the browser.
wave-short = In short
wave-who-asks = Who asks
wave-who-is-asked = Who is asked
wave-people = { $people ->
    [one] one person
   *[other] { $people } people
  } in { $groups ->
    [one] one group
   *[other] { $groups } groups
  }
wave-when = When
wave-what = What is asked
wave-statements = { $count } statements about how leader and team work together, about { $minutes } minutes. Leaders answer the same from their side.
wave-who-reads = Who reads
wave-readers = Leaders read the results of the groups they lead, HR those of the organisation. Whoever is asked sees all readers by name on the form.
wave-never = What nobody sees
wave-never-means = Single forms, and anything about groups with fewer than { $smallest } answers.
wave-until = How long it is kept
wave-until-means = Sealed answers, personal links and keys: until a few days after the results are published, at the latest until
wave-until-gone = Sealed answers, personal links and keys were destroyed on { $day }.
wave-until-results = After the end of the wave the results, which are sums without names, are kept { $results ->
    [0] without an end
    [one] for one month
   *[other] for { $results } months
  }, comments { $comments ->
    [0] without an end
    [one] for one month
   *[other] for { $comments } months
  }, and what leaders answered by name { $leaders ->
    [0] without an end
    [one] for one month
   *[other] for { $leaders } months
  }.
wave-trust = What it rests on
wave-trust-anonymous = The browser seals the answers and the server signs them without seeing them. Once the keys are destroyed, nobody can tell whose an answer is, not even whoever runs the server.
wave-trust-confidential = The server seals the answers when they arrive. Until the keys are destroyed, whoever controls the server could tell whose an answer is.
wave-questions = Read all { $count } statements
wave-questions-open = Open questions, which can be left empty:
wave-questions-leader = Leaders get the same statements, worded from their side, and answer them by name.
wave-questions-leader-open = Their open questions:
wave-details = The details, and how to check them
wave-receipts = When you had answered, your device showed you a receipt. Here you can check that your ballot was counted. A receipt tells nobody what you answered.
wave-receipts-later = After the close every ballot is listed here, and you can check with your receipt that yours is among them. What was promised can be checked now.
wave-check-receipt = Your receipt
wave-check-receipt-hint = 64 letters and digits. If you leave this empty, the receipts kept on this device are looked up.
wave-check-number = The number in your mail, or the link
wave-check-number-hint = It can be left empty. The number looks like K7Q2-9MXT-4HDA-8WZN.
wave-check-go = Check in this browser
wave-check-busy = Checking …
wave-check-unable = This could not be checked: the server did not answer, or this browser is too old. Try again, or use the command below.
wave-check-stop = Something does not hold. Keep what you see, and show it to the works council.
wave-check-holds = Everything that was checked holds.
wave-check-own = Your browser computes all of this and sends nothing you enter. The script comes from this server, though: if you do not want to rely on it, use the command under “Check it without this page”.
wave-check-more = Check it without this page
wave-said-receipt = Your receipt is in the list: your ballot is in.
wave-said-receipt-not = This receipt is not in the list. Compare it letter by letter; if it is right, the ballot is missing.
wave-said-receipt-part = This is not a whole receipt: it has 64 letters and digits. The list was not searched.
wave-said-kept = A receipt kept on this device is in the list: that ballot is in.
wave-said-kept-not = No receipt kept on this device is in this list. They may belong to other waves.
wave-said-list = The list of ballots is complete and unchanged: its fingerprint is the published one.
wave-said-list-not = The list of ballots does not have the published fingerprint: something was added, left out or changed.
wave-said-later = The list of ballots is published after the close.
wave-said-number = The number you entered belongs to this promise: you were promised what stands here.
wave-said-number-not = The number you entered does not belong to this promise. You were promised something else, or it belongs to another wave.
wave-said-promise = The terms, groups and changes published here give exactly the number of this promise.
wave-said-promise-not = The terms, groups and changes published here do not give the number of this promise.
wave-terms-opens = Answers are accepted from
wave-terms-closes = Promised end:
wave-terms-latest = If HR extends the wave, then at the latest until
wave-terms-destroys = Whatever happens, the keys, the sealed answers and the personal links are destroyed by
wave-verify = The program recomputes everything on this page from the public record of the wave, each signature too, and says in plain words what holds and what does not:
wave-number = The number of the promise
wave-number-means = The same number appears in every mail of this wave, on the form and in every report. It is computed from everything listed here. If anything were changed for anybody, their number would be different.
wave-number-whole = In full:
wave-terms = What was fixed before the first mail
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
wave-receipts-list = All receipts of this wave
wave-ballots-root = Fingerprint of the list:
wave-result-hash = Fingerprint of the published results:
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
