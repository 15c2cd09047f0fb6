//! Where on a plot there is room for a word.

/// From left to right or from top to bottom, in pixels.
pub(super) type Span = (f64, f64);

/// Height of a word.
const WORD: f64 = 14.0;

/// The areas that are taken.
pub(super) struct Space {
    taken: Vec<(Span, Span)>,
    /// Words stay between these heights.
    bounds: Span,
}

impl Space {
    pub(super) fn new(bounds: Span) -> Self {
        Self {
            taken: Vec::new(),
            bounds,
        }
    }

    pub(super) fn take(&mut self, across: Span, heights: Span) {
        self.taken.push((across, heights));
    }

    /// Takes the area of a word whose middle lies at `y`.
    pub(super) fn take_word(&mut self, across: Span, y: f64) {
        self.take(across, (y - WORD / 2.0, y + WORD / 2.0));
    }

    /// The free height for a word that is nearest to the wanted one, within `reach` of it.
    pub(super) fn near(&self, across: Span, wanted: f64, reach: f64) -> Option<f64> {
        let steps = std::iter::successors(Some(0.0), |step| Some(step + 2.0));
        let steps = steps.take_while(|step| *step <= reach);
        let mut heights = steps.flat_map(|step| [wanted + step, wanted - step]);
        heights.find(|y| self.is_free(across, *y))
    }

    fn is_free(&self, across: Span, y: f64) -> bool {
        let word = (y - WORD / 2.0, y + WORD / 2.0);
        let inside = self.bounds.0 <= word.0 && word.1 <= self.bounds.1;
        let mut taken = self.taken.iter();
        inside && !taken.any(|(x, heights)| meet(*x, across) && meet(*heights, word))
    }
}

fn meet(first: Span, second: Span) -> bool {
    first.0 < second.1 && second.0 < first.1
}
