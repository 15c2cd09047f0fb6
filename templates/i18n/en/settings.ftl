# The page of settings: the organisation's own face, and what the operator has set.

settings-lead = What your organisation looks like here: on pages, in mails and in files. Every change is in the log.
settings-faults = { $count ->
    [one] One field cannot be taken. Nothing has been changed.
   *[other] { $count } fields cannot be taken. Nothing has been changed.
  }
settings-go = Save settings

settings-logo = Logo
settings-logo-now = Your logo as it is now
settings-logo-file = Picture
settings-logo-hint = PNG or JPEG, at most 1 MiB and 5000 pixels a side, for a light ground. We keep only what can be seen of it, at most 480 by 120 pixels.
settings-logo-go = Use this picture
settings-logo-remove = Remove the logo

settings-part-look = Name and colour
settings-part-look-means = They stand on every page. The page on which people answer an anonymous survey keeps our colours, because it has to be the same everywhere, byte for byte.
settings-name = Name of the organisation
settings-name-hint = As people write it.
settings-accent = Accent colour
settings-accent-hint = Six digits, such as #0b6b60, for links and buttons. Empty for ours.
settings-accent_dark = Accent colour for dark pages
settings-accent_dark-hint = Empty: we make the other one lighter until it can be read.
settings-accent-derived = Just now this is { $colour }.

settings-part-contact = Contact and links
settings-part-contact-means = They stand at the foot of pages and mails, and in what is promised to those who are asked.
settings-contact_name = Who can be asked
settings-contact_name-hint = A person or an office, such as People & Culture.
settings-contact = Mail address or link
settings-contact-hint = Such as people@example.org or https://intranet.example.org/survey.
settings-imprint = Imprint
settings-imprint-hint = A link with https://.
settings-privacy = Data protection
settings-privacy-hint = A link with https:// to what you say about data protection.

settings-part-mails = Mails
settings-part-mails-means = The address that mails come from is set by the operator, see below.
settings-sender = Sender’s name
settings-sender-hint = What people see in their mailbox. Empty for the operator’s.
settings-reply_to = Address for replies
settings-reply_to-hint = Empty: replies go to the sender’s address.

settings-part-words = A few words to those who are asked
settings-part-words-means = One paragraph in each language: why you ask, and what you will do with the answers. It stands in the invitation and on the form. It is part of the promise: what you change later holds for the next survey only.

settings-operator = Set by the operator
settings-operator-means = From the settings file, the environment or the command line. They cannot be changed here.
settings-operator-name = Setting
settings-operator-value = Value
settings-operator-from = Comes from
settings-from-file = settings file
settings-from-environment = environment
settings-from-flag = command line
settings-from-default = default

settings-log-name = name
settings-log-logo = logo
settings-log-accent = accent colour
settings-log-contact = contact
settings-log-sender = sender’s name
settings-log-reply-to = address for replies
settings-log-imprint = imprint
settings-log-privacy = data protection
settings-log-words = words to those who are asked

problem-logo-bytes = The picture is larger than 1 MiB: save a smaller one and upload that.
problem-logo-svg = SVG is not taken, because such a file can hold scripts and links: save the logo as a PNG and upload that.
problem-logo-kind = This is neither a PNG nor a JPEG: save the logo as a PNG and upload that.
problem-logo-pixels = The picture has { $width } by { $height } pixels, which is too large: make it at most 5000 pixels a side and 8 million in all; 480 by 120 are enough.
problem-logo-broken = The picture cannot be read to its end: save it again as a PNG and upload that.
problem-logo-blank = On white nothing of this picture can be seen: upload the logo as it is for a light ground.
problem-colour = This is not a colour: write six digits, such as #0b6b60.
problem-accent-light = This colour cannot be read on our light pages: its contrast is { $whole }.{ $tenths } to 1 and has to be 4.5 to 1. Choose a darker one.
problem-accent-dark = This colour cannot be read on our dark pages: its contrast is { $whole }.{ $tenths } to 1 and has to be 4.5 to 1. Choose a lighter one, or leave this field empty.
problem-accent-alone = A colour for dark pages needs one for light pages: fill in both, or neither.
problem-one-line = This has to be one line, without anything that cannot be seen: type it anew.
problem-unseen = There is something in it that cannot be seen and turns letters round or hides them: type it anew.
problem-long = This has { $letters } letters, and { $most } are the most: make it shorter.
problem-https = This is not a link that we can take: write the whole address, beginning with https://.
problem-words-language = The paragraph is missing in this language: write it in all languages, or in none.
