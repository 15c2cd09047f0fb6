use super::*;
use crate::IssuingKey;
use crate::promise::{GroupKind, TrusteeKey, TrusteeTerms};
use crate::seal::OpeningKey;
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

/// A promise with one group.
struct Promise {
    terms: Terms,
    cell: CellTerms,
    issuing: IssuingKey,
}

impl Promise {
    fn new() -> Self {
        let issuing = IssuingKey::generate().unwrap();
        let opening = OpeningKey::generate();
        let text = String::new;
        let terms = Terms {
            protocol: "abp2".to_owned(),
            wave: text(),
            wave_bytes: "07".repeat(16),
            title: text(),
            asker: None,
            survey: text(),
            form: text(),
            page: text(),
            script: text(),
            hierarchy: text(),
            k: 5,
            c: 2,
            opens: text(),
            closes: text(),
            latest_close: text(),
            destroys_by: text(),
            opening_key: Some(BASE64URL_NOPAD.encode(&opening.public().to_bytes())),
            trustees: None,
            disclosure: "1".to_owned(),
            not_asked: Vec::new(),
            members_get: text(),
            log_tip: None,
        };
        let cell = CellTerms {
            cell: 1,
            label: text(),
            kind: GroupKind::Team,
            leaves: vec![1],
            invited: 5,
            spare: 0,
            slips: 0,
            shared: Vec::new(),
            modulus: Some(BASE64URL_NOPAD.encode(issuing.public().modulus())),
            exponent: Some(crate::EXPONENT),
            sheet: text(),
        };
        Self {
            terms,
            cell,
            issuing,
        }
    }

    fn root(&self) -> Root {
        let [terms, cell] = self.texts();
        Root::of(&terms, [cell.as_str()])
    }

    fn texts(&self) -> [String; 2] {
        [
            serde_json::to_string(&self.terms).unwrap(),
            serde_json::to_string(&self.cell).unwrap(),
        ]
    }

    fn booth(&self) -> Result<Booth, Unusable> {
        let [terms, cell] = self.texts();
        Booth::read(&self.root(), &terms, &cell)
    }

    fn context(&self) -> Context {
        Context {
            wave: [7; 16],
            root: *self.root().bytes(),
            cell: 1,
        }
    }
}

#[test]
fn a_signature_is_of_one_key_ballot_cell_wave_and_promise_alone() {
    let (promise, stranger) = (Promise::new(), IssuingKey::generate().unwrap());
    let rng = &mut ChaCha20Rng::seed_from_u64(7);
    let draft = promise.booth().unwrap().seal(b"answers", rng).unwrap();
    let signed = promise.issuing.blind_sign(draft.blinded()).unwrap();
    let signature = draft.finish(&signed).unwrap();
    let public = promise.issuing.public();
    let context = promise.context();
    let input = |context: &Context| signed_input(&draft.prefix, context, &draft.sealed);
    assert!(public.verify(&input(&context), &signature));

    for other in [
        Context { cell: 2, ..context },
        Context {
            wave: [8; 16],
            ..context
        },
        Context {
            root: [8; 32],
            ..context
        },
    ] {
        assert!(!public.verify(&input(&other), &signature), "{other:?}");
    }
    let mut sealed = draft.sealed.clone();
    sealed[70] ^= 1;
    let altered = signed_input(&draft.prefix, &context, &sealed);
    assert!(!public.verify(&altered, &signature));
    let altered = signed_input(&[0; 32], &context, &draft.sealed);
    assert!(!public.verify(&altered, &signature));
    assert!(!stranger.public().verify(&input(&context), &signature));
    let mut wrong = signature;
    wrong[255] ^= 1;
    assert!(!public.verify(&input(&context), &wrong));
    // Nor does the page take what another key signed.
    let signed = stranger.blind_sign(draft.blinded());
    assert!(signed.is_err() || draft.finish(&signed.unwrap()).is_err());
}

#[test]
fn terms_that_nobody_should_seal_for_are_refused() {
    let trustees = |needed| {
        let key = |at: usize| TrusteeKey {
            name: at.to_string(),
            key: BASE64URL_NOPAD.encode(&OpeningKey::generate().public().to_bytes()),
        };
        Some(TrusteeTerms {
            needed,
            keys: (0..3).map(key).collect(),
        })
    };
    let mut promise = Promise::new();
    assert!(promise.booth().is_ok());
    promise.terms.trustees = trustees(2);
    assert!(promise.booth().is_err(), "the server has a key besides");
    promise.terms.opening_key = None;
    assert!(promise.booth().is_ok());
    promise.terms.trustees = trustees(1);
    assert!(promise.booth().is_err(), "one alone");
    promise.terms.trustees = None;
    assert!(promise.booth().is_err(), "nobody opens");

    let mut promise = Promise::new();
    promise.cell.modulus = None;
    assert!(promise.booth().is_err());
    let promise = Promise::new();
    let [terms, cell] = promise.texts();
    let more = terms.replacen('{', "{\"more\":1,", 1);
    assert!(Booth::read(&promise.root(), &more, &cell).is_err());
}
