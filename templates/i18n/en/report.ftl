report-headline-over = You see { $title } more favourably than your team does
report-headline-under = Your team sees { $title } more favourably than you do
report-headline-none = How your team sees the work with you
report-headline-likely_over = You probably see { $title } more favourably than your team does
report-headline-likely_under = Your team probably sees { $title } more favourably than you do

report-answered-all = Everyone answered: { $n } of { $invited }.
report-answered-some = { $n } of { $invited } answered.
report-answered-sheets = { $n } answer sheets of at least { $sure } people came from { $invited } people asked.

report-gap-over = You see { $title } higher, by { $gap } points; the answers fit { $lo } to { $hi }.
report-gap-under = Your team sees { $title } higher, by { $gap } points; the answers fit { $lo } to { $hi }.
report-gap-untested = A difference of { $gap } points; it is shown without a verdict.
report-gap-none = There is no leader's form to compare with.
report-gap-likely_over = You probably see { $title } higher, by { $gap } points; the answers fit { $lo } to { $hi }.
report-gap-likely_under = Your team probably sees { $title } higher, by { $gap } points; the answers fit { $lo } to { $hi }.
report-gap-alike = You and your team see { $title } alike: most likely less than { $alike } points apart.
report-gap-cannot_tell = Whether you and your team see { $title } differently cannot be told: the answers fit any difference from { $lo } to { $hi } points.
report-gap-within = That is less than { $alike } points.
report-gap-reading = Each range is right 19 times in 20 by itself. “Clear” also counts that { $topics } topics were looked at; “probably” does not quite, and is wrong more often.
report-trap-over = You see more of “{ $title }” than your team does, by { $gap } points; the answers fit { $lo } to { $hi }.
report-trap-under = Your team sees more of “{ $title }” than you do, by { $gap } points; the answers fit { $lo } to { $hi }.
report-trap-likely_over = You probably see more of “{ $title }” than your team does, by { $gap } points; the answers fit { $lo } to { $hi }.
report-trap-likely_under = Your team probably sees more of “{ $title }” than you do, by { $gap } points; the answers fit { $lo } to { $hi }.

report-basis-exact = Everyone answered: { $mean } is what they said.
report-basis-capped = Everyone answered: what they said lies between { $lo } and { $hi }; the range hides who agreed with whom.
report-basis-partial = From { $silent } of { $invited } an answer is missing: the mean lies between { $lo } and { $hi } whatever the missing answers would have been.

report-involvement-too_little = Your team would like more of you: answers that your part is too small clearly outweigh those that it is too large.
report-involvement-too_much = Your team would like less of you: answers that your part is too large clearly outweigh those that it is too small.
report-involvement-right = “About right” is the most frequent answer about your part, by more than chance.
report-involvement-balanced = Taken together the answers call your part neither too small nor too large. With fewer than 20 answers nobody can see whether all agree on that.
report-involvement-open = The answers do not settle whether your part is too small, right or too large.
report-involvement-split = Your team is split: some find your part too small, others too large.

report-withheld = Nothing is shown for this team. A group is shown once at least { $k } different people in it have answered.
report-left-out-items = { $items ->
    [one] One statement is left out because too few people answered it.
   *[other] { $items } statements are left out because too few people answered them.
}
report-left-out-few = How the answers are spread is shown from { $needed } answers on, comments of { $comments } people or more.
report-left-out-capped = Where nearly everybody gave the same answer, one or two answers are moved one step, so that nobody's answer can be read off. The range shown contains the true mean.

report-trend-withheld = Not shown: too few answers in that wave.
report-trend-nearly = Not the same people: a few joined or left since.

report-own-team = { $team }: its own team
report-pool = Small teams, counted together
report-joint = Counted together
report-joint-of = This is the report of { $teams }, who are counted together.
report-without-pool = Without { $team } ({ $people ->
    [one] one person
   *[other] { $people } people
}), who are counted with the small teams of { $with }.
report-without-joint = Without { $team } ({ $people ->
    [one] one person
   *[other] { $people } people
}), who are counted in one group: { $with }.
report-without-nowhere = Without { $team } ({ $people ->
    [one] one person
   *[other] { $people } people
}), where too few answered to be counted anywhere.
report-without-not-asked = Without { $team } ({ $people ->
    [one] one person
   *[other] { $people } people
}), who were not asked.
report-band-below = Disagree
report-band-middle = In between
report-band-above = Agree
report-rules = Nothing is shown of fewer than { $k } different people, and nothing from which their figures could be worked out. That is why small teams are counted together, and why figures come in steps: the fewer answers, the larger.

