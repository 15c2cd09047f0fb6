compare-title = Two waves compared
compare-purpose = What moved in the organisation, group by group, between two waves that you choose.
compare-earlier = From
compare-later = To
compare-said = From { $earlier } to { $later }
compare-how = The difference of the figures as they were printed, with its 95 % range, and a word for it. Coloured where something rose or fell, strongly where that is clear and pale where it is probable: plum for the worse, teal for the better. Without colour no change can be told from chance.
compare-answers = Answers
compare-up = rose
compare-likely_up = probably rose
compare-down = fell
compare-likely_down = probably fell
compare-nothing = No group was shown both times.
compare-others = { $count ->
    [one] One group was not shown in the earlier wave, or not asked, and cannot be compared.
   *[other] { $count } groups were not shown in the earlier wave, or not asked, and cannot be compared.
  }
compare-one = Two waves have to be released before they can be compared.
