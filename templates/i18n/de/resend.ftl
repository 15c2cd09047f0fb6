# Die Personalabteilung schickt einer Person ihre Mail noch einmal.

hr-mail-state-planned = Geplant
hr-resend = Einer Person die Mail noch einmal schicken
hr-resend-means = Jemand sagt, die Mail sei nicht angekommen? Dann geht derselbe Link noch einmal hinaus, mit den Worten der ersten Mail. Er gilt wie zuvor, und nichts verrät hier, ob die Person geantwortet hat. Ist die Adresse falsch, korrigieren Sie zuerst diese: Die Mail geht an die Adresse in der Personalliste.
hr-resend-name = Name oder Adresse
hr-resend-hint = Ein Teil davon genügt.
hr-resend-find = Suchen
hr-resend-found = { $people ->
    [0] Niemand gefunden
    [one] Eine Person gefunden
   *[other] { $people } gefunden
}
hr-resend-more = Mehr als { $people } gefunden: Geben Sie mehr vom Namen ein
hr-resend-nobody = Niemand, der in dieser Runde gefragt wurde, hat diese Buchstaben in Name oder Adresse. Wer nicht gefragt wurde, kann auf der Seite der Runde nachgetragen werden, solange es freie Plätze gibt.
hr-resend-member = gefragt zu { $team }
hr-resend-leader = leitet { $team }
hr-resend-go = Noch einmal schicken
hr-resend-go-to = Die Mail an { $name } noch einmal schicken
hr-resend-done = Die Mail an { $name } geht in den nächsten Minuten noch einmal hinaus. Wer keine Mails haben möchte, bekommt keine; wer das ist, erfährt niemand.

problem-resend-closed = Diese Runde ist nicht offen, deshalb wird niemand gefragt: Es ging keine Mail hinaus.
problem-resend-none = Diese Person wurde ohne Mail gefragt: Es gibt keine, die noch einmal geschickt werden könnte.
problem-resend-waiting = Die erste Mail an diese Person ist noch nicht hinausgegangen: Sie wartet mit den anderen, und die Seite der Runde nennt den Grund.
problem-resend-just = Eine Mail mit diesem Link ging vor weniger als einer Stunde hinaus: Fragen Sie, ob sie bei der Werbung liegt, und versuchen Sie es in einer Stunde wieder.
problem-resend-often = Diese Mail ging schon fünfmal noch einmal hinaus: Es liegt an der Adresse oder am Mailserver dahinter. Korrigieren Sie die Adresse in der Personalliste oder fragen Sie den Betrieb.