report-all = All teams
report-before = the wave before


report-change-up = { $title } rose by { $points } points since { $since }: more than chance with { $n } answers.
report-change-down = { $title } fell by { $points } points since { $since }: more than chance with { $n } answers.
report-change-none = No visible change in { $title } since { $since }: with { $n } answers, a move can be seen from { $detectable } points on.
report-change-likely_up = { $title } probably rose since { $since }, by { $points } points.
report-change-likely_down = { $title } probably fell since { $since }, by { $points } points.

report-agreement = On { $title } the members' answers show { $low }.
report-agreement-between = On { $title } the members' answers show something between { $low } and { $high }; capping leaves open which.
report-agreement-lack = no agreement
report-agreement-weak = weak agreement
report-agreement-moderate = moderate agreement
report-agreement-strong = strong agreement
report-agreement-very-strong = very strong agreement

report-pattern-in_it_with_them = In it with them
report-pattern-in_it_with_them-means = Your team finds your part about right, and sees little of the leadership trap.
report-pattern-hiding = Left alone
report-pattern-hiding-means = Your team sees work handed over and not looked at again, or finds your part too small.
report-pattern-hovering = Held too tightly
report-pattern-hovering-means = Your team finds your part too large.
report-pattern-erratic = Too much for some, too little for others
report-pattern-erratic-means = Part of your team finds your part too small, and another part finds it too large.
report-pattern-mutual_avoidance = Each out of the other's way
report-pattern-mutual_avoidance-means = Your team sees both traps: work is handed over unseen, and questions about it are not welcome.
report-pattern-no_clear_pattern = No clear pattern
report-pattern-no_clear_pattern-means = The answers do not settle how you and your team work together; the topics below say what they do show.

report-next-show = Show this page to your team, and ask: where do we recognise ourselves, and where not?
report-next-gap = Begin with { $title }, where you differ most clearly. You are furthest apart on { $item }: ask each side for one recent example, and listen to the end.
report-next-lowest = No difference stands out, so let the team choose the topic. { $title } { $count ->
    [one] has its lowest figure, which may be chance; within it,
   *[other] have its lowest figures, which may be chance; within the first,
  } { $item }.
report-next-in_it_with_them = Ask what you should keep doing exactly as it is, and say it out loud: it is easily lost when things get busy.
report-next-hiding = Choose one piece of work that is about to start. Go through its plan together before it begins, agree what done looks like, and fix the day on which you look at it together.
report-next-hovering = Choose one piece of work and agree what done looks like and the day you look at it together; until then the team decides.
report-next-erratic = Ask everybody, one by one, where they want more of you and where less. The average of a divided team fits nobody.
report-next-mutual_avoidance = Begin with one plan: the team asks you for your doubts before work starts, and you say them. Agree beforehand that questions are help.
report-next-silent = { $silent ->
    [one] One person did not answer.
   *[other] { $silent } people did not answer.
  } Say in the team what the last answers were used for: that is what the next wave lives on.
report-next-commit = End with one thing you will do differently and one the team will, by when, and how both will see it.

report-parameters-wave = The intervals rest on the team's answers and on how far answers differ within all teams of this wave.
report-parameters-earlier = The intervals rest on the team's answers and, as this wave has too few, on how far answers differed within teams in an earlier wave.
report-parameters-declared = The intervals rest on the team's answers and, as there are too few of them in the organisation yet, on what is usual for such surveys.

report-instrument-title = How well the statements work together
report-instrument-holds = About { $noise } % of what tells two members of a team apart is random variation in how they answer.
report-instrument-loose = The statements hang together loosely: about { $noise } % of what tells two members of a team apart is random variation in how they answer.
report-instrument-contradicts = Answers to these statements contradict each other: check whether the reversed ones were misread.

report-careless = About { $percent }% of { $sheets } sheets look filled in without reading: the same end of the scale throughout, reversed statements included. Such sheets are counted like all others.


team-purpose = Where you and your team see the work alike, and where not.
team-kicker = { $wave }, published { $released }, { $promise ->
    [anonymous] anonymous
   *[confidential] confidential
  }
