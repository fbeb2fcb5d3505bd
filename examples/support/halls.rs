//! The answers of the shipped survey: 200 invented customers of three service halls in two rounds.
//!
//! Every answer is a mean, plus what the hall and the round do to it, plus the customer's mildness,
//! plus the customer's feeling about the dimension, plus chance; all in thousandths of a scale point
//! and in whole numbers, so that every machine writes the same table. Waiting got shorter between the
//! rounds; one hall cares less for the single customer.

use std::fmt::Write as _;

use super::stream::Stream;

/// The seed of the shipped table.
pub const SEED: u64 = 20_240_317;

/// How many customers the shipped table holds.
pub const RESPONDENTS: u32 = 200;
const HALLS: [&str; 3] = ["xinhua", "riverside", "campus"];
/// Rounds by their month, which is also their id.
const WAVES: [&str; 2] = ["2023-09", "2024-03"];

/// A dimension of the questionnaire.
struct Dimension {
    id: &'static str,
    items: &'static [Item],
    /// What the second round adds to each perception.
    later: i64,
    /// What the hall by the river adds to each perception.
    riverside: i64,
}

/// An item: id, mean expectation and mean perception in thousandths, whether it is reversed.
type Item = (&'static str, i64, i64, bool);

const DIMENSIONS: [Dimension; 5] = [
    Dimension {
        id: "tangibles",
        items: &[
            ("tan1", 5_700, 5_000, false),
            ("tan2", 5_500, 5_700, false),
            ("tan3", 5_800, 4_900, false),
            ("tan4", 5_100, 5_400, false),
        ],
        later: 100,
        riverside: 150,
    },
    Dimension {
        id: "reliability",
        items: &[
            ("rel1", 6_600, 5_050, false),
            ("rel2", 6_500, 5_300, false),
            ("rel3", 6_900, 5_500, false),
            ("rel4", 6_300, 4_600, true),
            ("rel5", 6_000, 5_500, false),
        ],
        later: 50,
        riverside: 0,
    },
    Dimension {
        id: "responsiveness",
        items: &[
            ("res1", 6_500, 3_700, false),
            ("res2", 6_200, 3_300, false),
            ("res3", 6_300, 4_300, true),
            ("res4", 6_300, 4_000, false),
        ],
        later: 1_050,
        riverside: 100,
    },
    Dimension {
        id: "assurance",
        items: &[
            ("ass1", 6_500, 5_700, false),
            ("ass2", 6_800, 5_100, false),
            ("ass3", 6_800, 5_700, false),
            ("ass4", 6_200, 6_000, false),
        ],
        later: 100,
        riverside: 0,
    },
    Dimension {
        id: "empathy",
        items: &[
            ("emp1", 5_600, 5_200, false),
            ("emp2", 6_000, 4_700, false),
            ("emp3", 6_200, 5_200, false),
            ("emp4", 6_200, 4_300, false),
            ("emp5", 6_000, 5_200, false),
        ],
        later: 50,
        riverside: -1_100,
    },
];

/// The instrument's weights, around which customers' own ones lie.
const WEIGHTS: [i64; 5] = [10, 30, 25, 20, 15];

/// The table of answers, as CSV.
pub fn csv(respondents: u32) -> String {
    let mut stream = Stream(SEED);
    let mut out = header();
    for number in 0..respondents {
        row(&mut out, number, number >= respondents / 2, &mut stream);
    }
    out
}

fn header() -> String {
    let mut out = String::from("respondent,group,wave,date");
    for (id, ..) in DIMENSIONS.iter().flat_map(|dimension| dimension.items) {
        let _ = write!(out, ",{id}_E,{id}_P");
    }
    for dimension in &DIMENSIONS {
        let _ = write!(out, ",{}_W", dimension.id);
    }
    out.push_str(",recommend,again,satisfied\n");
    out
}

fn row(out: &mut String, number: u32, later: bool, stream: &mut Stream) {
    let wave = usize::from(later);
    let hall = usize::try_from(stream.within(0, 2)).unwrap_or(0);
    let (hall, wave_id) = (HALLS[hall], WAVES[wave]);
    let _ = write!(out, "L{:03},{hall},{wave_id},{wave_id}-{:02}", number + 1, stream.within(4, 17));
    let (strict, mild) = (normal(stream, 300), normal(stream, 550));
    // Some stop before the last page.
    let stops = stream.within(1, 100) <= 3;
    let mut felt = Vec::new();
    for (at, dimension) in DIMENSIONS.iter().enumerate() {
        let (demand, feeling) = (normal(stream, 480), normal(stream, 680));
        for &(id, expected, perceived, reverse) in dimension.items {
            let mean = perceived
                + if wave == 1 { dimension.later } else { 0 }
                + if hall == "riverside" { dimension.riverside } else { 0 };
            let expected = answer(expected + strict + demand + normal(stream, 480));
            let perceived = answer(mean + mild + feeling + normal(stream, 760));
            felt.push(perceived - expected);
            let skipped = stops && at == DIMENSIONS.len() - 1;
            // Most have never complained, and some of them say nothing about complaints.
            let unknown = id == "res4" && stream.within(1, 100) <= 14;
            let lost = [stream.within(1, 1000) <= 12 || skipped, stream.within(1, 1000) <= 15 || skipped || unknown];
            for (value, lost) in [expected, perceived].into_iter().zip(lost) {
                out.push(',');
                if !lost {
                    let _ = write!(out, "{}", if reverse { 8 - value } else { value });
                }
            }
        }
    }
    own_weights(out, stream);
    overall(out, &felt, stream);
}

/// Three in ten divide 100 points themselves; now and then one is lost in adding up.
fn own_weights(out: &mut String, stream: &mut Stream) {
    if stream.within(1, 10) > 3 {
        out.push_str(",,,,,");
        return;
    }
    let mut weights = WEIGHTS.map(|weight| (weight + 5 * stream.within(-2, 2)).max(5));
    let rest = 100 - weights.iter().sum::<i64>();
    weights[1] = (weights[1] + rest).max(5);
    weights[2] += 100 - weights.iter().sum::<i64>();
    if stream.within(1, 8) == 1 {
        weights[3] -= 1;
    }
    for weight in weights {
        let _ = write!(out, ",{weight}");
    }
}

/// Recommendation, repurchase and satisfaction follow the mean gap, with chance of their own.
fn overall(out: &mut String, felt: &[i64], stream: &mut Stream) {
    let mean = felt.iter().sum::<i64>() * 1000 / i64::try_from(felt.len()).unwrap_or(1);
    let recommend = rounded(9_400 + mean * 14 / 10 + normal(stream, 1_100)).clamp(0, 10);
    let again = answer(6_300 + mean * 8 / 10 + normal(stream, 800));
    let satisfied = answer(6_200 + mean * 9 / 10 + normal(stream, 700));
    for value in [recommend, again, satisfied] {
        out.push(',');
        if stream.within(1, 100) > 2 {
            let _ = write!(out, "{value}");
        }
    }
    out.push('\n');
}

/// About normal with this deviation: the sum of twelve even numbers.
fn normal(stream: &mut Stream, deviation: i64) -> i64 {
    let sum: i64 = (0..12).map(|_| stream.within(-5_000, 5_000)).sum();
    sum * deviation / 10_000
}

/// The answer on the scale of seven points that lies nearest.
fn answer(thousandths: i64) -> i64 {
    rounded(thousandths).clamp(1, 7)
}

fn rounded(thousandths: i64) -> i64 {
    (thousandths + 500).div_euclid(1000)
}
