mail-results-subject-below = { $wave }: what all teams of { $team } say together
mail-results-why-below = the answers of all teams of { $team } have been opened and counted. The report shows what they say together, and how the leaders below you compare with their teams; never a single leader.
mail-results-subject-together = { $wave }: the figures of the group that { $team } is counted with
mail-results-why-together = the answers have been opened and counted. { $team } was asked together with others in one group, so there is one report for all of them. You find it behind the link, with a guide to a conversation in your team.
mail-results-subject-nothing = { $wave }: no figures for { $team }, and what you can do
mail-results-why-nothing = the answers have been opened and counted. Too few people answered about { $team } for figures that nobody can be recognised in. The page says why, what you can do, and how to talk with your team all the same.
mail-results-button-nothing = Why, and what now

below-kicker = { $wave }, published { $released }, { $promise ->
    [anonymous] anonymous
   *[confidential] confidential
  }
below-title = { $team }: all teams together
below-purpose = What the members of all teams below say about the work with their leaders. No team and no leader stands here alone.
below-headline = { $high } { $count ->
    [one] stands
   *[other] stand
  } highest in these teams, { $low } lowest
below-headline-even = No topic stands clearly higher than another
below-chart-title = The members of all teams, topic by topic
below-direct = { $team }: your own team
below-direct-why = The people you lead directly have a report of their own.
below-nothing-title = No figures yet
below-leaders-title = How the leaders compare with their teams
below-leaders-table = Number of teams by gap
below-leaders-topic = Leader minus members
below-gaps-shown = Each figure counts teams by the gap of leader minus members, without names. A few may stand one column nearer to the middle, so that nobody's own answers can be read.
below-gaps-few = Leaders answer by name. How they compare with their teams is shown only of { $leaders } leaders or more together, so that nobody's own answers can be read. There are fewer here, or the rest of them would be fewer.
below-gaps-erased = Leaders answer by name. Somebody who led a team in this wave has been erased. How leaders compare with their teams is therefore shown no more: beside what was shown before, it would tell what that person answered.
below-gaps-row = { $title }: leaders with at least 5 points more than their teams: { $over } of { $teams }; with at least 5 points less: { $under }.
below-gaps-least = { $hi } and below
below-gaps-most = { $lo } and above
below-participation-title = Who answered
below-moved-title = What moved since { $since }
below-involvement-too_little = Taken together, the members would like more of their leaders.
below-involvement-too_much = Taken together, the members would like less of their leaders.
below-involvement-right = “About right” is the most frequent answer about the leaders' part, by more than chance.
below-involvement-balanced = Taken together, the answers call the leaders' part neither too small nor too large.
below-involvement-open = The answers do not settle whether the leaders' part is too small, right or too large.
below-involvement-split = The members are split: some find their leader's part too small, others too large.
below-involvement-title = The leaders' involvement
below-traps-purpose = Letting go without looking, and asking to be left alone. High is worse.
below-hr = This is the page that the leader reads: “you” is the leader. Comments, commitments and the guide are the team's own and are left out.
below-hr-below = This is the page that the head of these teams reads.

chart-leaders-title = How the leaders compare with their teams
chart-leaders-subtitle = Number of teams by gap: leader minus members, in points of 100
chart-leaders-description = A histogram for each topic: how many leaders see less of it than their teams, about the same, or more. No name stands beside any of them.
chart-leaders-less = leaders see less of it
chart-leaders-more = leaders see more of it

report-pool-of = Each of these teams is too small to be shown by itself, so they are counted together: { $teams }. The figures are of all of them; no leader's own view stands beside them.
team-nothing-todo-title = What you can do
team-nothing-todo-say = Tell your team that nothing is shown of it, and why: the same rule protects everybody's answers.
team-nothing-todo-talk = Have the conversation all the same. The guide below takes an hour and needs no figures.
team-nothing-todo-next = Ask your team to take part in the next wave: with a few more answers there is a report.
team-nothing-guide = To the guide

guide-plain-why = Say why there are no figures: too few answered for a report in which nobody can be recognised. Ask nobody whether they answered.
guide-plain-round = Once around
guide-plain-ask = Everybody says one thing in how you work together that should stay as it is, and one that should change.
guide-plain-listen = You go last. Do not explain or defend; write down what is said, in their words.

teams-below = { $team }: all teams together
teams-together = Figures of the group that it is counted with
teams-nothing = No figures for { $wave }: why, and what you can do
teams-latest-below = What they say in { $wave }
teams-latest-together = Figures of { $wave }
below-members = Members
book-leaders = Leaders and teams
guide-plain-purpose = Sixty minutes with your team about how you work together, without figures and without a moderator. Print it, or keep it open.
chart-again-members = the members' mean, and where it would be if everybody answered once more (95 %)