team-chart-title = Leader and team, topic by topic
team-figures = Figures behind the chart
team-column-topic = Topic
team-column-team = Team
team-column-interval = 95 % interval
team-column-again = If all answered again
team-all-topics = All topics together
team-column-leader = Leader
team-column-organisation = Organisation
team-column-gap = Gap
team-column-meaning = What it means
team-interval = { $lo } to { $hi }
team-percent = { $value } %
team-traps-title = The two traps
team-traps-purpose = Letting go without looking, and asking to be left alone. High is worse, and teams rarely rate their own trap high: look at the difference rather than the level.
team-involvement-title = Your involvement
team-involvement-purpose = Abandoned, well led or controlled: how your team judges the size of your part.
team-involvement-little = too little
team-involvement-right = about right
team-involvement-much = too much
team-chaos-title = Symptoms of chaos
team-chaos-purpose = A list of symptoms, the strongest first; 0 means nobody sees it, 100 that everybody fully does.
team-chaos-index = Chaos index: { $team } (you: { $leader })
team-pillars-title = What the members say about the results
team-pillars-purpose = Customers, satisfaction and results as your team sees them; opinions, not measurements.
team-trend-title = The waves before
team-trend-purpose = The team's mean, with the leader's score in brackets. A change of a few points is usually chance.
team-trend-worse = { $title } (high is worse)
team-comments-title = Comments
team-comments-purpose = In alphabetical order, without dates. Style can give people away: read for the content, and do not guess the author.
team-comments-none = Nobody wrote a comment.
team-left-out-title = What is not shown, and why
team-next-title = What to do next
team-withheld-title = Not shown
teams-title = My teams
teams-purpose = The reports of the teams you lead.
teams-empty = There is no published report of a team that you lead yet. You get a mail when there is one.
teams-latest = Report of { $wave }
teams-earlier = Earlier: 

organisation-title = The organisation
organisation-purpose = How members see the work with their leaders, group by group.
organisation-kicker = { $wave }, published { $released }, { $promise ->
    [anonymous] anonymous
   *[confidential] confidential
  }
report-promise = Promise { $short }: what was promised, and how to check it
organisation-caption = Means of the members from 0 to 100; below a mean, where a leader answered, leader minus members, bold where the two probably differ. Intervals and numbers of answers are in the downloaded file.
organisation-column-group = Group
organisation-column-answers = Answers
organisation-column-overall = Overall
organisation-answers = { $n } of { $invited }
organisation-answers-sheets = { $n } sheets of at least { $sure } of { $invited }
organisation-hidden = not shown
organisation-worse = { $title }, high is worse
organisation-gaps-title = Where leaders and members differ
organisation-gaps-purpose = Leader minus members, of 100, with its 95 % range. Coloured where it is clear (strong) or likely (pale): plum where the leader sees it better than the members, teal where the members do. The word comes from a test over all topics of a team: a likely difference is coloured even if its own range touches 0. Without colour the test finds neither.
organisation-rules-title = Why some groups are counted together
organisation-csv = Download as CSV
organisation-others = Other waves:
organisation-empty-title = Nothing published yet
organisation-empty = The first results appear here when a wave has been closed and released.
organisation-empty-go = Go to the waves
organisation-legend = Colour: from plum for the poorest figures to teal for the best; where high is worse, the other way round.

mailbox-title = Mailbox
mailbox-purpose = Every mail this demo would have sent, the newest first; nothing leaves this machine.
mailbox-shown = The newest { $shown } of { $total } mails.
mailbox-to = To
mailbox-subject = Subject
mailbox-back = All mails

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
common-day = { $day } { $month } { $year }

error-back = To the start page
error-not-found-title = There is nothing here
error-not-found-sentence = This page does not exist, or it is not yours to see.
error-not-found-what-to-do = Check the address, or start again from the front page. If you followed a link in a mail, the link may be too old.
error-busy-title = One moment
error-busy-sentence = The server has more to do than it can handle at once.
error-busy-what-to-do = Nothing was lost. Wait a few seconds and try again.
error-fault-title = Something broke
error-fault-sentence = The server could not do this. The reason is in its log.
error-fault-what-to-do = Try again later; if it keeps failing, tell whoever runs this server.
error-refused-title = That did not work
error-refused-sentence = The server could not accept this.
error-refused-what-to-do = Go back with your browser's button: what you typed is still there.
team-moved-title = What moved since { $since }
team-unmoved = { $topics ->
    [one] On one topic no change can be told from chance
   *[other] On { $topics } topics no change can be told from chance
  }
team-agreement-title = How far your members agree
team-agreement-purpose = Agreement is not safety: people can agree out of caution, and those who see it differently are the likeliest not to answer.
team-spread = answers spread by about { $value } points
organisation-instrument-purpose = Over everybody who answered all statements of a topic. Alpha and omega: how much of the differences within teams is not random variation. ICC 1: how much of a member's answer is shared by the team. ICC 2: how reliable a team's mean is. The closer to 1, the more.
organisation-instrument-people = Answered all
organisation-instrument-alpha = Alpha
organisation-instrument-omega = Omega

