//! Published answers and invariants of the scoring methods.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;

fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn efficacy(better: Better, standards: [&str; 5]) -> Method {
    Method::Efficacy(Efficacy::new(&standards.map(dec), better).unwrap())
}

/// P2: the worked example of the SASAC method, return on equity 8 %, weight 20, good 9.5 %,
/// average 1.7 %: base 12, coefficient 0.8077, adjustment 3.23, score 15.23.
#[test]
fn the_published_efficacy_example_comes_out() {
    let method = efficacy(Better::Larger, ["13.9", "9.5", "1.7", "-3.6", "-9.8"]);
    let points = method.points(dec("8")).unwrap();
    assert_eq!(points.standing, Standing::Standard(Some(2)));
    let score = points.value * dec("0.20");
    assert_eq!(score.round_dp(2), dec("15.23"));
    assert_eq!((score - dec("12")).round_dp(2), dec("3.23"));
    assert_eq!(((dec("8") - dec("1.7")) / (dec("9.5") - dec("1.7"))).round_dp(4), dec("0.8077"));
}

#[test]
fn standards_themselves_earn_their_coefficient_in_both_directions() {
    let larger = efficacy(Better::Larger, ["5", "4", "3", "2", "1"]);
    let smaller = efficacy(Better::Smaller, ["1", "2", "3", "4", "5"]);
    for (at, &coefficient) in COEFFICIENTS.iter().enumerate() {
        let at = i64::try_from(at).unwrap();
        assert_eq!(larger.points(Decimal::from(5 - at)).unwrap().value, Decimal::from(coefficient));
        assert_eq!(smaller.points(Decimal::from(1 + at)).unwrap().value, Decimal::from(coefficient));
    }
    assert_eq!(larger.points(dec("0.999")).unwrap().value, Decimal::ZERO);
    assert_eq!(smaller.points(dec("5.001")).unwrap().value, Decimal::ZERO);
}

#[test]
fn bands_are_half_open() {
    let band = |from: Option<&str>, to: Option<&str>, points: i64| Band {
        from: from.map(dec),
        to: to.map(dec),
        points: Decimal::from(points),
    };
    let bands = vec![band(None, Some("1"), 0), band(Some("1"), Some("2"), 50), band(Some("2"), None, 100)];
    let method = Method::Bands(Bands::new(bands.clone(), Better::Larger).unwrap());
    for (figure, points) in [("0.9999", 0), ("1", 50), ("1.9999", 50), ("2", 100)] {
        assert_eq!(method.points(dec(figure)).unwrap().value, Decimal::from(points), "{figure}");
    }
    assert_eq!(method.figure_for(dec("60"), dec("0.5")), Some(dec("2")));
    assert_eq!(Bands::new(bands.clone(), Better::Smaller), Err(Flaw::Points(1)));
    let mut gap = bands;
    gap[1].from = Some(dec("1.5"));
    assert_eq!(Bands::new(gap, Better::Larger), Err(Flaw::Gap(1)));
}

#[test]
fn the_nearest_direction_rises_to_the_target_and_falls_after_it() {
    let method = efficacy(Better::Nearest(dec("45")), ["5", "15", "30", "45", "60"]);
    assert_eq!(method.points(dec("45")).unwrap().value, Decimal::ONE_HUNDRED);
    assert_eq!(method.points(dec("30")).unwrap().value, method.points(dec("60")).unwrap().value);
    assert_eq!(method.figure_for(dec("80"), dec("90")), Some(dec("60")));
    let knots = |points: [i64; 3]| {
        let pairs = [1, 2, 3].into_iter().zip(points).map(|(x, y)| (Decimal::from(x), Decimal::from(y)));
        Knots::new(pairs.collect(), Better::Nearest(dec("2")))
    };
    assert!(knots([0, 100, 10]).is_ok());
    assert_eq!(knots([0, 50, 60]), Err(Flaw::Points(2)));
}

/// A figure at its standard earns 100 points in both directions, and limits hold the ratio.
#[test]
fn walls_ratio_is_in_proportion_to_the_standard() {
    let wall =
        |least: Option<&str>, most: Option<&str>, better| Wall::new(dec("2"), least.map(dec), most.map(dec), better);
    let points = |method: &Method, figure: &str| method.points(dec(figure)).unwrap().value;
    let larger = Method::Wall(wall(Some("0.5"), Some("1.5"), Better::Larger).unwrap());
    for (figure, earned) in [("-1", 50), ("0.9", 50), ("1.5", 75), ("2", 100), ("2.5", 125), ("9", 150)] {
        assert_eq!(points(&larger, figure), Decimal::from(earned), "{figure}");
    }
    let smaller = Method::Wall(wall(None, None, Better::Smaller).unwrap());
    for (figure, earned) in [("-1", 250), ("0", 200), ("1", 150), ("2", 100), ("3", 50), ("4", 0), ("9", 0)] {
        assert_eq!(points(&smaller, figure), Decimal::from(earned), "{figure}");
    }
    assert_eq!(larger.figure_for(dec("120"), dec("1")), Some(dec("2.4")));
    assert_eq!(larger.figure_for(dec("151"), dec("1")), None);
    assert_eq!(smaller.figure_for(dec("120"), dec("3")), Some(dec("1.6")));
    assert!(wall(None, None, Better::Nearest(dec("2"))).is_err() && wall(Some("2"), None, Better::Larger).is_err());
}

proptest! {
    #[test]
    fn a_better_figure_never_earns_less(a in -1000i64..1000, b in -1000i64..1000) {
        let (a, b) = (Decimal::new(a, 2), Decimal::new(b, 2));
        let (low, high) = (a.min(b), a.max(b));
        let larger = efficacy(Better::Larger, ["5", "4", "2.5", "1.2", "-1"]);
        let smaller = efficacy(Better::Smaller, ["-1", "1.2", "2.5", "4", "5"]);
        prop_assert!(larger.points(low).unwrap().value <= larger.points(high).unwrap().value);
        prop_assert!(smaller.points(low).unwrap().value >= smaller.points(high).unwrap().value);
    }

    #[test]
    fn the_figure_that_reaches_points_reaches_them(from in -1000i64..1000, points in 1i64..=100) {
        let (from, points) = (Decimal::new(from, 2), Decimal::from(points));
        let knots = [("-2", 0), ("0", 35), ("3", 100)].map(|(x, y)| (dec(x), Decimal::from(y)));
        for method in [
            efficacy(Better::Larger, ["5", "4", "2.5", "1.2", "-1"]),
            efficacy(Better::Smaller, ["-1", "1.2", "2.5", "4", "5"]),
            efficacy(Better::Nearest(dec("1")), ["0.5", "1", "2", "3", "4"]),
            Method::Knots(Knots::new(knots.to_vec(), Better::Larger).unwrap()),
        ] {
            if let Some(figure) = method.figure_for(points, from) {
                let reached = method.points(figure).unwrap().value;
                prop_assert!(reached >= points - dec("0.000000000001"), "{reached} {points}");
            }
        }
    }
}
