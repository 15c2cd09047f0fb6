front-title = Sehen Führungskraft und Team dieselbe Arbeit?
front-heading = Vertrauen heißt nicht wegschauen
front-lead = Eigenständigkeit ist nicht das Problem. Alleingelassen zu werden schon. Gutcheck fragt Führungskraft und Team nach denselben Dingen und zeigt, wo die Sichtweisen auseinandergehen.
front-leader-says = „Ich vertraue euch, sagt Bescheid, wie es läuft“
front-leader-means = Das kann echtes Vertrauen sein. Ersetzt es den gemeinsamen Blick auf den Plan, bleiben die Menschen damit allein, und die Überraschung kommt am Ende.
front-leader-go = Ich leite ein Team
front-member-says = „Bitte kein Mikromanagement“
front-member-means = Das kann eine berechtigte Bitte sein. Es kann aber auch ein Schutzschild gegen Rückmeldungen sein, bis etwas schiefgeht und die Führungskraft sich davorstellen soll.
front-member-go = Ich gehöre zu einem Team
front-gut-check = Der Gut-Check dauert zwei Minuten. Ihre Antworten werden weder gespeichert noch protokolliert.
front-good-title = Was gute Teams tun
front-good-plan = Sie prüfen den Plan gemeinsam, bevor die Arbeit beginnt.
front-good-success = Sie einigen sich darauf, woran Erfolg zu erkennen ist.
front-good-progress = Sie schauen auf den Fortschritt, um Hindernisse wegzuräumen, nicht um jemanden zu ertappen.
front-good-results = Sie besprechen die Ergebnisse gemeinsam.
front-good-commitments = Sie geben einander Zusagen und halten sie ein.
front-good-autonomy = Nichts davon nimmt jemandem die Arbeit aus der Hand. Eine Führungskraft, die nah genug bleibt, um zu helfen, macht Eigenständigkeit erst möglich.
front-does-title = Was Gutcheck in einer Organisation leistet
front-asks-title = Es fragt beide Seiten dasselbe
front-asks = Führungskraft und Mitglieder beurteilen dieselben Dinge aus denselben Monaten. Die Mitglieder bleiben anonym, was alle prüfen können, und für Gruppen unter fünf wird nichts gezeigt.
front-shows-title = Es zeigt die Unterschiede
front-shows = Der Bericht des Teams stellt die Sicht der Führungskraft neben die des Teams, Thema für Thema, und sagt, wie sicher der Unterschied ist. Wo die Antworten nicht ausreichen, sagt er auch das.
front-helps-title = Es bringt beide ins Gespräch
front-helps = Führungskraft und Team gehen den Bericht gemeinsam durch: ein Thema, eine Änderung auf jeder Seite. Er ist kein Urteil über jemanden.
front-invited = Sie haben einen Link per E-Mail bekommen? Öffnen Sie ihn dort; ein Konto brauchen Sie nicht. Führungskräfte und Personalabteilung:
front-sign-in = hier anmelden.

gut-side = { $role ->
    [leader] für Führungskräfte
   *[member] für Teammitglieder
}
gut-nothing-kept-title = Ihre Antworten werden nicht aufbewahrt
gut-nothing-kept = Sie werden weder gespeichert noch protokolliert. Der Server berechnet Ihr Ergebnis, schickt es sofort zurück und vergisst es.
gut-show = Mein Ergebnis zeigen
gut-other-side = { $role ->
    [leader] Dasselbe für Teammitglieder
   *[member] Dasselbe für Führungskräfte
}