report-members-same = The same { $asked } people were asked in { $since }.
report-members-nearly = They are not the same people, so a difference may be theirs alone.
report-members-changed = Of the { $asked } people asked, { $both } were asked in { $since } too; { $joined } joined and { $left } left.
report-members-both = { $both } of them answered both times.
report-members-between = Between { $least } and { $most } of them answered both times; nobody can know more, because answers are anonymous.

report-ranking-alike = No team can be told from another on any topic: what differs among the { $teams } teams is no more than chance.
report-ranking-none = Nothing in any of the { $teams } teams is worse than in most of them by more than chance; the list shows what comes nearest to it.
report-ranking-some = { $apart ->
    [one] In one of the { $teams } teams something is worse than in most.
   *[other] In { $apart } of the { $teams } teams something is worse than in most.
  }
report-relations-few = With { $teams } teams that are counted separately, what goes with the pillars cannot be told from chance. Correlations are shown from 20 teams on, weights from 50.
report-relations-correlations = Over { $teams } teams: how closely each topic goes with each pillar. Both come from the same answers, which makes them seem more closely related than they are; nothing here says what causes what.
report-relations-weights = Over { $teams } teams: how closely each topic goes with each pillar, and which share of the differences goes with it. Both come from the same answers, and like topics get like weights; nothing here says what causes what.

organisation-judged = Of the commitments that members judged, { $kept } were kept, { $partly } partly and { $not } not.
organisation-judged-open = { $open ->
    [one] For one, capping leaves open which.
   *[other] For { $open }, capping leaves open which.
  }
organisation-judged-hidden = { $hidden ->
    [one] For one, too few answered for a verdict.
   *[other] For { $hidden }, too few answered for a verdict.
  }
organisation-promised-title = Commitments
organisation-promised = { $made ->
    [0] No team has made a commitment after this wave yet.
    [one] One commitment has been made after this wave. What it is, only the team reads.
   *[other] { $made } commitments of { $teams } teams have been made after this wave. What they are, only the teams read.
  }
organisation-ranking-title = Where a conversation is likely to be worth most
organisation-ranking-purpose = The worst topic or trap decides. Small teams fill both ends of any list by chance, so each figure is drawn towards the mean of all teams, the more the less is known about the team. The range says where the team is likely to be.
organisation-ranking-own = Own figure
organisation-ranking-expected = Expected




organisation-pillars-purpose = Customers, satisfaction and results as all members see them: opinions, not measurements, and no proof of what causes what.
organisation-relations-title = What goes together with the results
organisation-relations-pillar = Pillar
organisation-relations-weight = Weight
organisation-reports = All teams' reports

report-headline-mean-over = Taken together, you see the work more favourably than your team does
report-headline-mean-likely_over = Taken together, you probably see the work more favourably than your team does
report-headline-mean-under = Taken together, your team sees the work more favourably than you do
report-headline-mean-likely_under = Taken together, your team probably sees the work more favourably than you do
report-headline-trap-over = You see more of “{ $title }” than your team does
report-headline-trap-likely_over = You probably see more of “{ $title }” than your team does
report-headline-trap-under = Your team sees more of “{ $title }” than you do
report-headline-trap-likely_under = Your team probably sees more of “{ $title }” than you do
report-headline-alike = You and your team see every topic alike
report-headline-cannot_tell = Whether you and your team see the work differently cannot be told yet
report-mean-over = Over all topics together you see the work higher, by { $gap } points; the answers fit { $lo } to { $hi }.
report-mean-likely_over = Over all topics together you probably see the work higher, by { $gap } points; the answers fit { $lo } to { $hi }.
report-mean-under = Over all topics together your team sees the work higher, by { $gap } points; the answers fit { $lo } to { $hi }.
report-mean-likely_under = Over all topics together your team probably sees the work higher, by { $gap } points; the answers fit { $lo } to { $hi }.
report-mean-alike = Over all topics together you and your team see the work alike: most likely less than { $alike } points apart.
report-mean-cannot_tell = Whether you see the work differently over all topics together cannot be told: the answers fit any difference from { $lo } to { $hi } points.

team-parts = Parts of the report
team-part-result = Result
team-part-talk = Talk
team-part-commitments = Commitments
team-part-details = Details
team-ask = Ask your team:
team-items-title = Topics and their statements
team-items-purpose = Means from 0 to 100. Where a statement is worded the other way round, its figures are turned, so that high is good throughout.
team-items-reversed = (turned round)
report-question = “{ $item }”: what is the latest example of this, or of the opposite?
