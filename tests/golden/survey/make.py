"""Writes answers.csv (random answers with holes, reversed items, two groups, two waves) and
expected.csv (what pingouin, scipy and pandas make of them). Run once; both files are kept.

  python -m venv v && v/bin/pip install pingouin==0.7.0 scipy==1.17.1 pandas==3.1.1
  v/bin/python make.py
"""
import numpy as np
import pandas as pd
import pingouin as pg
import scipy
from scipy import stats

rng = np.random.default_rng(20261125)
DIMS = {"speed": ["s1", "s2", "s3", "s4"], "care": ["c1", "c2", "c3", "c4", "c5"], "trust": ["t1", "t2", "t3"]}
REVERSED = ["s3", "c5"]
WEIGHTS = {"speed": 45, "care": 30, "trust": 25}
ITEMS = [i for d in DIMS.values() for i in d]
N = 64

rows = []
for n in range(N):
    group = "north" if n % 3 else "south"
    row = {"respondent": f"r{n:03}", "group": group, "wave": "w1" if n < 30 else "w2"}
    for d, items in DIMS.items():
        mood_e, mood_p = rng.normal(6.0, 0.6), rng.normal(5.0 + (0.5 if group == "north" else 0) + (0.3 if n >= 30 else 0), 1.0)
        for i in items:
            for letter, mood in (("E", mood_e), ("P", mood_p)):
                value = int(np.clip(round(mood + rng.normal(0, 0.8)), 1, 7))
                if i in REVERSED:
                    value = 8 - value
                row[f"{i}_{letter}"] = "" if rng.random() < 0.06 else value
    own = rng.random()
    w = rng.multinomial(100, [0.45, 0.3, 0.25])
    if own < 0.4:
        row |= {"speed_W": w[0], "care_W": w[1], "trust_W": w[2]}
    elif own < 0.5:
        row |= {"speed_W": w[0] + 2, "care_W": w[1], "trust_W": w[2]}      # misses by 2: rescaled
    elif own < 0.6:
        row |= {"speed_W": w[0] + 9, "care_W": w[1], "trust_W": w[2]}      # misses by 9: dropped
    else:
        row |= {"speed_W": "", "care_W": "", "trust_W": ""}
    row["recommend"] = "" if rng.random() < 0.05 else int(np.clip(round(rng.normal(7.6, 2.2)), 0, 10))
    row["satisfied"] = "" if rng.random() < 0.05 else int(np.clip(round(rng.normal(5.3, 1.3)), 1, 7))
    rows.append(row)
frame = pd.DataFrame(rows)
frame.to_csv("answers.csv", index=False, lineterminator="\n")

data = pd.read_csv("answers.csv")
for i in REVERSED:
    for letter in "EP":
        data[f"{i}_{letter}"] = 8 - data[f"{i}_{letter}"]
out = []


def add(segment, scope, what, value, call):
    out.append({"segment": segment, "scope": scope, "what": what, "value": repr(float(value)), "call": call})


PG, SP, PD = f"pingouin {pg.__version__}", f"scipy {scipy.__version__}", f"pandas {pd.__version__}"
gaps = {i: data[f"{i}_P"] - data[f"{i}_E"] for i in ITEMS}          # NaN where one is missing


def score(values):
    """A respondent's mean over a dimension's items where at least half are answered."""
    frame = pd.concat(values, axis=1)
    return frame.mean(axis=1).where(frame.count(axis=1) >= frame.shape[1] / 2)


def pair(i, letter):
    return data[f"{i}_{letter}"].where(gaps[i].notna())


scores = {d: {"gap": score([gaps[i] for i in items]),
              "P": score([pair(i, "P") for i in items]),
              "E": score([pair(i, "E") for i in items])} for d, items in DIMS.items()}

