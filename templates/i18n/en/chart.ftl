chart-team = Team
chart-leader = Leader
chart-gap = Gap
chart-interval = team mean with 95 % interval
chart-verdict = more than answer noise
chart-low = 0: strongly disagree
chart-high = 100: strongly agree
chart-description = For each topic, the team's mean with its 95 % interval and the leader's own score, from 0 to 100. The same figures stand in the table below.
chart-row = { $title }: team { $team } (95 % interval { $lo } to { $hi }), leader { $leader }

chart-not-shown = not shown
chart-worse = high is worse
chart-better = better
chart-poorer = poorer
chart-withheld = counted together with others
chart-heat-title = { $low } stands lower than { $high } in the organisation as a whole
chart-heat-even = No topic stands out in the organisation as a whole
chart-heat-description = For each group and topic the mean of its members, from 0 to 100. The same figures stand in the table below.
chart-trend-scale = Means from 0 to 100 with their 95 % interval; the dashed line is the leader
chart-trend-description = For each topic the team's mean in every wave with its 95 % interval, and the leader's own score. The same figures stand in the table below.
chart-trend-no-base = There is no earlier wave to compare with
chart-trend-none = No visible change since { $since }
chart-trend-up = Risen since { $since }: { $up }
chart-trend-down = Fallen since { $since }: { $down }
chart-trend-both = Since { $since } risen: { $up }; fallen: { $down }
chart-trend-still = no visible change
chart-involvement-answers = { $n } of { $invited } answered
chart-involvement-hidden = shares are shown from { $needed } answers on
chart-involvement-description = How many answers say that the leader's part is too small, about right or too large, from the members and from the leader.
chart-involvement-subtitle = Share of answers to the three questions about the leader's part, in percent
chart-kept-title = { $kept ->
    [0] None of { $all } commitments was kept, as the members judge
   *[other] { $kept } of { $all } commitments kept, as the members judge
  }
chart-kept-subtitle = Share of those who judged, in percent; for fewer than { $needed } answers the mean only
chart-kept-description = For each commitment how many members say that it was kept, partly kept or not kept. The same stands in the list below.
chart-kept-kept = kept
chart-kept-partly = partly
chart-kept-not = not kept
chart-kept-answers = { $n } judged
chart-kept-mean = { $score } of 100
chart-spread-title = Most agreed: “{ $most }” Least: “{ $least }”
chart-spread-subtitle = Share of answers in percent, sorted by agreement; those in the middle stand at the right
chart-spread-description = For each statement how many disagree, how many agree, and how many stand in the middle. The same figures stand in the table below.
chart-spread-disagree = disagree
chart-spread-agree = agree
chart-spread-row = { $text }: { $no } % disagree, { $middle } % in the middle, { $yes } % agree
chart-shares-row = { $label }: { $a } % { $first }, { $b } % { $second }, { $c } % { $third }
