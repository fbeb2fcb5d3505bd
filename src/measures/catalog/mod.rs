//! What each measure means: the one text from which the methodology pages, the reports'
//! appendix, `casebook explain` and the glossary are made.

mod collection;
mod cycle;
mod distress;
mod dossier;
mod five_c;
mod leverage;
mod limit;
mod liquidity;
mod profitability;
mod score;
mod service;
mod trade;
mod turnover;

use super::Measure;
use crate::values::Words;

/// The documentation of a measure, under fixed headings.
#[derive(Debug, Clone, Copy)]
pub struct MeasureDoc {
    /// Its name, with the field's standard term.
    pub name: Words,
    /// A name short enough for a table's heading or a chart's label.
    pub short: Words,
    /// What it measures, in a sentence or two.
    pub measures: Words,
    /// The formula in words, with units.
    pub formula: Words,
    /// How to read it: what high and low mean, usual values.
    pub reading: Words,
    /// What can mislead: conventions, edge cases, limits.
    pub caveats: Words,
    /// Book, standard or paper.
    pub source: Words,
}

impl Measure {
    /// What the measure means.
    #[must_use]
    pub const fn doc(self) -> &'static MeasureDoc {
        match self {
            Measure::CurrentRatio => &liquidity::CURRENT_RATIO,
            Measure::QuickRatio => &liquidity::QUICK_RATIO,
            Measure::CashRatio => &liquidity::CASH_RATIO,
            Measure::WorkingCapital => &liquidity::WORKING_CAPITAL,
            Measure::ReceivablesTurnover => &turnover::RECEIVABLES_TURNOVER,
            Measure::InventoryTurnover => &turnover::INVENTORY_TURNOVER,
            Measure::TotalAssetTurnover => &turnover::TOTAL_ASSET_TURNOVER,
            Measure::DebtToTangibleNetWorth => &leverage::DEBT_TO_TANGIBLE_NET_WORTH,
            Measure::TangibleNetWorth => &leverage::TANGIBLE_NET_WORTH,
            Measure::DebtRatio => &leverage::DEBT_RATIO,
            Measure::EquityRatio => &leverage::EQUITY_RATIO,
            Measure::InterestCover => &leverage::INTEREST_COVER,
            Measure::OperatingCashFlowToDebt => &leverage::OPERATING_CASH_FLOW_TO_DEBT,
            Measure::GrossOperatingMargin => &profitability::GROSS_OPERATING_MARGIN,
            Measure::OperatingMargin => &profitability::OPERATING_MARGIN,
            Measure::NetMargin => &profitability::NET_MARGIN,
            Measure::ReturnOnInvestment => &profitability::RETURN_ON_INVESTMENT,
            Measure::ReturnOnAssets => &profitability::RETURN_ON_ASSETS,
            Measure::ReturnOnEquity => &profitability::RETURN_ON_EQUITY,
            Measure::SalesGrowth => &profitability::SALES_GROWTH,
            Measure::DaysInventory => &cycle::DAYS_INVENTORY,
            Measure::DaysSalesOutstanding => &cycle::DAYS_SALES_OUTSTANDING,
            Measure::DaysPayable => &cycle::DAYS_PAYABLE,
            Measure::CashConversionCycle => &cycle::CASH_CONVERSION_CYCLE,
            Measure::AltmanZ => &distress::ALTMAN_Z,
            Measure::AltmanZPrivate => &distress::ALTMAN_Z_PRIVATE,
            Measure::AltmanZNonManufacturing => &distress::ALTMAN_Z_NON_MANUFACTURING,
            Measure::TradeDaysSalesOutstanding => &trade::TRADE_DAYS_SALES_OUTSTANDING,
            Measure::DaysSalesOutstandingCountBack => &trade::DAYS_SALES_OUTSTANDING_COUNT_BACK,
            Measure::BestPossibleDso => &trade::BEST_POSSIBLE_DSO,
            Measure::AverageDaysDelinquent => &trade::AVERAGE_DAYS_DELINQUENT,
            Measure::OverdueShare => &trade::OVERDUE_SHARE,
            Measure::OverdueOver90Share => &collection::OVERDUE_OVER_90_SHARE,
            Measure::LossAllowance => &collection::LOSS_ALLOWANCE,
            Measure::CollectionEffectiveness => &collection::COLLECTION_EFFECTIVENESS,
            Measure::AverageDaysToPay => &collection::AVERAGE_DAYS_TO_PAY,
            Measure::AverageDaysLate => &collection::AVERAGE_DAYS_LATE,
            Measure::PaidOnTimeShare => &collection::PAID_ON_TIME_SHARE,
            Measure::LimitNetWorth => &limit::LIMIT_NET_WORTH,
            Measure::LimitNeed => &limit::LIMIT_NEED,
            Measure::LimitTurnover => &limit::LIMIT_TURNOVER,
            Measure::WorkingAssetValue => &limit::WORKING_ASSET_VALUE,
            Measure::LimitWorkingAssets => &limit::LIMIT_WORKING_ASSETS,
            Measure::RecommendedLimit => &limit::RECOMMENDED_LIMIT,
            Measure::CreditExposure => &limit::CREDIT_EXPOSURE,
            Measure::LimitUse => &limit::LIMIT_USE,
            Measure::FileCompleteness => &dossier::FILE_COMPLETENESS,
            Measure::CollateralCover => &dossier::COLLATERAL_COVER,
            Measure::FiveCCharacter => &five_c::CHARACTER,
            Measure::FiveCCapacity => &five_c::CAPACITY,
            Measure::FiveCCapital => &five_c::CAPITAL,
            Measure::FiveCCollateral => &five_c::COLLATERAL,
            Measure::FiveCConditions => &five_c::CONDITIONS,
            Measure::FiveCScore => &five_c::SCORE,
            Measure::CreditScore => &score::CREDIT_SCORE,
            Measure::Gap => &service::GAP,
            Measure::Expectation => &service::EXPECTATION,
            Measure::Perception => &service::PERCEPTION,
            Measure::ServqualUnweighted => &service::SERVQUAL_UNWEIGHTED,
            Measure::ServqualWeighted => &service::SERVQUAL_WEIGHTED,
            Measure::Servperf => &service::SERVPERF,
            Measure::ServperfWeighted => &service::SERVPERF_WEIGHTED,
            Measure::Importance => &service::IMPORTANCE,
            Measure::ServiceAdequacy => &service::SERVICE_ADEQUACY,
            Measure::ServiceSuperiority => &service::SERVICE_SUPERIORITY,
            Measure::Alpha => &service::ALPHA,
            Measure::Nps => &service::NPS,
            Measure::SatisfiedShare => &service::SATISFIED_SHARE,
            Measure::RepurchaseShare => &service::REPURCHASE_SHARE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl MeasureDoc {
        fn texts(&self) -> [(&'static str, Words); 7] {
            [
                ("name", self.name),
                ("short", self.short),
                ("measures", self.measures),
                ("formula", self.formula),
                ("reading", self.reading),
                ("caveats", self.caveats),
                ("source", self.source),
            ]
        }
    }

    #[test]
    fn every_measure_is_documented_in_both_languages_and_has_a_source() {
        for measure in Measure::ALL {
            for (heading, Words { zh, en }) in measure.doc().texts() {
                for (language, text) in [("zh", zh), ("en", en)] {
                    let place = format!("{}: {heading} in {language}", measure.id());
                    assert!(!text.trim().is_empty(), "{place} is empty");
                    assert_eq!(text, text.trim(), "{place} begins or ends with a space");
                    assert!(!text.contains("  "), "{place} has two spaces in a row");
                }
            }
        }
    }

    #[test]
    fn short_names_fit_a_narrow_column() {
        for measure in Measure::ALL {
            let Words { zh, en } = measure.doc().short;
            assert!(zh.chars().count() <= 8, "{zh}");
            assert!(en.chars().count() <= 20, "{en}");
        }
    }

    #[test]
    fn names_are_unique() {
        for words in [|doc: &MeasureDoc| doc.name, |doc: &MeasureDoc| doc.short] {
            let mut names: Vec<_> = Measure::ALL.iter().map(|measure| words(measure.doc())).collect();
            names.sort_by_key(|name| name.en);
            assert!(names.windows(2).all(|pair| pair[0].en != pair[1].en));
            names.sort_by_key(|name| name.zh);
            assert!(names.windows(2).all(|pair| pair[0].zh != pair[1].zh));
        }
    }
}
