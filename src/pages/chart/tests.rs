//! Charts of every kind under hostile and degenerate input.

use proptest::prelude::*;

use super::*;
use crate::pages::Tone;

const ALT: &str = "<b>&\"";

fn any_value() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        Just(None),
        any::<f64>().prop_map(Some),
        (-1000.0..1000.0_f64).prop_map(Some),
        Just(Some(0.0)),
        Just(Some(f64::NAN)),
        Just(Some(f64::INFINITY)),
    ]
}

fn draw_all(values: &[Option<f64>], medium: Medium) -> Vec<String> {
    let first = |index: usize| values.get(index).copied().flatten();
    let labels: Vec<String> = values.iter().map(|value| format!("<{value:?}>")).collect();
    let periods: Vec<&str> = labels.iter().map(String::as_str).collect();
    let series = [Series { values, labels: &labels }, Series { values, labels: &[] }];
    let standard = first(0).map(|low| Standard { low, high: first(1).unwrap_or(low), label: "a & b" });
    let items: Vec<_> = values
        .iter()
        .map(|value| Contribution {
            label: "<i>",
            value: "1 / 2",
            earned: value.unwrap_or(0.0),
            possible: 5.0,
            tone: Tone::Bad,
        })
        .collect();
    let axes: [_; 5] = std::array::from_fn(|at| RadarAxis { label: "<i>", value: "a & b", share: first(at) });
    let cycle = [CyclePeriod {
        period: "FY",
        inventory: first(0),
        receivable: first(1),
        payable: first(2),
        labels: ["1", "2", "3"],
        net: "n",
    }];
    let tiers = [
        TierBand { name: "B", from: 0.0, cutoff: "", tone: Tone::Bad },
        TierBand { name: "A", from: 50.0, cutoff: "50", tone: Tone::Good },
    ];
    let number = |index: usize| first(index).unwrap_or(0.0);
    let mark =
        |index: usize| first(index).map(|value| Mark { value, interval: first(index + 1).map(|end| (value, end)) });
    let marks = [mark(0), mark(1), mark(2)];
    let gaps = [Gap { label: "<i>", marks: &marks, value: "<b>" }];
    let points: Vec<_> = (0..values.len())
        .map(|at| MatrixPoint {
            label: &labels[at],
            performance: number(at),
            importance: number(at + 1),
            tone: Tone::Caution,
        })
        .collect();
    let cross = (number(0), number(1));
    let zones =
        [Zone { label: "<i>", minimum: number(0), desired: number(1), perceived: number(2), tone: Tone::Neutral }];
    let parts: Vec<_> =
        values.iter().map(|value| Share { part: value.unwrap_or(0.3), label: "<i>", series: 1 }).collect();
    let bars = [ShareBar { label: "<b>", value: "<i>", parts: &parts }];
    let tick: TickText = &|value| value.to_string();
    vec![
        Gaps { rows: &gaps, tick }.draw(ALT, medium),
        Matrix { points: &points, cross, fields: ["<b>", "b", "c", "d"], axes: ["x", "<i>"], tick }.draw(ALT, medium),
        Zones { rows: &zones, tick }.draw(ALT, medium),
        Shares { bars: &bars }.draw(ALT, medium),
        Radar { axes: &axes }.draw(ALT, medium),
        Contributions { items: &items }.draw(ALT, medium),
        Trend { periods: &periods, series: &series, standard, tick: &|value| value.to_string() }.draw(ALT, medium),
        Columns { periods: &periods, series: &series, tick: &|value| value.to_string() }.draw(ALT, medium),
        Cycle { periods: &cycle }.draw(ALT, medium),
        TierScale { tiers: &tiers, score: first(0), label: "61.5", tier: "A" }.draw(ALT, medium),
        Spark { values }.draw(medium),
    ]
}

/// Every attribute that is a coordinate must be a plain number.
fn check(svg: &str) {
    assert!(svg.starts_with("<svg") && svg.ends_with("</svg>"), "{svg}");
    assert!(!svg.contains("style="), "{svg}");
    assert!(!svg.contains("<b>") && !svg.contains("<i>") && !svg.contains("<None>"), "{svg}");
    for name in [" x=\"", " y=\"", " width=\"", " height=\"", " cx=\"", " cy=\"", " x1=\"", " y2=\""] {
        for part in svg.split(name).skip(1) {
            let value = part.split('"').next().unwrap_or_default();
            let number: f64 = value.parse().unwrap_or(f64::NAN);
            assert!(number.is_finite() && number.abs() < 5000.0, "{name}{value} in {svg}");
        }
    }
}

proptest! {
    #[test]
    fn no_input_breaks_a_chart(values in prop::collection::vec(any_value(), 0..8)) {
        for medium in [Medium::Screen, Medium::Print] {
            for svg in draw_all(&values, medium) {
                check(&svg);
            }
        }
    }
}

#[test]
fn print_names_its_colours_and_screen_its_classes() {
    let values = [Some(1.0), None, Some(3.0)];
    for svg in draw_all(&values, Medium::Print) {
        assert!(svg.contains("xmlns=") && svg.contains('#') && !svg.contains("class="), "{svg}");
    }
    for svg in draw_all(&values, Medium::Screen) {
        assert!(!svg.contains("fill=") && !svg.contains("stroke="), "{svg}");
    }
}

#[test]
fn a_line_breaks_at_a_gap() {
    let svg = Spark { values: &[Some(1.0), Some(2.0), None, Some(3.0), Some(1.0)] }.draw(Medium::Screen);
    assert_eq!(svg.matches('M').count(), 2, "{svg}");
}

#[test]
fn same_input_same_bytes() {
    let values = [Some(0.1), Some(0.3)];
    assert_eq!(draw_all(&values, Medium::Screen), draw_all(&values, Medium::Screen));
}

#[test]
fn labels_of_the_matrix_touch_neither_points_nor_each_other() {
    let names: Vec<String> = (0..22).map(|at| format!("Item number {at}")).collect();
    let points: Vec<_> = names
        .iter()
        .zip(0_i32..)
        .map(|(label, at)| MatrixPoint {
            label,
            performance: 4.0 + f64::from(at * 7 % 22) / 12.0,
            importance: 4.0 + f64::from(at * 5 % 22) / 9.0,
            tone: Tone::Good,
        })
        .collect();
    let matrix = Matrix {
        points: &points,
        cross: (5.0, 5.2),
        fields: ["a", "b", "c", "d"],
        axes: ["x", "y"],
        tick: &|_| String::new(),
    };
    let svg = matrix.draw(ALT, Medium::Screen);
    let mut seen: Vec<(f64, f64, f64)> = Vec::new();
    for part in svg.split("<text").skip(1).filter(|part| part.contains("Item number")) {
        let number =
            |name: &str| -> f64 { part.split(name).nth(1).unwrap().split('"').next().unwrap().parse().unwrap() };
        let words = part.split('>').nth(1).unwrap().split('<').next().unwrap();
        let (x, y, width) =
            (number(" x=\""), number(" y=\""), super::drawing::width_of(words, super::drawing::Type::Label));
        for (left, line, wide) in &seen {
            let apart = x >= left + wide - 0.2 || *left >= x + width - 0.2 || (y - line).abs() >= 11.8;
            assert!(apart, "{words} touches another");
        }
        seen.push((x, y, width));
    }
    assert!(seen.len() >= 20, "{} of 22 labels found room", seen.len());
}