gut-result-title = Ihr Gut-Check
gut-next-title = Ein nächster Schritt
gut-limits-title = Ein Anstoß, kein Urteil
gut-limits = Zwei Minuten einer einzelnen Person sind ein Anstoß zum Nachdenken: eine Seite, ein Tag. Ihre Antworten wurden weder gespeichert noch protokolliert, und das Ergebnis gibt es nur auf dieser Seite. Drucken Sie die Seite aus, wenn Sie das Ergebnis behalten möchten.
gut-dimensions = Wie Sie die Zusammenarbeit sehen
gut-dimensions-purpose = Von 0 bis 100; höher ist besser. Jeder Wert beruht auf zwei Aussagen, ein paar Punkte bedeuten also nichts.
gut-traps = Die beiden Fallen
gut-traps-purpose = Von 0 bis 100; höher ist schlechter. Jeder Wert beruht auf zwei Aussagen.
gut-high = hoch
gut-cant-say = keine Angabe möglich
gut-balance = Wie stark sich die Führungskraft beteiligt
gut-balance-too_little = Im Ganzen sehen Sie zu wenig Beteiligung.
gut-balance-right = Im Ganzen sehen Sie etwa das richtige Maß.
gut-balance-too_much = Im Ganzen sehen Sie zu viel Beteiligung.
gut-balance-split = Ihre Antworten weisen nicht alle in dieselbe Richtung: Es kommt auf den Abschnitt der Arbeit an. Vorher, währenddessen oder danach: Wo passt es am wenigsten?
gut-balance-balanced = Im Ganzen sehen Sie weder zu wenig noch zu viel Beteiligung.
gut-balance-unknown = Dafür waren es zu wenige Antworten.
gut-questions-title = Zwei Fragen zum Mitnehmen
gut-questions-purpose = Für jede Seite eine. Lesen Sie beide; auszufüllen gibt es nichts.
gut-more-title = Was mehr sagen würde
gut-more-compare = { $role ->
    [leader] Bitten Sie jemanden aus Ihrem Team, den Gut-Check auch zu machen, und vergleichen Sie Ihre Ergebnisse nur, wenn beide es möchten.
   *[member] Bitten Sie Ihre Führungskraft, den Gut-Check auch zu machen, und vergleichen Sie Ihre Ergebnisse nur, wenn beide es möchten.
}
gut-more-ask = Nehmen Sie die Aussage, die Ihnen am schwersten fiel, und fragen Sie die andere Seite, was sie geantwortet hätte.
gut-more-wave = Eine Befragung des ganzen Teams, anonym und von beiden Seiten, zeigt, ob andere es auch so sehen. Ihre Organisation kann sie mit Gutcheck durchführen.
gut-back = Zurück zum Anfang