segments = {"all": data.index == data.index}
segments |= {w: data["wave"] == w for w in ("w1", "w2")} | {g: data["group"] == g for g in ("north", "south")}
for segment, mask in segments.items():
    for i in ITEMS:
        gap = gaps[i][mask].dropna()
        add(segment, i, "gap", gap.mean(), f"{PD}: (P - E).mean()")
        add(segment, i, "n", len(gap), f"{PD}: (P - E).count()")
        add(segment, i, "missing", mask.sum() - len(gap), f"{PD}")
        test = stats.ttest_rel(data[f"{i}_P"][mask], data[f"{i}_E"][mask], nan_policy="omit")
        add(segment, i, "t", test.statistic, f"{SP}: stats.ttest_rel(P, E, nan_policy='omit')")
        add(segment, i, "p", test.pvalue, f"{SP}: stats.ttest_rel(P, E, nan_policy='omit')")
        low, high = test.confidence_interval(0.95)
        add(segment, i, "low", low, f"{SP}: ttest_rel(...).confidence_interval(0.95)")
        add(segment, i, "high", high, f"{SP}: ttest_rel(...).confidence_interval(0.95)")
    for d in DIMS:
        for what in ("gap", "P", "E"):
            values = scores[d][what][mask].dropna()
            add(segment, d, what, values.mean(), f"{PD}: mean of respondents' means")
            add(segment, d, f"{what}.sd", values.std(), f"{PD}: std()")
            low, high = stats.t.interval(0.95, len(values) - 1, values.mean(), stats.sem(values))
            add(segment, d, f"{what}.low", low, f"{SP}: stats.t.interval(0.95, n - 1, mean, sem)")
            add(segment, d, f"{what}.high", high, f"{SP}: stats.t.interval(0.95, n - 1, mean, sem)")
    add(segment, "", "servqual_unweighted", np.mean([scores[d]["gap"][mask].mean() for d in DIMS]), PD)
    add(segment, "", "servperf", np.mean([scores[d]["P"][mask].mean() for d in DIMS]), PD)
    weights = data[[f"{d}_W" for d in DIMS]].astype(float)
    total = weights.sum(axis=1)
    good = weights.notna().all(axis=1) & total.between(98, 102)
    used = weights.div(total, axis=0)
    for d, w in WEIGHTS.items():
        used.loc[~good, f"{d}_W"] = w / 100
    for what, name in (("gap", "servqual_weighted"), ("P", "servperf_weighted")):
        table = pd.concat([scores[d][what] * used[f"{d}_W"] for d in DIMS], axis=1)
        weighted = table.sum(axis=1, skipna=False)[mask].dropna()
        add(segment, "", name, weighted.mean(), f"{PD}: mean of respondents' weighted sums")
    recommend = data["recommend"][mask].dropna()
    p, q, n = (recommend >= 9).mean(), (recommend <= 6).mean(), len(recommend)
    add(segment, "", "nps", 100 * (p - q), PD)
    half = stats.norm.ppf(0.975) * np.sqrt((p + q - (p - q) ** 2) / n)
    add(segment, "", "nps.low", p - q - half, f"{SP}: stats.norm.ppf(0.975)")
    satisfied = data["satisfied"][mask].dropna()
    share = stats.binomtest(int((satisfied >= 6).sum()), len(satisfied))
    interval = share.proportion_ci(0.95, method="wilson")
    add(segment, "", "satisfied_share", share.statistic, PD)
    add(segment, "", "satisfied.low", interval.low, f"{SP}: stats.binomtest(k, n).proportion_ci(0.95, method='wilson')")
    add(segment, "", "satisfied.high", interval.high, f"{SP}: stats.binomtest(k, n).proportion_ci(0.95, method='wilson')")

for d, items in DIMS.items():
    for aspect in ("P", "E", "gap"):
        table = pd.concat([gaps[i] if aspect == "gap" else data[f"{i}_{aspect}"] for i in items], axis=1)
        table.columns = items
        full = table.dropna()
        alpha, interval = pg.cronbach_alpha(full, ci=0.95)
        call = f"{PG}: cronbach_alpha(items.dropna(), ci=0.95)"
        add("all", f"{d}/{aspect}", "alpha", alpha, call)
        # pingouin rounds its interval; the same formula without rounding:
        df1, df2 = len(full) - 1, (len(full) - 1) * (len(items) - 1)
        add("all", f"{d}/{aspect}", "alpha.low", 1 - (1 - alpha) * stats.f.isf(0.025, df1, df2), f"{SP}: 1 - (1 - alpha) * stats.f.isf(0.025, n - 1, (n - 1)(k - 1))")
        add("all", f"{d}/{aspect}", "alpha.high", 1 - (1 - alpha) * stats.f.isf(0.975, df1, df2), f"{SP}: 1 - (1 - alpha) * stats.f.isf(0.975, n - 1, (n - 1)(k - 1))")
        assert abs(interval[0] - (1 - (1 - alpha) * stats.f.isf(0.025, df1, df2))) < 6e-4
        r = full.corr().to_numpy()[np.triu_indices(len(items), 1)].mean()
        add("all", f"{d}/{aspect}", "standardised", len(items) * r / (1 + (len(items) - 1) * r), f"{PD}: DataFrame.corr()")
        for i in items:
            rest = full.drop(columns=i)
            add("all", f"{d}/{aspect}", f"item_rest.{i}", full[i].corr(rest.sum(axis=1)), f"{PD}: Series.corr(rest.sum(axis=1))")
            if len(items) > 2:
                add("all", f"{d}/{aspect}", f"without.{i}", pg.cronbach_alpha(rest)[0], f"{PG}: cronbach_alpha(rest)")
    for what in ("gap", "P"):
        for name, first, second in (("w2-w1", data["wave"] == "w2", data["wave"] == "w1"), ("south-rest", data["group"] == "south", data["group"] != "south")):
            a, b = scores[d][what][first].dropna(), scores[d][what][second].dropna()
            test = stats.ttest_ind(a, b, equal_var=False)
            call = f"{SP}: stats.ttest_ind(a, b, equal_var=False)"
            add(name, d, f"{what}.t", test.statistic, call)
            add(name, d, f"{what}.p", test.pvalue, call)
            add(name, d, f"{what}.df", test.df, call)
            add(name, d, f"{what}.low", test.confidence_interval(0.95).low, call)

pd.DataFrame(out).to_csv("expected.csv", index=False, lineterminator="\n")
print(len(out))
