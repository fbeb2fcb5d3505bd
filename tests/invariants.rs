//! Invariants of the figures, over clients that are typed as TOML and go through check and
//! assessment like any other (DOMAIN 0).

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod common;

use casebook::kinds::case_file::Frame;
use casebook::kinds::client::assess::{Assessment, assess};
use casebook::kinds::client::case::Client;
use casebook::kinds::client::check::client;
use casebook::kinds::client::schema::ClientFile;
use casebook::kinds::credit_model::CreditModel;
use casebook::kinds::credit_model::model::{
    Balances, Conventions, Debt, QuickAssets, ReceivablesBasis, ReceivablesSales, ReturnBasis, TangibleNetWorth,
};
use casebook::load::Source;
use casebook::load::fields::Amount;
use casebook::load::shape::{Shape, shape};
use casebook::load::tree::{Tree, locate, parse};
use casebook::measures::scoring::Better;
use casebook::measures::{Figure, Measure, Origin};
use casebook::values::Severity;
use common::Shipped;
use common::typed::{Typed, typed};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use rust_decimal::Decimal;

/// The shipped model, the shape of client files and the model's text, once for all cases.
struct Ground {
    shipped: Shipped,
    shape: Shape,
    model: Source,
}

fn ground() -> &'static Ground {
    static GROUND: std::sync::OnceLock<Ground> = std::sync::OnceLock::new();
    GROUND.get_or_init(|| Ground {
        shipped: Shipped::open(),
        shape: shape::<ClientFile>(),
        model: Source::new("models/credit.toml", include_str!("../content/models/credit.toml")),
    })
}

