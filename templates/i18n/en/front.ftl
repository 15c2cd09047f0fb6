front-title = Do leader and team see the same work?
front-heading = Trust needs somebody who looks
front-lead = Autonomy is not the enemy. Abandonment is. Gutcheck asks leader and team the same things and shows where their views differ.
front-leader-says = “I trust you, let me know how it goes”
front-leader-means = It can be real trust. Said in place of going through the plan together, it leaves people alone with it, and the surprise comes at the end.
front-leader-go = I lead a team
front-member-says = “Don't micromanage me”
front-member-means = It can be a fair request. It can also be a shield against feedback, held up until something goes wrong and the leader is asked to stand in front of it.
front-member-go = I am in a team
front-gut-check = The gut-check takes two minutes. Your answers are neither stored nor logged.
front-good-title = What good teams do
front-good-plan = They vet the plan together before the work begins.
front-good-success = They agree what success looks like.
front-good-progress = They look at progress to clear the road, not to catch somebody out.
front-good-results = They review the results together.
front-good-commitments = They make commitments to each other and keep them.
front-good-autonomy = None of this takes the work out of anybody's hands. A leader who stays close enough to help makes autonomy possible.
front-does-title = What Gutcheck does in an organisation
front-asks-title = It asks both sides the same questions
front-asks = Leader and members answer matching statements about the same months. Members stay anonymous, which everybody can check, and nothing is shown for groups of fewer than five.
front-shows-title = It shows where their views differ
front-shows = The team's report puts the leader's view beside the team's, topic by topic, and says how certain the difference is. Where the answers do not settle it, it says so.
front-helps-title = It starts a conversation
front-helps = The report is for leader and team to go through together: one topic, one change on each side. It is no verdict on anybody.
front-invited = Did you get a link by mail? Open it there; you need no account. Leaders and HR can
front-sign-in = sign in here.

gut-side = { $role ->
    [leader] for leaders
   *[member] for team members
}
gut-nothing-kept-title = Your answers are not kept
gut-nothing-kept = They are neither stored nor logged. The server works out your result, sends it back at once and forgets it.
gut-show = Show my result
gut-other-side = { $role ->
    [leader] The same for team members
   *[member] The same for leaders
}

gut-result-title = Your gut-check
gut-next-title = One next step
gut-limits-title = A hint, not a verdict
gut-limits = Two minutes of one person are something to think about, seen from one side on one day. Your answers have been neither stored nor logged, and leaving this page discards the result. Print it if you want to keep it.
gut-dimensions = How you see your work together
gut-dimensions-purpose = From 0 to 100; higher is better. Each score rests on two statements, so a few points mean nothing.
gut-traps = The two traps
gut-traps-purpose = From 0 to 100; higher is worse. Each score rests on two statements.
gut-high = high
gut-cant-say = can't say
gut-balance = How much the leader is involved
gut-balance-too_little = On balance, you see too little involvement.
gut-balance-right = On balance, you see about the right amount of involvement.
gut-balance-too_much = On balance, you see too much involvement.
gut-balance-split = Your answers do not all point the same way: it depends on the stage of the work. Before, during or after: where is it furthest off?
gut-balance-balanced = On balance, you see neither too little nor too much involvement.
gut-balance-unknown = There were too few answers to say.
gut-questions-title = Two questions to take with you
gut-questions-purpose = One for each side. Read both; there is nothing to fill in.
gut-more-title = What would tell you more
gut-more-compare = { $role ->
    [leader] Ask somebody in your team to take the gut-check too, and compare your results only if both of you want to.
   *[member] Ask your leader to take the gut-check too, and compare your results only if both of you want to.
}
gut-more-ask = Take the statement that was hardest to answer, and ask the other side how they would have answered it.
gut-more-wave = A survey of the whole team, anonymous and from both sides, shows whether others see it as you do. Your organisation can run one with Gutcheck.
gut-back = Back to the start

gut-in_it_with_them = In it together
gut-in_it_with_them-means = { $role ->
    [leader] You go through the plan with your team before it starts, and your involvement mostly seems right to you. Whether your team sees it so, your answers alone cannot say.
   *[member] Your leader goes through the plan with you before it starts, and mostly you see the right measure of involvement. Others in your team may see it differently.
}
gut-in_it_with_them-next = { $role ->
    [leader] Ask one member: “Where did you last need me, and I was not there?” Then only listen.
   *[member] Tell your leader which question of theirs helped you most lately. What is named is easier to keep.
}
gut-hiding = Trust that looks away
gut-hiding-means = { $role ->
    [leader] Your answers describe work handed over with little looking into it. It may be meant as trust, and the team may still feel left alone with it.
   *[member] Your answers describe a leader who hands work over and looks into it little. It may be meant as trust, or come from too much to do; for you it can still feel like being left alone.
}
gut-hiding-next = { $role ->
    [leader] Before the next piece of work begins, take half an hour with the team: have the plan explained to you until you would stand up for it yourself.
   *[member] Before your next piece of work begins, ask for half an hour: “Please pick holes in this plan with me before I start.”
}
gut-hovering = Close enough to weigh
gut-hovering-means = { $role ->
    [leader] By your own answers you are involved more than the work needs. It often comes from care, or from a plan that you never quite believed in.
   *[member] You mostly see too much involvement. It can be control. It can also be that questions feel like control because the plan was never agreed together.
}
gut-hovering-next = { $role ->
    [leader] Agree with the team what success looks like and on which two days you look at progress together. In between, let them come to you.
   *[member] Propose it yourself: what success looks like, and on which two days you show your progress without being asked. In between, ask for room.
}
gut-erratic = Sometimes far, sometimes too close
gut-erratic-means = { $role ->
    [leader] Your involvement swings from much too little to much too much. From the outside that is hard to predict, and so it is hard to build on.
   *[member] The involvement you see swings from much too little to much too much. That is hard to predict, and so it is hard to build on.
}
gut-erratic-next = { $role ->
    [leader] Choose the stage where you are missing most, usually the plan, and give it a fixed place in the calendar. What is vetted early seldom needs rescuing.
   *[member] Tell your leader at which stage you need them most, usually the plan, and ask for a fixed date for it before the work begins.
}
gut-mutual_avoidance = Each side leaves the other alone
gut-mutual_avoidance-means = { $role ->
    [leader] In your answers both traps are high: you leave the work to the team, and the team keeps you out of it. It is comfortable for both sides until something fails.
   *[member] In your answers both traps are high: your leader leaves the work to you, and you keep your leader out of it. It is comfortable for both sides until something fails.
}
gut-mutual_avoidance-next = { $role ->
    [leader] Begin with your part: say to the team where you looked away, and ask for one plan that you can go through together this week.
   *[member] Begin with your part: choose one piece of work that you have kept to yourself, and ask your leader to look at it with you this week.
}
gut-no_clear_pattern = No clear pattern
gut-no_clear_pattern-means = { $role ->
    [leader] Your answers do not lean far enough in one direction to name it. That is a result too: perhaps it depends on the work, or on the person.
   *[member] Your answers do not lean far enough in one direction to name it. That is a result too: perhaps it depends on the work, or much of it you could not say.
}
gut-no_clear_pattern-next = { $role ->
    [leader] Think of the last piece of work that surprised you, and ask the team when looking at it together would have changed something.
   *[member] Think of the last piece of work that went wrong, and ask your leader when looking at it together would have changed something.
}
