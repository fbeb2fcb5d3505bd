//! The ratios of a statement (DOMAIN 1.1, 1.2, 1.8), each as its formula.
//!
//! Sources: Ross, Westerfield & Jordan, *Fundamentals of Corporate Finance*, ch. 3; SASAC
//! 国资发评价〔2006〕157号; Altman 1968 and 2000. The catalogue of measures documents each one.

use rust_decimal::Decimal;

use super::view::{At, Balance, Operand, View};
use crate::kinds::client::lines::Line;
use crate::kinds::credit_model::model::ReturnBasis;
use crate::measures::{Expr, Figure, Input, Measure, Note, Origin};
use crate::values::{Undefined, Unit, Words};

type Formula = fn(&mut View<'_>) -> Operand;

/// The measures of one statement, in the order of print, with their formulas. The cycle and the
/// score follow from other figures.
const FORMULAS: &[(Measure, Formula)] = &[
    (Measure::CurrentRatio, current_ratio),
    (Measure::QuickRatio, quick_ratio),
    (Measure::CashRatio, cash_ratio),
    (Measure::WorkingCapital, working_capital),
    (Measure::ReceivablesTurnover, receivables_turnover),
    (Measure::InventoryTurnover, inventory_turnover),
    (Measure::TotalAssetTurnover, total_asset_turnover),
    (Measure::DebtToTangibleNetWorth, debt_to_tangible_net_worth),
    (Measure::TangibleNetWorth, tangible_net_worth),
    (Measure::DebtRatio, debt_ratio),
    (Measure::EquityRatio, equity_ratio),
    (Measure::InterestCover, interest_cover),
    (Measure::OperatingCashFlowToDebt, operating_cash_flow_to_debt),
    (Measure::GrossOperatingMargin, gross_operating_margin),
    (Measure::OperatingMargin, operating_margin),
    (Measure::NetMargin, net_margin),
    (Measure::ReturnOnInvestment, return_on_investment),
    (Measure::ReturnOnAssets, return_on_assets),
    (Measure::ReturnOnEquity, return_on_equity),
    (Measure::SalesGrowth, sales_growth),
    (Measure::DaysInventory, days_inventory),
    (Measure::DaysSalesOutstanding, days_sales_outstanding),
    (Measure::DaysPayable, days_payable),
    (Measure::AltmanZ, altman_z),
    (Measure::AltmanZPrivate, altman_z_private),
    (Measure::AltmanZNonManufacturing, altman_z_non_manufacturing),
];

/// Every ratio of the statement that `view` shows.
pub(super) fn ratios(view: &mut View<'_>) -> Vec<Figure> {
    let mut figures: Vec<_> = FORMULAS.iter().map(|(measure, formula)| view.figure(*measure, *formula)).collect();
    let at =
        figures.iter().position(|figure| figure.measure == Measure::DaysPayable).map_or(figures.len(), |at| at + 1);
    let cycle = cash_conversion_cycle(&figures);
    figures.insert(at, cycle);
    figures
}

fn current_liabilities(view: &mut View<'_>) -> Operand {
    view.line(Line::CurrentLiabilities)
}

fn current_ratio(view: &mut View<'_>) -> Operand {
    Ok(view.line(Line::CurrentAssets)?.over(current_liabilities(view)?))
}

fn quick_ratio(view: &mut View<'_>) -> Operand {
    Ok(view.quick_assets()?.over(current_liabilities(view)?))
}

/// Cash and short-term investments over current liabilities.
fn cash_ratio(view: &mut View<'_>) -> Operand {
    let mut cash = view.line(Line::Cash)?;
    if let Some(investments) = view.given(Line::ShortTermInvestments, At::Closing) {
        cash = cash.plus(investments);
    }
    Ok(cash.over(current_liabilities(view)?))
}

fn working_capital(view: &mut View<'_>) -> Operand {
    Ok(view.line(Line::CurrentAssets)?.minus(current_liabilities(view)?))
}

fn receivables_turnover(view: &mut View<'_>) -> Operand {
    let sales = view.credit_sales()?;
    let average = view.average(Balance::Receivables)?;
    let none = average.value(view.inputs) == Ok(Decimal::ZERO)
        && sales.value(view.inputs).is_ok_and(|sales| sales > Decimal::ZERO);
    let reason = if none { Undefined::NoReceivables } else { Undefined::ZeroDenominator };
    Ok(view.a_year(sales).over_or(average, reason))
}

fn inventory_turnover(view: &mut View<'_>) -> Operand {
    let cost = view.line(Line::CostOfSales)?;
    let average = view.average(Balance::Line(Line::Inventory))?;
    Ok(view.a_year(cost).over_or(average, Undefined::NoInventory))
}

fn total_asset_turnover(view: &mut View<'_>) -> Operand {
    let sales = view.line(Line::Sales)?;
    let average = view.average(Balance::Line(Line::TotalAssets))?;
    Ok(view.a_year(sales).over(average))
}

/// Undefined where the tangible net worth is not positive (D9).
fn debt_to_tangible_net_worth(view: &mut View<'_>) -> Operand {
    let debt = view.debt()?;
    let worth = view.tangible_net_worth()?;
    positive(view, &worth)?;
    Ok(debt.over(worth))
}

fn positive(view: &View<'_>, worth: &Expr) -> Result<(), Undefined> {
    if worth.value(view.inputs)? <= Decimal::ZERO { Err(Undefined::NegativeEquity) } else { Ok(()) }
}

fn tangible_net_worth(view: &mut View<'_>) -> Operand {
    view.tangible_net_worth()
}

fn debt_ratio(view: &mut View<'_>) -> Operand {
    Ok(view.liabilities()?.over(view.line(Line::TotalAssets)?))
}

fn equity_ratio(view: &mut View<'_>) -> Operand {
    Ok(view.line(Line::Equity)?.over(view.line(Line::TotalAssets)?))
}

/// A profitable firm without net interest has nothing to cover; a loss without says nothing.
fn interest_cover(view: &mut View<'_>) -> Operand {
    let ebit = view.ebit()?;
    let interest = view.line(Line::Interest)?;
    let profitable = ebit.value(view.inputs).is_ok_and(|ebit| ebit > Decimal::ZERO);
    let earned = interest.value(view.inputs).is_ok_and(|interest| interest < Decimal::ZERO);
    match (profitable, earned) {
        (true, true) => Err(Undefined::NoInterest),
        (false, true) => Err(Undefined::NegativeDenominator),
        (true, false) => Ok(ebit.over_or(interest, Undefined::NoInterest)),
        (false, false) => Ok(ebit.over(interest)),
    }
}

fn operating_cash_flow_to_debt(view: &mut View<'_>) -> Operand {
    let flow = view.line(Line::Operating)?;
    let debt = view.debt()?;
    Ok(view.a_year(flow).over(debt))
}

fn of_sales(view: &mut View<'_>, profit: Expr) -> Operand {
    let sales = view.line(Line::Sales)?;
    if sales.value(view.inputs)? <= Decimal::ZERO {
        return Err(Undefined::NonPositiveSales);
    }
    Ok(profit.over(sales))
}

fn gross_operating_margin(view: &mut View<'_>) -> Operand {
    let profit = view.line(Line::Sales)?.minus(view.line(Line::CostOfSales)?);
    of_sales(view, profit)
}

fn operating_margin(view: &mut View<'_>) -> Operand {
    let profit = view.line(Line::OperatingProfit)?;
    of_sales(view, profit)
}

fn net_margin(view: &mut View<'_>) -> Operand {
    let profit = view.line(Line::NetIncome)?;
    of_sales(view, profit)
}

fn return_on_investment(view: &mut View<'_>) -> Operand {
    match view.conventions.return_on_investment {
        ReturnBasis::ProfitBeforeTaxAndInterest => {
            let profit = view.profit_before_tax_and_interest()?;
            return_on(view, profit, Line::TotalAssets)
        }
        ReturnBasis::NetIncome => return_on_assets(view),
        ReturnBasis::NetIncomeOnEquity => return_on_equity(view),
    }
}

fn return_on_assets(view: &mut View<'_>) -> Operand {
    let profit = view.line(Line::NetIncome)?;
    return_on(view, profit, Line::TotalAssets)
}

/// Undefined where average equity is not positive (D9).
fn return_on_equity(view: &mut View<'_>) -> Operand {
    let profit = view.line(Line::NetIncome)?;
    let equity = view.average(Balance::Line(Line::Equity))?;
    positive(view, &equity)?;
    Ok(view.a_year(profit).over(equity))
}

fn return_on(view: &mut View<'_>, profit: Expr, base: Line) -> Operand {
    let average = view.average(Balance::Line(base))?;
    Ok(view.a_year(profit).over(average))
}

fn sales_growth(view: &mut View<'_>) -> Operand {
    let sales = view.line(Line::Sales)?;
    let prior = view.prior(Line::Sales)?;
    if prior.value(view.inputs)? <= Decimal::ZERO {
        return Err(Undefined::NonPositiveSales);
    }
    Ok(sales.minus(prior.clone()).over(prior))
}

fn days_of(view: &mut View<'_>, balance: Balance, flow: Expr) -> Operand {
    let average = view.average(balance)?;
    let days = view.days();
    Ok(average.over(flow).times(Expr::Number(days)))
}

fn days_inventory(view: &mut View<'_>) -> Operand {
    let cost = view.line(Line::CostOfSales)?;
    days_of(view, Balance::Line(Line::Inventory), cost)
}

fn days_sales_outstanding(view: &mut View<'_>) -> Operand {
    let sales = view.credit_sales()?;
    days_of(view, Balance::Receivables, sales)
}

fn days_payable(view: &mut View<'_>) -> Operand {
    let cost = view.line(Line::CostOfSales)?;
    days_of(view, Balance::Line(Line::Payables), cost)
}

/// Days of inventory plus days of sales less days of payables; it rests on their inputs.
fn cash_conversion_cycle(figures: &[Figure]) -> Figure {
    let parts = [Measure::DaysInventory, Measure::DaysSalesOutstanding, Measure::DaysPayable];
    let found: Vec<_> = parts.iter().filter_map(|part| figures.iter().find(|figure| figure.measure == *part)).collect();
    let period = found.first().map_or("", |figure| figure.period.as_str());
    let mut cycle = Figure::undefined(Measure::CashConversionCycle, period, Undefined::MissingInput);
    for figure in &found {
        for id in &figure.inputs {
            if !cycle.inputs.contains(id) {
                cycle.inputs.push(*id);
            }
        }
        cycle.notes.extend(&figure.notes);
        cycle.missing.extend(&figure.missing);
    }
    cycle.notes.sort_unstable();
    cycle.notes.dedup();
    let values: Result<Vec<_>, _> = found.iter().map(|figure| figure.value).collect();
    match values.as_deref() {
        Ok(&[inventory, sales, payable]) => {
            let operand = |measure, days| Expr::Figure(measure, days);
            let formula = operand(parts[0], inventory).plus(operand(parts[1], sales)).minus(operand(parts[2], payable));
            cycle.value = formula.value(&crate::measures::Inputs::default());
            cycle.formula = Some(formula);
        }
        Ok(_) => {}
        Err(reason) => cycle.value = Err(*reason),
    }
    cycle
}

/// Altman's weights, the base of X₄ and whether X₅ counts.
struct Altman {
    weights: [Decimal; 4],
    turnover: Option<Decimal>,
}

impl Altman {
    fn formula(&self, view: &mut View<'_>, equity: Expr) -> Operand {
        let assets = view.line(Line::TotalAssets)?;
        let working_capital = view.line(Line::CurrentAssets)?.minus(current_liabilities(view)?);
        let retained = view.line(Line::RetainedEarnings)?;
        let ebit = view.ebit()?;
        let ebit = view.a_year(ebit);
        let liabilities = view.liabilities()?;
        let weighted = |weight: Decimal, ratio: Expr| Expr::Product(vec![Expr::Number(weight), ratio]);
        let mut sum = weighted(self.weights[0], working_capital.over(assets.clone()))
            .plus(weighted(self.weights[1], retained.over(assets.clone())))
            .plus(weighted(self.weights[2], ebit.over(assets.clone())))
            .plus(weighted(self.weights[3], equity.over(liabilities)));
        if let Some(weight) = self.turnover {
            let sales = view.line(Line::Sales)?;
            sum = sum.plus(weighted(weight, view.a_year(sales).over(assets)));
        }
        Ok(sum)
    }
}

/// Z for listed firms (Altman 1968); refused without a market value.
fn altman_z(view: &mut View<'_>) -> Operand {
    let Some(value) = view.statement().market_value else { return Err(Undefined::NoMarketValue) };
    let statement = view.statement();
    let id = view.inputs.add(Input {
        name: Words { zh: "股权市值", en: "Market value of equity" },
        of: statement.period.name.clone(),
        origin: Origin::Case,
        path: format!("statements[{}].market_value", statement.index),
        value,
        scale: statement.unit.scale(),
        unit: Unit::Money,
    });
    let weights = [Decimal::new(12, 1), Decimal::new(14, 1), Decimal::new(33, 1), Decimal::new(6, 1)];
    Altman { weights, turnover: Some(Decimal::new(999, 3)) }.formula(view, Expr::Input(id))
}

/// Z′ for private firms, with book equity.
fn altman_z_private(view: &mut View<'_>) -> Operand {
    let equity = view.line(Line::Equity)?;
    let weights = [Decimal::new(717, 3), Decimal::new(847, 3), Decimal::new(3107, 3), Decimal::new(420, 3)];
    Altman { weights, turnover: Some(Decimal::new(998, 3)) }.formula(view, equity)
}

/// Z″ for non-manufacturers.
fn altman_z_non_manufacturing(view: &mut View<'_>) -> Operand {
    let equity = view.line(Line::Equity)?;
    let weights = [Decimal::new(656, 2), Decimal::new(326, 2), Decimal::new(672, 2), Decimal::new(105, 2)];
    Altman { weights, turnover: None }.formula(view, equity)
}

/// Whether a note says that a figure is only a stand-in for what the convention asks.
#[must_use]
pub const fn is_stand_in(note: Note) -> bool {
    matches!(note, Note::ClosingForAverage | Note::RevenueForCreditSales)
}
