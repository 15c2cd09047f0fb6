report-profile-level = Over all topics the two of you lie { $distance } points apart, and neither side rates higher on the whole.
report-profile-higher = Over all topics the two of you lie { $distance } points apart; on the whole you rate { $elevation } points higher than your team.
report-profile-lower = Over all topics the two of you lie { $distance } points apart; on the whole you rate { $elevation } points lower than your team.

guide-title = The conversation
guide-purpose = Sixty minutes with your team about these results, without a moderator. Print it, or keep it open.
guide-minutes = { $minutes } min
guide-begin = Begin
guide-begin-why = Say why you are here: to change one or two things in how you work together, not to explain figures away.
guide-begin-rules = Agree: nobody guesses who answered what, nobody has to justify an answer, and the leader speaks last.
guide-look = Look at the results
guide-look-read = Everybody reads the page alone, for three minutes.
guide-look-headline = The headline is: “{ $headline }”.
guide-look-ask = Go round the table: where do we recognise ourselves, and where not?
guide-topic = Take one topic
guide-topic-differs = { $title }, where leader and team differ most clearly, above all on { $item }.
guide-topic-lowest = The topic that the team chooses. { $title } { $count ->
    [one] has the lowest figure, though that may be chance; within it,
   *[other] have the lowest figures, though that may be chance; within the first,
  } { $item }.
guide-topic-examples = Each side tells one recent example in a few sentences. The others only ask about what they did not understand.
guide-topic-good = What would it have looked like if it had gone well?
guide-together = Find the right involvement
guide-pattern-in_it_with_them = Name what the leader does now that helps and must not get lost when things get busy.
guide-pattern-hiding = Choose a piece of work that starts soon. When do you go through its plan together, what does done look like, and on which day do you look at it together?
guide-pattern-hovering = Choose a piece of work. What does done look like, on which day do you look at it together, and what does the team decide alone until then?
guide-pattern-erratic = Each of you says where you want more of the leader, and where less. Write both lists down; there is no average.
guide-pattern-mutual_avoidance = Take one plan and let the leader say every doubt about it now. The team thanks for each, and answers only the questions.
guide-pattern-no_clear_pattern = Take the next piece of work: who looks at its plan, its progress and its result, and when?
guide-commit = Make commitments
guide-commit-what = The leader makes one or two commitments, and so does the team: what, for whom, by when.
guide-commit-done = Say for each what done looks like, and what is needed from the other side.
guide-commit-write = The leader writes them down on the team's page. In the next wave everybody judges anonymously whether they were kept.
guide-end = End
guide-end-round = Go round the table: what do you take away?
guide-end-date = Fix a day, half-way to the next wave, on which you look at the commitments together.

commitment-judged-kept = Kept, in the judgement of { $n } members: { $score } of 100.
commitment-judged-partly = Partly kept, in the judgement of { $n } members: { $score } of 100.
commitment-judged-not = Not kept, in the judgement of { $n } members: { $score } of 100.
commitment-judged-open = { $n } members judged it: { $score } of 100. Capping leaves open which word fits.
commitment-judged-hidden = No verdict: too few members judged it.
commitment-waits = The members judge it in the next wave.
commitment-waits-due = The day has passed. The members judge it in the next wave.
commitment-is-judged = The members are asked about it in { $wave }.
commitment-was-judged = The members judged it in { $wave }; the verdict is on that wave's page.
commitment-fault-many = There are two already that nobody has judged yet. Two kept commitments are worth more than four started ones.
commitment-fault-side = Choose who promises.
commitment-fault-empty = Write something here.
commitment-fault-long = Use at most 200 characters.
commitment-fault-due = Choose a day after today, at most a year ahead.

commitments-title = Commitments after { $wave }
commitments-purpose = One or two by you and one or two by your team, agreed in the conversation. In the next wave the members judge anonymously whether they were kept.
commitments-none = Nothing has been promised yet.
commitments-add = Write a commitment down
commitments-faults = Not saved yet: please correct the following.
commitments-go = Write it down
commitments-anonymous = Everybody in the team reads it on the form of the next wave. HR sees how many commitments there are and how many were kept, never what they are.
commitment-side-label = Who promises?
commitment-side = { $side ->
    [leader] Leader
   *[team] Team
  }
commitment-side-room = { $room ->
    [0] two are waiting for the next wave already
    [one] one more
   *[other] up to { $room }
  }
commitment-what = What
commitment-what-hint = One thing that others can see. Not “communicate better”, but “go through every plan before it starts”.
commitment-whom = For whom
commitment-whom-hint = Who notices when it is kept?
commitment-done = What done looks like
commitment-done-hint = How will both sides see that it was kept?
commitment-needed = What is needed from the other side
commitment-needed-hint = Optional.
commitment-due = By when
commitment-due-hint = Best before the next wave, so that the members can judge it.
commitment-line = For whom: { $whom }. By when: { $due }.
commitment-move = Agree on a new date
commitment-move-means = Only if the other side agrees, and only before the day. The members will read that the date was moved, and when.
commitment-move-go = Move the date
commitment-take-back = Take it back
guide-back = Back to the report

team-judged-title = Promised after the wave before
team-judged-purpose = In the judgement of the members: 0 is not kept, 50 partly, 100 kept.
team-guide-go = Talk about it: the 60-minute guide
team-pdf = Download as PDF
team-spread-title = How the answers are spread
team-spread-purpose = Each statement with the share of each answer, the most agreed with first. Some statements are reverse-worded: there, agreement is no good news.
team-column-statement = Statement
team-column-answers = Answers
team-export-title = Take it with you
team-export-purpose = The same figures as files. They contain nothing that is not shown here.
chart-save = Chart as