gut-in_it_with_them = Gemeinsam an der Sache
gut-in_it_with_them-means = { $role ->
    [leader] Sie gehen den Plan mit Ihrem Team durch, bevor es losgeht, und finden Ihre Beteiligung meist genau richtig. Ob Ihr Team es auch so sieht, können Ihre Antworten allein nicht sagen.
   *[member] Ihre Führungskraft geht den Plan mit Ihnen durch, bevor es losgeht, und meist finden Sie ihre Beteiligung genau richtig. Andere im Team sehen es vielleicht anders.
}
gut-in_it_with_them-next = { $role ->
    [leader] Fragen Sie ein Mitglied: „Wo hätten Sie mich zuletzt gebraucht, und ich war nicht da?“ Und dann hören Sie nur zu.
   *[member] Sagen Sie Ihrer Führungskraft, welche ihrer Fragen Ihnen zuletzt am meisten geholfen hat. Was man ausspricht, bleibt leichter erhalten.
}
gut-hiding = Vertrauen, das wegschaut
gut-hiding-means = { $role ->
    [leader] Ihre Antworten beschreiben Arbeit, die Sie übergeben und in die Sie wenig hineinschauen. Das kann als Vertrauen gemeint sein, und das Team kann sich trotzdem alleingelassen fühlen.
   *[member] Ihre Antworten beschreiben eine Führungskraft, die Arbeit übergibt und wenig hineinschaut. Das kann als Vertrauen gemeint sein oder daran liegen, dass sie zu viel zu tun hat; alleingelassen fühlen können Sie sich trotzdem.
}
gut-hiding-next = { $role ->
    [leader] Nehmen Sie sich vor der nächsten Arbeit eine halbe Stunde mit dem Team: Lassen Sie sich den Plan erklären, bis Sie selbst für ihn einstehen würden.
   *[member] Bitten Sie vor Ihrer nächsten Arbeit um eine halbe Stunde: „Suchen Sie bitte mit mir die Schwächen in diesem Plan, bevor ich anfange.“
}
gut-hovering = Nähe, die drückt
gut-hovering-means = { $role ->
    [leader] Nach Ihren eigenen Antworten beteiligen Sie sich mehr, als die Arbeit braucht. Oft steckt Sorge dahinter, oder ein Plan, von dem Sie nie ganz überzeugt waren.
   *[member] Sie sehen meist zu viel Beteiligung. Das kann Kontrolle sein. Es kann aber auch sein, dass Fragen wie Kontrolle wirken, weil der Plan nie gemeinsam vereinbart wurde.
}
gut-hovering-next = { $role ->
    [leader] Vereinbaren Sie mit dem Team, woran Erfolg zu erkennen ist und an welchen zwei Tagen Sie gemeinsam auf den Fortschritt schauen. Dazwischen lassen Sie es auf Sie zukommen.
   *[member] Schlagen Sie es selbst vor: woran Erfolg zu erkennen ist und an welchen zwei Tagen Sie Ihren Fortschritt von sich aus zeigen. Bitten Sie dazwischen um freie Hand.
}
gut-erratic = Mal zu fern, mal zu nah
gut-erratic-means = { $role ->
    [leader] Ihre Beteiligung schwankt von viel zu gering bis viel zu groß. Von außen ist das schwer vorherzusehen, und so kann sich niemand darauf verlassen.
   *[member] Die Beteiligung, die Sie sehen, schwankt von viel zu gering bis viel zu groß. Das ist schwer vorherzusehen, und so kann sich niemand darauf verlassen.
}
gut-erratic-next = { $role ->
    [leader] Suchen Sie den Abschnitt, in dem Sie am meisten fehlen, oft ist es der Plan, und geben Sie ihm einen festen Platz im Kalender. Was früh geprüft wird, muss selten gerettet werden.
   *[member] Sagen Sie Ihrer Führungskraft, in welchem Abschnitt Sie sie am meisten brauchen, oft ist es der Plan, und bitten Sie dafür um einen festen Termin vor Beginn der Arbeit.
}
gut-mutual_avoidance = Jede Seite lässt die andere allein
gut-mutual_avoidance-means = { $role ->
    [leader] In Ihren Antworten sind beide Fallen hoch: Sie überlassen dem Team die Arbeit, und das Team hält Sie heraus. Das ist für beide bequem, bis etwas schiefgeht.
   *[member] In Ihren Antworten sind beide Fallen hoch: Ihre Führungskraft überlässt Ihnen die Arbeit, und Sie halten sie heraus. Das ist für beide bequem, bis etwas schiefgeht.
}
gut-mutual_avoidance-next = { $role ->
    [leader] Beginnen Sie mit Ihrem Teil: Sagen Sie dem Team, wo Sie weggeschaut haben, und bitten Sie um einen Plan, den Sie noch diese Woche gemeinsam durchgehen.
   *[member] Beginnen Sie mit Ihrem Teil: Wählen Sie eine Arbeit, die Sie bisher für sich behalten haben, und bitten Sie Ihre Führungskraft, sie noch diese Woche mit Ihnen anzuschauen.
}
gut-no_clear_pattern = Kein klares Muster
gut-no_clear_pattern-means = { $role ->
    [leader] Ihre Antworten weisen nicht weit genug in eine Richtung, um sie zu benennen. Auch das ist ein Ergebnis: Vielleicht kommt es auf die Arbeit an, oder auf die Person.
   *[member] Ihre Antworten weisen nicht weit genug in eine Richtung, um sie zu benennen. Auch das ist ein Ergebnis: Vielleicht kommt es auf die Arbeit an, oder vieles ließ sich nicht sagen.
}
gut-no_clear_pattern-next = { $role ->
    [leader] Denken Sie an die letzte Arbeit, die Sie überrascht hat, und fragen Sie das Team, wann ein gemeinsamer Blick etwas geändert hätte.
   *[member] Denken Sie an die letzte Arbeit, die schiefging, und fragen Sie Ihre Führungskraft, wann ein gemeinsamer Blick etwas geändert hätte.
}
