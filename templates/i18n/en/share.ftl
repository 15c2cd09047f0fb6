# What members get to read of the result.

share-plan = What members get to read
share-plan-always = Members always get the report of their group
share-plan-always-means = as soon as the results are released: the same figures as their leader, without comments. It is part of the promise. Otherwise their leader decides, and can share it with one button.
share-form-always = When the results are released, you get the report of your group: the same figures as your leader, without comments. That is part of the promise.
share-form-if-shared = Whether your group gets to read its report is for your leader to decide. After the release you are told what happens next.
share-leader-always = When the results are released, you read the report of your team, and so do the members of your team: the same figures, yours among them, without comments. They were promised that.
share-leader-if-shared = After the release you decide whether the members of your team get to read the report too: the same figures, yours among them, without comments.
share-terms-always = Members get the report of their group when the results are released: the same figures as their leader, without comments.
share-terms-if-shared = Members get the report of their group if their leader shares it. After the release everybody who was asked is told what happens next.

share-title = Share with the team
share-what = Everybody who was asked in this group gets a mail with a link, whether they answered or not. It leads to the figures you see here, yours among them, without comments. It needs no account, and ends with the next results or when you take it back.
share-people = { $mailed ->
    [one] One person gets the mail.
   *[other] { $mailed } people get the mail.
  }
share-unmailed = { $count ->
    [0] {""}
    [one] One person has no mailbox: show them the report on paper.
   *[other] { $count } people have no mailbox: show them the report on paper.
  }
share-go = Share with the team
share-since = Shared with the team since { $day }. The link ends with the next results.
share-since-promised = The members of this group read these figures too, since { $day }: it was promised. The link ends with the next results.
share-end = Take it back
share-end-means = The link leads nowhere from then on.
share-not-shown = This group has no report of its own, so there is nothing to share.
share-not-joint = This report is about several teams that are counted together and holds the answers of all who lead them, so none of you can share it for all. Show it to your team in the conversation.
share-not-known = Nobody who was asked is on the roster any more, so a mail would reach nobody.
share-not-anew = This report was shared and taken back twice. Each time everybody got a mail, so it is not shared once more. Show it to your team in the conversation.
share-not-again = This report was shared when the results were released, as promised, and has ended with the next results.
share-promised = This report was promised to the members and cannot be taken back. The link ends with the next results.
share-hr-title = Shared with members
share-hr-what = The members of these groups read their report by a link, without comments.
share-hr-promised = promised
share-hr-leader = by their leader
share-hr-end = End
share-page-lead = The report of your group, as your leader reads it, without comments; “you” in its details is the leader. Please keep the link to yourselves: whoever has it can read this.
share-page-next = What happens next
share-page-talk = Your leader is asked to talk about it with you. What leader and team promise each other is put to you in the next wave, and you judge it.
share-gone-title = This page is not here any more
share-gone = The report was taken back, or newer results have come out. Ask whoever leads your team, or look into your latest mail.

mail-shared-button = Read the report
mail-shared-why = { $wave }: whoever leads { $team } shares the report of your group with everybody who was asked in it.
mail-shared-how = You need no account. The page shows the same figures as your leader sees, without comments, until the next results come out. Please do not pass the link on outside your group.
mail-word-subject-shared = { $wave }: the report of { $team }
mail-word-subject-led = { $wave }: what happens next in { $team }
mail-word-subject-unled = { $wave }: what happens next in { $team }
mail-word-subject-together = { $wave }: what happens next in { $team }
mail-word-subject-nothing = { $wave }: too few answered in { $team }
mail-word-subject-lapsed = { $wave } has ended without results
mail-word-shared = the answers of { $wave } have been opened and counted. You and everybody else who was asked in your group get to read its report, as promised.
mail-word-led = the answers of { $wave } have been opened and counted. The report of your group is now with { $leaders }.
mail-word-unled = the answers of { $wave } have been opened and counted. Nobody leads { $team } at the moment, so nobody reads the report of your group yet.
mail-word-together = the answers of { $wave } have been opened and counted. Too few people were asked or answered in { $team } for a report of its own, so your group is counted together with others.
mail-word-nothing = the answers of { $wave } have been opened and counted. Too few people answered in your group for anything of it to be shown.
mail-word-lapsed = { $wave } has ended and nobody sees any results: too few answered, or they were not released in time.
mail-word-then-shared = It is there to be talked about in your group. What leader and team promise each other then is put to you in the next wave.
mail-word-then-led = You will be invited to talk about it. { $leaders } can also share the report with you; you would get a mail.
mail-word-then-unled = Whoever takes over can read it, talk about it with you, and share it.
mail-word-then-together = Nothing is shown of your group alone. What is shown of all of them together is in the figures of the organisation.
mail-word-then-nothing = Nothing of these answers is in any figure, and the sealed ballots are destroyed with the keys of the wave.
mail-word-then-lapsed = The sealed answers and the keys to them are destroyed, as promised: nobody can ever open them.
mail-word-subject-joint = { $wave }: what happens next in { $team }
mail-word-joint = the answers of { $wave } have been opened and counted. Your group is counted together with other teams. Their report is now with { $leaders }.
mail-word-then-joint = You will be invited to talk about it.
mail-word-all = Everybody who was asked in your group gets this mail; nobody can tell from it who answered.
mail-word-public = What was promised still stands at { $address }.
mail-due-subject = { $team }: a commitment is due on { $due }
mail-due-why = { $side ->
    [leader] what you promised your team { $team } after { $wave } is due on { $due }.
   *[team] what your team { $team } promised after { $wave } is due on { $due }.
  }
mail-due-how = If the day cannot be kept, agree on a new one with your team and write it down before then. In the next wave the members judge whether it was kept.
mail-due-button = See the commitment

hr-mail-word = What happens next
hr-log-shared = Report of { $title } shared with members
hr-log-share-ended = Shared report of { $title } taken back

report-shared-over = The leader sees { $title } more favourably than the team does
report-shared-under = The team sees { $title } more favourably than the leader does
report-shared-none = How the team sees the work
report-shared-likely_over = The leader probably sees { $title } more favourably than the team does
report-shared-likely_under = The team probably sees { $title } more favourably than the leader does
report-shared-mean-over = Taken together, the leader sees the work more favourably than the team does
report-shared-mean-likely_over = Taken together, the leader probably sees the work more favourably than the team does
report-shared-mean-under = Taken together, the team sees the work more favourably than the leader does
report-shared-mean-likely_under = Taken together, the team probably sees the work more favourably than the leader does
report-shared-trap-over = The leader sees more of “{ $title }” than the team does
report-shared-trap-likely_over = The leader probably sees more of “{ $title }” than the team does
report-shared-trap-under = The team sees more of “{ $title }” than the leader does
report-shared-trap-likely_under = The team probably sees more of “{ $title }” than the leader does
report-shared-alike = Leader and team see every topic alike
report-shared-cannot_tell = Whether leader and team see the work differently cannot be told yet
chart-zone-shared = team's mean; in the band around it, chance alone can put the leader
chart-inside-shared = leader, inside: chance alone can do that, though all topics together may still make a difference likely
chart-outside-shared = leader, outside: more than chance by itself
team-involvement-title-shared = The leader's involvement
team-involvement-purpose-shared = Left alone, well led or controlled: how the team judges the size of the leader's part.
team-chaos-index-shared = Chaos index: { $team } (leader: { $leader })
