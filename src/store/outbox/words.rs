use super::super::word::stored_word;

stored_word! {
    /// What a mail is about, and so what `subject` is the identifier of.
    Kind {
        /// A member's invitation.
        Invitation = "invitation",
        /// The same link again, to an invitation whose link has not been used.
        Reminder = "reminder",
        /// The same on the last morning.
        LastCall = "last-call",
        /// The same once more, before the end to which a wave was extended after the last call.
        SecondCall = "second-call",
        /// A leader's form.
        LeaderForm = "leader-form",
        /// The same link again, to a leader's form that has not been sent.
        LeaderReminder = "leader-reminder",
        /// The same because HR wants it.
        LeaderNudge = "leader-nudge",
        /// A wave that was called off, to somebody who had been asked: their invitation or leader's form.
        CalledOff = "called-off",
        /// Results of the team of a leader's form.
        Results = "results",
        /// What happens next after a wave, whatever came of it: a member's invitation.
        Word = "word",
        /// A leader has shared the report of a group: a member's invitation and the shared report, joined by a dot. It
        /// is in no count, as that would tell who wants no mails.
        Shared = "shared",
        /// A commitment is due soon: the leader's form by which it was made and the commitment, joined by a dot.
        Due = "due",
        /// A secret to sign in, which may be followed by a dot and a number.
        SignIn = "sign-in",
        /// An invitation to have an account: a secret.
        Welcome = "welcome",
        /// To somebody who was invited to have an account and signs in by the company: person and something that
        /// never comes again, joined by a dot.
        WelcomeCompany = "welcome-company",
        /// A secret to set a password anew, which may be followed by a dot and a number.
        Reset = "reset",
        /// Somebody signed in with another browser: person and session, joined by a dot.
        NewDevice = "new-device",
        /// A second factor was changed: person and something that never comes again, joined by a dot.
        FactorChanged = "factor-changed",
        /// A password was changed: the same.
        PasswordChanged = "password-changed",
        /// Somebody else became an administrator: person, the other one, and something that never comes again.
        NewAdministrator = "new-administrator",
        /// The next wave of a series, for a survey lead: wave and person, joined by a dot.
        Notice = "notice",
        /// A launch that takes a second survey lead, for each other one: wave, person and something that never comes
        /// again, joined by dots.
        LaunchAsked = "launch-asked",
        /// The same, sent back, for whoever asked.
        LaunchReturned = "launch-returned",
        /// A closed wave that nobody has published and whose keys are destroyed soon, for a survey lead: wave
        /// and person, joined by a dot.
        Unreleased = "unreleased",
        /// The same in the last days.
        LastDays = "last-days",
        /// An invitation or a leader's form once more, because HR wants it: its identifier and a number, joined by a
        /// dot. It is in no count, which would tell HR whether somebody wants no mails.
        Again = "again",
        /// Word that somebody gets no mails of any wave, with the way back: an invitation or a leader's form and a
        /// number, joined by a dot.
        Stopped = "stopped",
    }
}

impl Kind {
    /// Mails of a wave, in the order in which they are sent.
    pub const OF_A_WAVE: [Self; 13] = [
        Self::Notice,
        Self::Invitation,
        Self::LeaderForm,
        Self::Reminder,
        Self::LeaderReminder,
        Self::LeaderNudge,
        Self::LastCall,
        Self::SecondCall,
        Self::CalledOff,
        Self::Unreleased,
        Self::LastDays,
        Self::Results,
        Self::Word,
    ];

    /// Mails that bring a secret by which somebody comes in, and overtake all others.
    pub const URGENT: [Self; 3] = [Self::SignIn, Self::Welcome, Self::Reset];

    /// Mails about an invitation.
    pub const TO_MEMBERS: [Self; 5] = [
        Self::Invitation,
        Self::Reminder,
        Self::LastCall,
        Self::SecondCall,
        Self::Word,
    ];

    /// Mails about a leader's form.
    pub const TO_LEADERS: [Self; 3] = [Self::LeaderForm, Self::LeaderReminder, Self::Results];

    /// Mails only to members who have not answered. How many they were is how many were silent, so nobody is told.
    pub const TO_THE_SILENT: [Self; 3] = [Self::Reminder, Self::LastCall, Self::SecondCall];

    /// Mails only to those who have not answered.
    pub const REMINDERS: [Self; 5] = [
        Self::Reminder,
        Self::LastCall,
        Self::SecondCall,
        Self::LeaderReminder,
        Self::LeaderNudge,
    ];
}

stored_word! {
    /// Where a mail stands.
    Delivery {
        /// To be sent.
        Queued = "queued",
        /// Accepted by the mail server.
        Sent = "sent",
        /// Tried often; in some attempt the connection broke when the mail server may have had it.
        Uncertain = "uncertain",
        /// The mail server does not take it.
        Refused = "refused",
        /// Given up after repeated failures.
        Failed = "failed",
        /// Accepted, and then returned as undeliverable.
        Bounced = "bounced",
        /// Not to be sent any more.
        Needless = "needless",
    }
}

impl Delivery {
    /// The addressee did not get it.
    pub const LOST: [Self; 4] = [Self::Refused, Self::Failed, Self::Bounced, Self::Needless];

    /// Somebody can have it sent again.
    pub const RETRIABLE: [Self; 4] = [Self::Uncertain, Self::Refused, Self::Failed, Self::Bounced];
}

stored_word! {
    /// Why an attempt at a mail failed.
    Reason {
        /// There was no connection to the mail server, or it did not want one.
        Unreachable = "unreachable",
        /// The connection could not be encrypted.
        Encryption = "encryption",
        /// The mail server did not accept user and password.
        Login = "login",
        /// The mail server did not accept the sender.
        Sender = "sender",
        /// The mail server asked to try again later.
        Busy = "busy",
        /// The connection broke before the mail was handed over.
        Broken = "broken",
        /// The connection broke after the mail was handed over and before the answer.
        Unanswered = "unanswered",
        /// This program was stopped while it was sending.
        Interrupted = "interrupted",
        /// The mail server does not know the address, or does not deliver to it.
        Address = "address",
        /// The mail server does not want the mail.
        Content = "content",
        /// The mail came back.
        CameBack = "came-back",
        /// The folder for mails cannot be written.
        Folder = "folder",
        /// The mail could not be worded; the reason is in the log.
        Unworded = "unworded",
    }
}
