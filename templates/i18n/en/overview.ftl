overview-running = Running now
overview-left = { $days ->
    [0] It closes within a day: { $when }.
    [one] One day left, until { $when }.
   *[other] { $days } days left, until { $when }.
  }
overview-leaders = { $answered } of { $asked } leaders have answered.
overview-next-mail = Next mail: { $kind }, { $when }
overview-no-mail = No more mails are planned.
overview-share = Share of answers, in steps of five
overview-todo = What wants doing
overview-todo-none = Nothing else is waiting for you.
overview-todo-leaders = { $count ->
    [one] One leader has not answered in { $title } yet
   *[other] { $count } leaders have not answered in { $title } yet
  }
overview-todo-changed = { $count ->
    [one] One person who was named as leader in { $title } no longer leads that team
   *[other] { $count } people who were named as leaders in { $title } no longer lead their teams
  }
overview-todo-lost = { $count ->
    [one] One mail of { $title } did not arrive
   *[other] { $count } mails of { $title } did not arrive
  }
overview-todo-untold = { $count ->
    [one] One mail about the results of { $title } did not arrive
   *[other] { $count } mails about the results of { $title } did not arrive
  }
overview-said = What the last waves said
overview-said-go = The organisation in { $title }
overview-readers-go = Who got which report
overview-compare-go = Compare two waves
