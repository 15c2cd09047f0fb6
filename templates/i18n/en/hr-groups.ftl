hr-groups-sum-asked = { $people ->
    [one] One person is asked
   *[other] { $people } people are asked
  }, in { $groups ->
    [one] one group
   *[other] { $groups } groups
  }.
hr-groups-sum-own = { $count } of { $teams } teams get a report of their own, if enough people answer.
hr-groups-sum-joint = { $count } of { $teams } teams share one report with others; their leaders all read it.
hr-groups-sum-pool = { $count ->
    [one] One small team is counted together with others above it; its leader reads the figures of them all.
   *[other] { $count } small teams are counted together with others above them; their leaders read the figures of them all.
  }
hr-groups-sum-twin = { $count ->
    [one] One team of five or more has no report of its own, because it has nearly the same people as another.
   *[other] { $count } teams of five or more have no report of their own, because they have nearly the same people as another.
  }
hr-groups-sum-out = { $count ->
    [one] One team is not asked.
   *[other] { $count } teams are not asked.
  }

hr-groups-points = To look at before the launch
hr-groups-meanwhile = { $title } asks { $people ->
    [one] one of the same people
   *[other] { $people } of the same people
  } at the same time ({ $opens } to { $closes }). They get the mails of both.
hr-groups-leaderless = { $count ->
    [one] One team has no leader: nobody answers from the other side, and only HR reads its report.
   *[other] { $count } teams have no leader: nobody answers from the other side, and only HR reads their reports.
  }
hr-groups-idle = { $count ->
    [one] One leader leads nobody, and so is not asked.
   *[other] { $count } leaders lead nobody, and so are not asked.
  }
hr-groups-heads = { $count ->
    [one] One head has teams below but no people of their own: not asked, and reads what all below say together.
   *[other] { $count } heads have teams below but no people of their own: not asked, and read what all below say together.
  }
hr-groups-empty = { $count ->
    [one] One team has no people.
   *[other] { $count } teams have no people.
  }
hr-groups-incomplete = { $count ->
    [one] The figures of one department lack teams that are counted further up.
   *[other] The figures of { $count } departments lack teams that are counted further up.
  }

hr-groups-small = Small teams: your choice
hr-groups-small-lead = Fewer than five people cannot have a report of their own. Without a choice they are counted with other small teams, only as far up as it needs.
hr-groups-advice = { $count ->
    [one] One small team could be counted with small teams beside it:
   *[other] { $count } small teams could be counted with small teams beside them:
  } together they are enough, all their leaders read one report, and no other team loses its own.
hr-groups-advice-go = Count them so
hr-groups-all = All { $count } teams
hr-groups-leader = Leader
hr-groups-no-leader = nobody leads it
hr-groups-reads-own = reads the team's report
hr-groups-reads-joint = reads one report for all teams counted together
hr-groups-reads-pool = reads the figures of all small teams that are counted together in { $home }
hr-groups-reads-nothing = is not asked and reads nothing
hr-groups-seek = Team or leader
hr-groups-seek-go = Find
hr-groups-seek-all = Show all teams
hr-groups-found = { $shown } of { $count } teams
hr-groups-launch = { $count ->
    [one] There is one point to look at under "Who is counted with whom".
   *[other] There are { $count } points to look at under "Who is counted with whom".
  }
