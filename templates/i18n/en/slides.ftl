# Slides for the talk about a report.

slides-title = Slides
slides-go = Show as slides
slides-back = Back to the report
slides-how = Arrow keys or space lead on, Escape leads back to the report.
slides-before = Back
slides-after = Next
slides-finding = What stands out
slides-ask = What surprises you most about this?
slides-good = What is good
slides-good-ask = What goes well here that we want to keep?
slides-best = { $topics }: { $score } of 100
slides-moved = What has moved
slides-moved-since = Since { $wave }
slides-unmoved = No visible change
slides-first = This is the first time: there is nothing to compare with yet
slides-judged = What was promised last time, and how you judged it
slides-next = What happens next
slides-promised = What we promise each other
slides-promise = What does each of us promise the other?
slides-agree = What do we change, each of us one thing?
slides-judge = In the next wave you judge whether it was kept.
slides-question = One question
slides-alike = Leader and team see these topics alike:
