"""Student's t from the incomplete beta function."""

import math


def t_tail(t, df):
    """P(T > t)."""
    if t < 0:
        return 1 - t_tail(-t, df)
    return beta_part(df / (df + t * t), df / 2, 0.5) / 2


def t_quantile(df, known={}):
    """The value that T stays below with 97.5 %."""
    if df not in known:
        low, high = 0.0, 1e6
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if t_tail(middle, df) > 0.025 else (low, middle)
        known[df] = (low + high) / 2
    return known[df]


def beta_part(x, a, b):
    """The regularised incomplete beta function, by its continued fraction."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_part(1 - x, b, a)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)) / a
    f, c, d = 1.0, 1.0, 0.0
    for step in range(1000):
        m = step // 2
        if step == 0:
            term = 1.0
        elif step % 2 == 0:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        else:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / (1 + term * d)
        c = 1 + term / c
        f *= c * d
        if abs(1 - c * d) < 1e-16:
            break
    return front * (f - 1)