/// Reads `source`, which must be sound, and hands it on with its tree.
fn read<R>(source: &Source, then: impl FnOnce(&Client, &Tree<'_>) -> R) -> R {
    let frame = Frame {
        as_of: Some(ground().shipped.as_of),
        own: Some(ground().shipped.as_of),
        currency: Some("CNY"),
        languages: &[],
    };
    let checked = client(source, "typed", &ground().shape, &frame);
    let errors: Vec<_> = checked.problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{}", source.text);
    then(&checked.case.unwrap(), &checked.tree.unwrap())
}

fn assessed(typed: &Typed, model: &CreditModel) -> Assessment {
    read(&Source::new("clients/typed.toml", typed.toml()), |client, _| assess(client, model, ground().shipped.as_of))
}

fn conventions() -> impl Strategy<Value = Conventions> {
    let pick = || any::<prop::sample::Index>();
    (pick(), pick(), pick(), pick(), pick(), pick(), pick(), pick()).prop_map(|(a, b, c, d, e, f, g, h)| Conventions {
        balances: *a.get(&[Balances::Average, Balances::Closing]),
        days_in_year: Decimal::from(*b.get(&[365, 360])),
        receivables_sales: *c.get(&[ReceivablesSales::CreditSales, ReceivablesSales::Revenue]),
        receivables: *d.get(&[ReceivablesBasis::Gross, ReceivablesBasis::Net]),
        quick_assets: *e.get(&[
            QuickAssets::LessInventoryAndPrepaid,
            QuickAssets::LessInventory,
            QuickAssets::CashInvestmentsReceivables,
        ]),
        debt: *f.get(&[Debt::TotalLiabilities, Debt::InterestBearing]),
        tangible_net_worth: *g
            .get(&[TangibleNetWorth::LessIntangiblesAndDeferredCharges, TangibleNetWorth::LessIntangibles]),
        return_on_investment: *h.get(&[
            ReturnBasis::ProfitBeforeTaxAndInterest,
            ReturnBasis::NetIncome,
            ReturnBasis::NetIncomeOnEquity,
        ]),
        ..Conventions::default()
    })
}

fn model(conventions: Conventions) -> CreditModel {
    CreditModel { conventions, ..ground().shipped.model.clone() }
}

/// The values of `measures` in each period in which all of them exist.
fn together<const N: usize>(assessment: &Assessment, measures: [Measure; N]) -> Vec<[Decimal; N]> {
    let periods = assessment.ratios.iter().map(|figure| figure.period.as_str());
    let mut periods: Vec<_> = periods.collect();
    periods.dedup();
    let values = |period: &&str| {
        let found = measures.map(|measure| assessment.figure(measure, period).and_then(|figure| figure.value.ok()));
        found.iter().all(Option::is_some).then(|| found.map(Option::unwrap_or_default))
    };
    periods.iter().filter_map(values).collect()
}

fn tiny() -> Decimal {
    Decimal::new(1, 15)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn quick_is_never_above_current(typed in typed(), conventions in conventions()) {
        let assessment = assessed(&typed, &model(conventions));
        for [quick, current] in together(&assessment, [Measure::QuickRatio, Measure::CurrentRatio]) {
            prop_assert!(quick <= current, "{quick} {current}");
        }
    }

    #[test]
    fn days_times_turnover_is_the_year(typed in typed(), conventions in conventions()) {
        let year = conventions.days_in_year;
        let assessment = assessed(&typed, &model(conventions));
        for (days, turnover) in [
            (Measure::DaysSalesOutstanding, Measure::ReceivablesTurnover),
            (Measure::DaysInventory, Measure::InventoryTurnover),
        ] {
            for [days, turnover] in together(&assessment, [days, turnover]) {
                // Below this the 28 digits of a decimal number leave too few for the comparison.
                if days.abs() > Decimal::new(1, 8) && turnover.abs() > Decimal::new(1, 8) {
                    let product = days * turnover;
                    prop_assert!((product - year).abs() < Decimal::new(1, 6), "{days} × {turnover} = {product}");
                }
            }
        }
    }

    #[test]
    fn the_cycle_is_the_sum_of_its_parts(typed in typed(), conventions in conventions()) {
        let parts = [Measure::CashConversionCycle, Measure::DaysInventory, Measure::DaysSalesOutstanding, Measure::DaysPayable];
        for [cycle, inventory, sales, payable] in together(&assessed(&typed, &model(conventions)), parts) {
            prop_assert_eq!(cycle, inventory + sales - payable);
        }
    }

    #[test]
    fn contributions_sum_to_the_score(typed in typed(), conventions in conventions()) {
        let model = model(conventions);
        for score in assessed(&typed, &model).scores {
            let scored = || score.contributions.iter().filter(|part| part.points.is_some());
            let coverage: Decimal = scored().map(|part| part.weight).sum();
            prop_assert_eq!(score.coverage, coverage);
            prop_assert!(coverage <= Decimal::ONE);
            prop_assert_eq!(score.figure.value.is_ok(), coverage >= model.conventions.minimum_coverage);
            for part in scored() {
                let points = part.points.unwrap_or_default();
                prop_assert!((Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&points), "{points}");
            }
            if let Ok(value) = score.figure.value {
                let sum: Decimal = scored().map(|part| part.contribution).sum();
                prop_assert!((sum - value).abs() < tiny(), "{sum} {value}");
                prop_assert!(value >= Decimal::ZERO && value <= Decimal::ONE_HUNDRED + tiny(), "{value}");
                let possible: Decimal = scored().map(|part| part.possible).sum();
                prop_assert!((possible - Decimal::ONE_HUNDRED).abs() < tiny(), "{possible}");
            }
        }
    }

    /// The levers that a report offers reach what they promise, all else equal.
    #[test]
    fn levers_reach_the_next_tier(typed in typed(), conventions in conventions()) {
        let (model, industry) = (model(conventions), typed.industry());
        for score in &assessed(&typed, &model).scores {
            for tier in &model.tiers {
                for lever in score.levers(&model, industry, tier.from) {
                    prop_assert_ne!(lever.now, lever.needed);
                    let part = score.contributions.iter().find(|part| part.measure == lever.measure).unwrap();
                    let method = model.items.iter().find(|item| Some(item.index) == part.item).unwrap().method_for(industry);
                    let gained = method.points(lever.needed).unwrap().value - part.points.unwrap();
                    let reached = score.figure.value.unwrap() + part.weight / score.coverage * gained;
                    prop_assert!(reached >= tier.from - Decimal::new(1, 9), "{lever:?}: {reached} for {}", tier.from);
                }
            }
        }
    }

    /// Operating cash flow and EBIT each feed one scored measure only, for which larger is better.
    #[test]
    fn raising_one_figure_never_lowers_the_score(typed in typed(), more in 1i64..1_000_000_000) {
        let model = &ground().shipped.model;
        let before = assessed(&typed, model);
        for key in ["operating", "ebit"] {
            let raised = typed.raised(key, Decimal::from(more));
            let after = assessed(&raised, model);
            for (old, new) in before.scores.iter().zip(&after.scores) {
                if let (Ok(old), Ok(new)) = (old.figure.value, new.figure.value) {
                    prop_assert!(new >= old - tiny(), "{key}: {old} became {new}");
                }
            }
        }
    }

    #[test]
    fn a_better_figure_never_earns_fewer_points(a in any::<i64>(), b in any::<i64>(), scale in 0u32..18) {
        let (low, high) = (Decimal::new(a.min(b), scale), Decimal::new(a.max(b), scale));
        for item in &ground().shipped.model.items {
            for method in item.by_industry.values().chain([&item.method]) {
                let points = |figure| method.points(figure).unwrap().value;
                match item.better {
                    Better::Larger => prop_assert!(points(low) <= points(high)),
                    Better::Smaller => prop_assert!(points(low) >= points(high)),
                    Better::Nearest(target) => {
                        let (low, high) = (low.min(target), high.min(target));
                        prop_assert!(points(low) <= points(high));
                    }
                }
            }
        }
    }

    #[test]
    fn no_cap_betters_a_tier(typed in typed(), conventions in conventions()) {
        let model = model(conventions);
        let verdict = assessed(&typed, &model).verdict;
        let mut tier = verdict.before_caps;
        for fired in &verdict.caps {
            prop_assert_eq!(fired.from, tier);
            prop_assert!(Some(fired.to) >= fired.from && fired.to < model.tiers.len());
            tier = Some(fired.to);
        }
        prop_assert!(Some(verdict.tier) >= tier);
        let without_caps = assessed(&typed, &CreditModel { caps: Vec::new(), ..model }).verdict;
        if without_caps.before_caps.is_some() {
            prop_assert!(verdict.tier >= without_caps.tier);
        }
    }

    /// Whatever is printed beside a figure gives that figure, and leads to what the author typed.
    #[test]
    fn every_figure_can_be_traced(typed in typed(), conventions in conventions()) {
        let source = Source::new("clients/typed.toml", typed.toml());
        let model = model(conventions);
        read(&source, |client, tree| {
            let assessment = assess(client, &model, ground().shipped.as_of);
            for figure in assessment.figures() {
                traced(figure, &assessment, &source, tree)?;
            }
            Ok::<(), TestCaseError>(())
        })?;
    }
}

/// The invariants hold of nothing if hardly a client has figures.
#[test]
fn most_generated_clients_have_figures() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut scores, mut figures, mut defined) = (0, 0, 0);
    for _ in 0..100 {
        let typed = proptest::strategy::Strategy::new_tree(&typed(), &mut runner).unwrap().current();
        let assessment = assessed(&typed, &ground().shipped.model);
        scores += assessment.scores.iter().filter(|score| score.figure.value.is_ok()).count();
        figures += assessment.figures().count();
        defined += assessment.figures().filter(|figure| figure.value.is_ok()).count();
    }
    assert!(scores > 60 && defined * 2 > figures, "{scores} scores, {defined} of {figures} figures");
}

fn traced(figure: &Figure, assessment: &Assessment, source: &Source, tree: &Tree<'_>) -> Result<(), TestCaseError> {
    if let Some(formula) = &figure.formula {
        prop_assert_eq!(formula.value(&assessment.inputs), figure.value, "{:?}", figure);
        for id in formula.inputs() {
            prop_assert!(figure.inputs.contains(&id), "{:?}", figure);
        }
    } else {
        prop_assert!(figure.value.is_err());
    }
    let model = &ground().model;
    let model_tree = parse(model).unwrap();
    for &id in &figure.inputs {
        let input = assessment.inputs.get(id);
        let text = match input.origin {
            Origin::Case => source.slice(locate(tree, &input.path)),
            // A sum over the ledger, which stands nowhere as typed; tests/ledger.rs computes it again.
            Origin::Data => {
                prop_assert!(input.path.starts_with("sum("), "{}", &input.path);
                continue;
            }
            Origin::Model => model.slice(locate(&model_tree, &input.path)),
        };
        let written = Amount::parse(text).map_err(|error| TestCaseError::fail(format!("{}: {error}", input.path)))?;
        prop_assert_eq!(written.0 * input.scale, input.value, "{}", &input.path);
    }
    Ok(())
}
