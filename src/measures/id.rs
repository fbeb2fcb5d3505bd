//! The measures by name: a stable id and a unit each. What they mean stands in the
//! [`catalog`](super::catalog).

use crate::values::Unit;

macro_rules! measures {
    ($($(#[$about:meta])* $subject:ident { $($variant:ident $id:literal $unit:ident;)* })*) => {
        /// A measure that the program computes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Measure {
            $($(#[doc = concat!("`", $id, "`.")] $variant,)*)*
        }

        impl Measure {
            /// Every measure, in the order of print.
            pub const ALL: &[Measure] = &[$($(Measure::$variant,)*)*];

            $($(#[$about])* pub const $subject: &[Measure] = &[$(Measure::$variant,)*];)*

            /// The stable id in files and addresses.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $($(Measure::$variant => $id,)*)* }
            }

            /// Its unit.
            #[must_use]
            pub const fn unit(self) -> Unit {
                match self { $($(Measure::$variant => Unit::$unit,)*)* }
            }

            /// The measure with this id.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                Measure::ALL.iter().copied().find(|measure| measure.id() == id)
            }
        }
    };
}

measures! {
    /// What clients are measured by.
    CREDIT {
        CurrentRatio "current_ratio" Times;
        QuickRatio "quick_ratio" Times;
        CashRatio "cash_ratio" Times;
        WorkingCapital "working_capital" Money;
        ReceivablesTurnover "receivables_turnover" TimesPerYear;
        InventoryTurnover "inventory_turnover" TimesPerYear;
        TotalAssetTurnover "total_asset_turnover" TimesPerYear;
        DebtToTangibleNetWorth "debt_to_tangible_net_worth" Times;
        TangibleNetWorth "tangible_net_worth" Money;
        DebtRatio "debt_ratio" Percent;
        EquityRatio "equity_ratio" Percent;
        InterestCover "interest_cover" Times;
        OperatingCashFlowToDebt "operating_cash_flow_to_debt" Percent;
        GrossOperatingMargin "gross_operating_margin" Percent;
        OperatingMargin "operating_margin" Percent;
        NetMargin "net_margin" Percent;
        ReturnOnInvestment "return_on_investment" Percent;
        ReturnOnAssets "return_on_assets" Percent;
        ReturnOnEquity "return_on_equity" Percent;
        SalesGrowth "sales_growth" Percent;
        DaysInventory "days_inventory" Days;
        DaysSalesOutstanding "days_sales_outstanding" Days;
        DaysPayable "days_payable" Days;
        CashConversionCycle "cash_conversion_cycle" Days;
        AltmanZ "altman_z" Index;
        AltmanZPrivate "altman_z_private" Index;
        AltmanZNonManufacturing "altman_z_non_manufacturing" Index;
        TradeDaysSalesOutstanding "trade_days_sales_outstanding" Days;
        DaysSalesOutstandingCountBack "days_sales_outstanding_count_back" Days;
        BestPossibleDso "best_possible_dso" Days;
        AverageDaysDelinquent "average_days_delinquent" Days;
        OverdueShare "overdue_share" Percent;
        OverdueOver90Share "overdue_over_90_share" Percent;
        LossAllowance "loss_allowance" Money;
        CollectionEffectiveness "collection_effectiveness" Percent;
        AverageDaysToPay "average_days_to_pay" Days;
        AverageDaysLate "average_days_late" Days;
        PaidOnTimeShare "paid_on_time_share" Percent;
        LimitNetWorth "limit_net_worth" Money;
        LimitNeed "limit_need" Money;
        LimitTurnover "limit_turnover" Money;
        WorkingAssetValue "working_asset_value" Index;
        LimitWorkingAssets "limit_working_assets" Money;
        RecommendedLimit "recommended_limit" Money;
        CreditExposure "credit_exposure" Money;
        LimitUse "limit_use" Percent;
        FileCompleteness "file_completeness" Percent;
        CollateralCover "collateral_cover" Times;
        FiveCCharacter "five_c_character" Points;
        FiveCCapacity "five_c_capacity" Points;
        FiveCCapital "five_c_capital" Points;
        FiveCCollateral "five_c_collateral" Points;
        FiveCConditions "five_c_conditions" Points;
        FiveCScore "five_c_score" Points;
        CreditScore "credit_score" Points;
    }
    /// What surveys of service quality are measured by.
    SERVICE {
        Gap "gap" Scale;
        Expectation "expectation" Scale;
        Perception "perception" Scale;
        ServqualUnweighted "servqual_unweighted" Scale;
        ServqualWeighted "servqual_weighted" Scale;
        Servperf "servperf" Scale;
        ServperfWeighted "servperf_weighted" Scale;
        Importance "importance" Scale;
        ServiceAdequacy "service_adequacy" Scale;
        ServiceSuperiority "service_superiority" Scale;
        Alpha "alpha" Coefficient;
        Nps "nps" Points;
        SatisfiedShare "satisfied_share" Percent;
        RepurchaseShare "repurchase_share" Percent;
    }
}
