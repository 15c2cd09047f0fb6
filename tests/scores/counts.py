"""Groups of people who are counted together, and the counts of their items in the steps that are printed."""

import math

# How an answer is read: the ends of the scale, and the variance where there is no data.
READINGS = {"keyed": (1.0, 5.0, None), "balance": (-1.0, 1.0, 0.30)}


class Item:
    """The clipped counts of an item in an atom of n sheets, with c hidden."""

    def __init__(self, counts, n, c):
        self.counts, self.base, self.c, self.hidden = counts, sum(counts), c, c - (n - sum(counts))
        self.full = [option for option, count in enumerate(counts) if count == n - c]
        self.capped = bool(self.full)

    def middle(self, weight):
        """The middle of the means that capping leaves open."""
        shown = low = high = sum(count * weight(value) for value, count in enumerate(self.counts, 1))
        for option in self.full:
            other = neighbour(option, len(self.counts))
            shift = self.counts[other] * (weight(option + 1) - weight(other + 1))
            low, high = low + min(shift, 0), high + max(shift, 0)
        return (low + high) / 2 / self.base

    def reach(self, apart):
        # Of 2c answers two options may be full, and each may have been the other's.
        sides = 2 if self.base == 2 * self.c else 1
        return sides * max(self.hidden, 0) * apart / 2 / self.base if self.capped else 0.0

    def variances(self, points):
        found = [variance(self.counts, points)]
        for option in self.full:
            other = neighbour(option, len(self.counts))
            for moved in range(1, self.counts[other] + 1):
                counts = list(self.counts)
                counts[option] += moved
                counts[other] -= moved
                found.append(variance(counts, points))
        return found[0], min(found), max(found)


def neighbour(option, options):
    return option + 1 if 2 * option + 1 < options else option - 1


def variance(counts, points):
    n = sum(counts)
    mean = sum(count * points(value) for value, count in enumerate(counts, 1)) / n
    return sum(count * (points(value) - mean) ** 2 for value, count in enumerate(counts, 1)) / (n - 1)


class Atom:
    """People who are counted together."""

    def __init__(self, home, leaves, own, wave):
        self.home, self.leaves, self.own = home, sorted(leaves), own
        members = [wave.nodes[node] for node in self.leaves]
        self.members = members
        self.n = sum(node["n"] for node in members)
        self.asked = sum(node["invited"] for node in members)
        cap, self.items = self.n - wave.c, {}
        for item in members[0]["counts"]:
            _, *counts = [sum(column) for column in zip(*(node["counts"][item] for node in members))]
            if sum(counts) < wave.k:
                continue
            full = next((option for option, count in enumerate(counts) if count > cap), None)
            if full is not None:
                counts[neighbour(full, len(counts))] += counts[full] - cap
                counts[full] = cap
            self.items[item] = Item(counts, self.n, wave.c)


def steps(n):
    """Of a topic, of a single item, of shares and whether these are of every option."""
    if n < 10:
        return 5.0, 25.0, None, False
    if n < 20:
        return 5.0, 10.0, None, False
    if n < 40:
        return 5.0, 10.0, 10.0, False
    return (2.0, 5.0, 5.0, True) if n < 100 else (1.0, 1.0, 1.0, True)


def nearest(value, step):
    return math.floor(value / step + 0.5 + 1e-9) * step


def down(value, step):
    return math.floor(value / step + 1e-9) * step


def up(value, step):
    return math.ceil(value / step - 1e-9) * step
