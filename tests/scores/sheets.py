"""Figures of whole answer sheets. A column at the cap in its atom takes no part, nor does one that is not shown."""

import math

from .counts import nearest, variance

STEP = 0.05


def sheets(wave, dimension):
    """How the items of a dimension go together within atoms; None for too few people or teams."""
    items = [item["id"] for item in wave.by_id[dimension]["items"]]
    parts = [part for part in (Part.of(wave, dimension, items, atom) for atom in wave.atoms) if part]
    people, several = sum(part.n for part in parts), sum(part.n > 1 for part in parts)
    if people < 50 or several < 10:
        return None
    k = len(items)
    pairs = {(i, j): pair(parts, i, j) for i in range(k) for j in range(i, k)}
    known = {(i, j): correlation(found) for (i, j), found in pairs.items() if i < j}
    correlations = {pair: r for pair, r in known.items() if r is not None}
    mean = sum(correlations.values()) / len(correlations) if correlations and 2 * len(correlations) >= len(known) else None
    covariance = None
    if all(found is not None for found in pairs.values()):
        covariance = [[pairs[min(i, j), max(i, j)][0] for j in range(k)] for i in range(k)]
    icc1, icc2 = analysis([part for part in parts if part.score])
    omega = one_factor(covariance) if covariance and people >= 100 else None
    return {
        "people": sum(part.sheets for part in parts), "teams": several,
        "correlations": {**correlations, **{(j, i): r for (i, j), r in correlations.items()}}, "mean": mean,
        "alpha": covariance and printed(alpha(covariance)), "omega": omega and printed(omega),
        "icc1": printed(icc1), "icc2": printed(icc2),
    }  # fmt: skip


class Part:
    """Those of an atom who answered every item of a dimension that is shown there."""

    def __init__(self, wave, items, atom, rows, shown):
        self.sheets, self.n = atom.n, len(rows)
        free = lambda at: at in shown and not atom.items[items[at]].capped
        self.free = [free(at) for at in range(len(items))]
        sums = [sum(row[at] or 0 for row in rows) for at in range(len(items))]
        self.scatter = lambda i, j: sum(row[i] * row[j] for row in rows) - sums[i] * sums[j] / self.n
        self.score = None
        if len(shown) == len(items):
            total = scatter = 0.0
            for at, item in enumerate(items):
                if self.free[at]:
                    total += sums[at]
                    scatter += sum(self.scatter(at, other) for other in range(len(items)) if self.free[other])
                else:
                    counts, points = atom.items[item].counts, wave.points(item)
                    mean = sum(count * points(value) for value, count in enumerate(counts, 1)) / sum(counts)
                    total += self.n * mean
                    scatter += (self.n - 1) * variance(counts, points)
            self.score = total, scatter + total**2 / self.n

    @classmethod
    def of(cls, wave, dimension, items, atom):
        shown = {at for at, item in enumerate(items) if item in atom.items}
        rows = [row for node in atom.members for row in node["sheets"][dimension]]
        rows = [row for row in rows if all(row[at] is not None for at in shown)]
        return cls(wave, items, atom, rows, shown) if len(shown) >= 2 and rows else None


def pair(parts, i, j):
    """The pooled covariance of two items and their variances, over the atoms where neither is capped."""
    free = [part for part in parts if part.free[i] and part.free[j]]
    df = sum(part.n - 1 for part in free)
    if df < 20 or sum(part.n > 1 for part in free) < 5:
        return None
    return tuple(sum(part.scatter(a, b) for part in free) / df for a, b in ((i, j), (i, i), (j, j)))


def correlation(found):
    if not found or found[1] <= 0 or found[2] <= 0:
        return None
    return printed(min(max(found[0] / (math.sqrt(found[1]) * math.sqrt(found[2])), -1.0), 1.0))


def analysis(parts):
    """ICC(1) and ICC(2) of the sum of the items."""
    if len(parts) < 10:
        return None, None
    people, groups = sum(part.n for part in parts), len(parts)
    total, squares = sum(part.score[0] for part in parts), sum(part.score[1] for part in parts)
    means = sum(part.score[0] ** 2 / part.n for part in parts)
    between, within = (means - total**2 / people) / (groups - 1), (squares - means) / (people - groups)
    n0 = (people - sum(part.n**2 for part in parts) / people) / (groups - 1)
    return (between - within) / (between + (n0 - 1) * within), (between - within) / between


def alpha(covariance):
    k, total = len(covariance), sum(map(sum, covariance))
    return k / (k - 1) * (1 - sum(covariance[i][i] for i in range(k)) / total)


def one_factor(covariance):
    """Omega by expectation and maximisation; None where a residual vanishes."""
    k = range(len(covariance))
    total = sum(map(sum, covariance))
    loadings = [sum(covariance[i]) / math.sqrt(total) for i in k]
    residuals = [max(covariance[i][i] - loadings[i] ** 2, 0.1 * covariance[i][i]) for i in k]
    for _ in range(20_000):
        scale = 1 + sum(loadings[i] ** 2 / residuals[i] for i in k)
        beta = [loadings[i] / residuals[i] / scale for i in k]
        seen = [sum(covariance[i][j] * beta[j] for j in k) for i in k]
        e = 1 - sum(beta[i] * loadings[i] for i in k) + sum(beta[i] * seen[i] for i in k)
        old, loadings = loadings, [seen[i] / e for i in k]
        residuals = [covariance[i][i] - loadings[i] * seen[i] for i in k]
        if max(abs(a - b) for a, b in zip(old, loadings)) < 1e-12:
            break
    if any(residuals[i] < 0.005 * covariance[i][i] for i in k):
        return None
    return sum(loadings) ** 2 / (sum(loadings) ** 2 + sum(residuals))


def printed(value):
    return None if value is None else math.floor(100 * nearest(value, STEP) + 0.5) / 100
