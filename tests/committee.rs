//! What a credit committee must find at once in the report, page and list of a client in trouble.

#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod support {
    #![allow(unreachable_pub, reason = "shared by several tests")]
    pub mod late;
    pub mod run;
    pub mod scan;
    pub mod shelf;
}

use std::collections::BTreeMap;

use casebook::kinds::book::Book;
use casebook::kinds::book::schema::Depth;
use casebook::load::Folder;
use casebook::pages::{Block, Callout, Fact, Section, Table, Tile, Tone};
use jiff::civil::Date;
use support::late::{LATE, find_table, made, text};
use support::run::{built, small_book};
use support::scan::Document;
use support::shelf::{Made, publish, publish_of};

fn section<'s>(sections: &'s [Section], id: &str) -> &'s Section {
    sections.iter().find(|section| section.id == id).unwrap()
}

fn tiles(section: &Section) -> BTreeMap<&str, &Tile> {
    let tiles = section.blocks.iter().find_map(|block| match block {
        Block::Headline(headline) => Some(&headline.tiles),
        _ => None,
    });
    tiles.unwrap().iter().map(|tile| (tile.label.as_str(), tile)).collect()
}

fn callouts(section: &Section) -> Vec<&Callout> {
    let blocks = section.blocks.iter();
    blocks.filter_map(|block| if let Block::Callout(callout) = block { Some(callout) } else { None }).collect()
}

fn facts(section: &Section) -> BTreeMap<&str, &Fact> {
    let facts =
        section.blocks.iter().filter_map(|block| if let Block::Facts(facts) = block { Some(facts) } else { None });
    facts.flat_map(|facts| &facts.items).map(|fact| (fact.label.as_str(), fact)).collect()
}

fn fact<'f>(facts: &'f [Fact], label: &str) -> &'f Fact {
    facts.iter().find(|fact| fact.label == label).unwrap_or_else(|| panic!("no {label}: {facts:#?}"))
}

fn table<'t>(section: &'t Section, id: &str) -> &'t Table {
    find_table(std::slice::from_ref(section), id).unwrap()
}

#[test]
fn the_summary_and_the_cover_say_what_is_decided_on() {
    let made = made(LATE, "en");
    for sections in [&made.report.sections, &made.page.sections] {
        let summary = section(sections, "summary");
        let tiles = tiles(summary);
        assert_eq!(tiles["Limit in force"].value, "1,600,000");
        assert_eq!(tiles["Limit in force"].note, "CNY · from 2023-01-01");
        assert_eq!((tiles["Exposure"].value.as_str(), tiles["Exposure"].note.as_str()), ("2,208,300.75", "CNY"));
        assert_eq!((tiles["Use"].value.as_str(), tiles["Use"].tone), ("138.0%", Tone::Bad));
        assert!(tiles.contains_key("Recommended limit") && tiles.len() <= 8);
        let blocked = callouts(summary)[0];
        assert_eq!((blocked.title.as_str(), blocked.tone), ("Further credit is blocked", Tone::Bad));
        assert_eq!(
            blocked.items,
            ["CNY 608,300.75 over the credit limit", "CNY 700,000 more than 60 days overdue, the oldest 100 days"]
        );
    }
    let cover = &made.report.cover;
    assert_eq!(fact(cover, "Limit in force").value, "CNY 1,600,000, from 2023-01-01");
    assert_eq!(fact(cover, "Exposure").value, "CNY 2,208,300.75");
    assert_eq!((fact(cover, "Use").value.as_str(), fact(cover, "Use").tone), ("138.0%", Tone::Bad));
    let blocked = fact(cover, "Further credit");
    assert!(blocked.value.starts_with("blocked: CNY 608,300.75 over") && blocked.tone == Tone::Bad, "{blocked:?}");
    let zh = made_zh();
    let tiles = tiles(section(&zh.report.sections, "summary"));
    assert_eq!((tiles["信用敞口"].value.as_str(), tiles["信用敞口"].note.as_str()), ("2,208,300.75", "元人民币"));
    assert!(fact(&zh.report.cover, "继续赊销").value.starts_with("应停止：超过信用限额 608,300.75 元人民币；"));
}

fn made_zh() -> Made {
    made(LATE, "zh")
}

/// A client without trade, limits or statements.
const PLAIN: &str = "name = \"Plain\"\n";

#[test]
fn a_client_that_nothing_blocks_has_no_word_of_it() {
    let made = made(PLAIN, "en");
    let summary = section(&made.report.sections, "summary");
    assert!(!tiles(summary).contains_key("Exposure"));
    assert!(callouts(summary).iter().all(|callout| callout.title != "Further credit is blocked"));
    assert!(made.report.cover.iter().all(|fact| fact.label != "Further credit"));
}

/// Headed cells of a row.
type Headed = BTreeMap<String, String>;

/// The rows of `clients.csv` by id, and those of the list of clients by name.
fn lists(clients: &[(&str, &str)]) -> (BTreeMap<String, Headed>, BTreeMap<String, Headed>) {
    let dir = tempfile::tempdir().unwrap();
    let (book, site) = (dir.path().join("book"), dir.path().join("site"));
    small_book(&book, clients);
    built(&book, &site);
    let table = std::fs::read_to_string(site.join("data/clients.csv")).unwrap();
    let mut table = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let rows = table.deserialize().map(|row: csv::Result<Headed>| row.unwrap());
    (rows.map(|row| (row["id"].clone(), row)).collect(), listed(&Document::read(&site.join("clients/index.html"))))
}

fn listed(page: &Document) -> BTreeMap<String, Headed> {
    let cells = |tr: usize| page.elements.iter().filter(move |cell| cell.parent == tr && cell.name != "small");
    let rows = (0..page.elements.len()).filter(|&at| page.elements[at].name == "tr");
    let mut rows = rows.map(|tr| cells(tr).map(|cell| cell.text.clone()).collect::<Vec<_>>());
    let heads = rows.next().unwrap();
    rows.map(|cells| (cells[0].clone(), heads.iter().cloned().zip(cells).collect())).collect()
}

#[test]
fn the_lists_of_clients_show_limits_exposure_and_who_is_blocked() {
    let (table, page) = lists(&[("late", LATE), ("plain", PLAIN)]);
    let late = &table["late"];
    let limits = ["limit_currency", "limit_in_force", "exposure", "blocked"].map(|key| late[key].as_str());
    assert_eq!(limits, ["CNY", "1600000", "2208300.75", "over_limit overdue"]);
    assert!(late["limit_use"].starts_with("1.38018"), "{late:?}");
    assert_eq!(["limit_currency", "exposure", "blocked"].map(|key| table["plain"][key].as_str()), [""; 3]);
    let late = &page["Latepay Trading Ltd (invented)"];
    let shown = ["Limit in force", "Exposure", "Use of limit"].map(|name| late[name].trim_end_matches(" unfavourable"));
    assert_eq!(shown, ["1,600", "2,208.3", "138%"]);
    assert!(late["Blocked"].starts_with("over limit, long overdue"), "{late:?}");
}

#[test]
fn who_is_blocked_stands_beside_the_tier() {
    let dir = tempfile::tempdir().unwrap();
    let (book, site) = (dir.path().join("book"), dir.path().join("site"));
    small_book(&book, &[("late", LATE), ("plain", PLAIN)]);
    built(&book, &site);
    let page = Document::read(&site.join("clients/index.html"));
    let heads = page.elements.iter().filter(|element| element.name == "th").take(4).map(|head| head.text.as_str());
    assert_eq!(heads.collect::<Vec<_>>(), ["Client", "Tier", "Blocked", "Score"]);
}

#[test]
fn a_list_has_no_column_that_no_client_fills() {
    let (_, page) = lists(&[("plain", PLAIN)]);
    let heads: Vec<_> = page["Plain"].keys().map(String::as_str).collect();
    for absent in ["Blocked", "Limit in force", "Exposure", "Use of limit", "Limit recommended"] {
        assert!(!heads.contains(&absent), "{heads:?}");
    }
}

#[test]
fn a_review_whose_day_is_over_is_overdue_and_the_report_not_valid_until_then() {
    let made = made(LATE, "en");
    let (cover, sections) = (&made.report.cover, &made.report.sections);
    let overdue = fact(cover, "Review overdue since");
    assert_eq!((overdue.value.as_str(), overdue.tone), ("1 October 2023", Tone::Bad));
    assert!(cover.iter().all(|fact| fact.label != "Valid until"), "{cover:#?}");
    let tile = tiles(section(sections, "summary"))["Review overdue since"];
    assert_eq!((tile.value.as_str(), tile.tone), ("2023-10-01", Tone::Bad));
    assert_eq!(facts(section(sections, "tier"))["Review overdue since"].tone, Tone::Bad);
    let (_, page) = lists(&[("late", LATE)]);
    assert_eq!(page["Latepay Trading Ltd (invented)"]["Next review"], "2023-10-01 unfavourableoverdue");

    let current = LATE.replace("date = 2023-07-01", "date = 2024-02-01");
    let made = self::made(&current, "en");
    assert_eq!(fact(&made.report.cover, "Valid until").value, "1 May 2024");
    assert_eq!(tiles(section(&made.report.sections, "summary"))["Next review"].tone, Tone::Neutral);
    assert_eq!(lists(&[("late", &current)]).1["Latepay Trading Ltd (invented)"]["Next review"], "2024-05-01");
}

/// `text` with each pair's first part replaced by its second; every one must be there.
fn edited(text: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    })
}

/// The client with a score of less than 50, so that CA3 is the next tier.
fn below_the_cut_off() -> String {
    let weaker = [
        ("interest = 60", "interest = 160"),
        ("profit_before_tax = 110", "profit_before_tax = 10"),
        ("tax = 28", "tax = 2"),
        ("net_income = 82", "net_income = 8"),
        ("cash = 180", "cash = 60"),
        ("short_term_debt = 700", "short_term_debt = 970"),
        ("liabilities = 1_330", "liabilities = 1_600"),
        ("retained_earnings = 370", "retained_earnings = 100"),
        ("equity = 870", "equity = 600"),
    ];
    edited(LATE, &weaker)
}

#[test]
fn what_would_move_the_score_says_which_caps_would_hold_the_tier_all_the_same() {
    let made = made(&below_the_cut_off(), "en");
    let summary = section(&made.report.sections, "summary");
    let levers = table(summary, "levers");
    assert!(levers.caption.ends_with("(CA3 ≥ 50)"), "{}", levers.caption);
    assert_eq!(
        levers.note,
        "Each row changes one measure and leaves the rest. The tier would be CA4 even then, by the caps that fired: \
         The credit file is less than 50% complete: CA4 at best; \
         Something has been overdue with us for more than 90 days: CA4 at best."
    );
    let paid = ("due = 2023-12-22", "due = 2024-03-22");
    let no_file = ("[[documents]]\nkind = \"registration\"\nnumber = \"91330203MA2AXXXX1T\"\ndate = 2023-04-10\n", "");
    let free = edited(&below_the_cut_off(), &[paid, no_file]);
    let made = self::made(&free, "en");
    let levers = table(section(&made.report.sections, "summary"), "levers");
    assert_eq!(levers.note, "Each row changes one measure and leaves the rest.");
}

#[test]
fn who_looks_after_the_client_and_why_it_is_watched_stand_in_the_report() {
    let made = made(LATE, "en");
    for sections in [&made.report.sections, &made.page.sections] {
        let company = facts(section(sections, "company"));
        let told = ["Region", "Group", "Account manager"].map(|label| company[label].value.as_str());
        assert_eq!(told, ["North", "Latepay Group", "Wang Xin"]);
        let watched: Vec<_> = callouts(section(sections, "summary"))
            .into_iter()
            .filter(|callout| callout.title.contains("watch list"))
            .collect();
        assert_eq!(watched.len(), 1, "an entry that has ended is not shown");
        assert_eq!(
            (watched[0].title.as_str(), watched[0].tone),
            ("On the watch list since 15 February 2024", Tone::Caution)
        );
        let items = [
            "Trigger: More than 60 days overdue",
            "Owner: Credit manager",
            "Plan: Weekly reconciliation",
            "Exit rule: Three months paid on time",
        ];
        assert_eq!(watched[0].items, items);
    }
    let zh = made_zh();
    let watched = callouts(section(&zh.report.sections, "summary"))[1];
    assert_eq!(
        (watched.title.as_str(), watched.items[0].as_str()),
        ("自2024年2月15日起列入观察名单", "触发事由：逾期超过 60 天")
    );
}

#[test]
fn the_trade_with_us_shows_orders_and_how_the_exposure_adds_up() {
    let made = made(LATE, "en");
    let trade = facts(section(&made.report.sections, "trade"));
    let shown = ["Receivables", "Orders not yet delivered", "Exposure (receivables + orders)"]
        .map(|label| trade[label].value.as_str());
    assert_eq!(shown, ["CNY 1,988,300.75", "CNY 220,000", "CNY 2,208,300.75"]);
    let made = self::made(&edited(LATE, &[("orders = 220_000\n", "")]), "en");
    assert!(!facts(section(&made.report.sections, "trade")).contains_key("Exposure (receivables + orders)"));
}

#[test]
fn every_amount_of_the_trade_bears_its_unit_and_all_the_same() {
    let unit = |language, label, measure: &str| {
        let made = made(LATE, language);
        let trade = section(&made.report.sections, "trade");
        let row = table(trade, "trade-measures").rows.iter().find(|row| text(&row.cells[0]) == measure).unwrap();
        (facts(trade)[label].value.clone(), text(&row.cells[1]).to_owned())
    };
    let en = unit("en", "Receivables", "Loss allowance by provision matrix");
    assert_eq!((en.0.as_str(), en.1.as_str()), ("CNY 1,988,300.75", "CNY 426,441.50"));
    let zh = unit("zh", "应收余额", "坏账准备（减值矩阵）");
    assert_eq!((zh.0.as_str(), zh.1.as_str()), ("1,988,300.75 元人民币", "426,441.50 元人民币"));
    assert_eq!(unit("en", "Receivables", "Best possible DSO").1, "85.2 days");
    assert_eq!(unit("zh", "应收余额", "最佳可能变现天数").1, "85.2 天");
    let made = made(LATE, "en");
    assert_eq!(table(section(&made.report.sections, "receivables"), "largest-overdue").note, "Amounts in CNY");
}

#[test]
fn changes_of_shares_are_in_percentage_points() {
    let share = |language| {
        let made = made(&below_the_cut_off(), language);
        let rows = table(section(&made.report.sections, "summary"), "levers").rows.clone();
        rows.iter()
            .filter(|row| text(&row.cells[1]).ends_with('%'))
            .map(|row| text(&row.cells[3]).to_owned())
            .collect::<Vec<_>>()
    };
    let (en, zh) = (share("en"), share("zh"));
    assert!(
        !en.is_empty() && en.iter().all(|change| change.starts_with(['+', '−']) && change.ends_with(" pp")),
        "{en:?}"
    );
    assert!(zh.iter().all(|change| change.ends_with(" 百分点")), "{zh:?}");
}

#[test]
fn salespersons_and_disputes_have_columns_of_their_own() {
    let headings = |invoice: &str| {
        let open = LATE.find("receivables = 1_988").unwrap();
        let end = LATE.find("[[limits]]").unwrap();
        let invoices = format!(
            "[[trade.invoices]]\nnumber = \"A\"\ndate = 2023-10-01\ndue = 2023-11-01\namount = 500\n{invoice}\n"
        );
        let made = made(&[&LATE[..open], &invoices, &LATE[end..]].concat(), "en");
        let named = table(section(&made.report.sections, "receivables"), "largest-overdue").columns.clone();
        named.into_iter().skip(4).map(|column| column.label).collect::<Vec<_>>()
    };
    assert_eq!(headings("salesperson = \"Wang Xin\""), ["Salesperson"]);
    assert_eq!(headings("disputed = true"), ["Remarks"]);
    assert_eq!(headings(""), [""; 0]);
}

/// The width in points that the letters of a cell in a report may take: the page's measure, shared by the
/// widths of columns, less the inset.
fn room(table: &Table, column: usize) -> f64 {
    let all: u32 = table.columns.iter().map(|column| u32::from(column.width)).sum();
    464.0 * f64::from(table.columns[column].width) / f64::from(all) - 8.0
}

/// What `words` of digits and capitals take, with the type that `style.typ` gives a table of so many columns.
fn taken(words: &str, columns: usize) -> f64 {
    let size = match columns {
        0..=5 => 9.0,
        6..=7 => 8.5,
        8..=9 => 7.8,
        _ => 7.0,
    };
    let letter = |c: char| {
        if c.is_ascii_uppercase() {
            0.64
        } else if c == '-' {
            0.35
        } else {
            0.555
        }
    };
    words.chars().map(letter).sum::<f64>() * size
}

#[test]
fn dates_and_codes_have_room_in_their_columns() {
    let date = |words: &str| words.len() == 10 && words.parse::<Date>().is_ok();
    let code = |words: &str| words == "91330203MA2AXXXX1T";
    let as_of = jiff::civil::date(2024, 3, 31);
    let mut seen = 0;
    for made in [made_zh(), publish("hechuan", "zh", Depth::Full, as_of), publish("beiling", "zh", Depth::Full, as_of)]
    {
        let blocks = made.report.sections.iter().flat_map(|section| &section.blocks);
        for table in blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }) {
            let cells = table.rows.iter().flat_map(|row| row.cells.iter().enumerate());
            for (at, words) in cells.map(|(at, cell)| (at, text(cell))).filter(|(_, words)| date(words) || code(words))
            {
                let (taken, room) = (taken(words, table.columns.len()), room(table, at));
                assert!(taken <= room, "{}: {words} takes {taken} of {room} pt", table.id);
                seen += 1;
            }
        }
    }
    assert!(seen > 50, "{seen}");
}

/// What a word in bold letters takes, with the type that `style.typ` gives a table of so many columns.
fn taken_bold(word: &str, columns: usize) -> f64 {
    let letter = |c: char| match c {
        'i' | 'l' | 't' | 'f' | 'j' | 'r' | '.' => 0.36,
        'm' | 'w' | 'M' | 'W' => 0.88,
        _ => 0.58,
    };
    word.chars().map(letter).sum::<f64>() * taken("0", columns) / 0.555
}

#[test]
fn no_word_of_a_heading_is_parted() {
    let as_of = jiff::civil::date(2024, 3, 31);
    let mut seen = 0;
    let mut parted = Vec::new();
    for made in
        [made(LATE, "en"), publish("hechuan", "en", Depth::Full, as_of), publish("beiling", "en", Depth::Full, as_of)]
    {
        let blocks = made.report.sections.iter().flat_map(|section| &section.blocks);
        for table in blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }) {
            for (at, column) in table.columns.iter().enumerate() {
                for word in column.label.split_whitespace() {
                    let (taken, room) = (taken_bold(word, table.columns.len()), room(table, at));
                    if taken > room {
                        parted.push(format!("{}: {word} takes {taken:.0} of {room:.0} pt", table.id));
                    }
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 100 && parted.is_empty(), "{seen}: {parted:#?}");
}

#[test]
fn the_chart_of_sales_names_its_first_and_its_last_month_and_some_between() {
    let made = made(LATE, "en");
    for sections in [&made.report.sections, &made.page.sections] {
        let chart = section(sections, "trade").blocks.iter().find_map(|block| match block {
            Block::Chart(chart) if chart.id == "sales-chart" => Some(&chart.svg),
            _ => None,
        });
        let named: Vec<_> = (0..15)
            .map(|at| format!(">{:02}-{:02}<", 23 + at / 12, at % 12 + 1))
            .filter(|name| chart.unwrap().contains(name))
            .collect();
        assert_eq!(named.len(), 8, "{named:?}");
        assert_eq!((named[0].as_str(), named[7].as_str()), (">23-01<", ">24-03<"));
    }
}

#[test]
fn the_lines_of_a_printed_balance_sheet_add_up_to_its_totals() {
    let made = made(LATE, "en");
    for sections in [&made.report.sections, &made.page.sections] {
        let balance = table(section(sections, "statements"), "balance");
        let rows: Vec<_> =
            balance.rows.iter().map(|row| (text(&row.cells[0]), row.cells.get(1).map_or("", text))).collect();
        let below = rows.iter().position(|(name, _)| name.starts_with("Lines of the case file")).unwrap();
        let names: Vec<_> = rows[below + 1..].iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["其他应收款 Other receivables", "其他应付款 Other payables"]);
        let amount = |name: &str| rows.iter().find(|(found, _)| *found == name).unwrap().1;
        assert_eq!(amount("Allowance for doubtful accounts (already deducted above)"), "30");
        assert_eq!(amount("Other current assets (difference)"), "80");
        assert_eq!(amount("Other current liabilities (difference)"), "90");
        let shown = rows.iter().filter(|(name, _)| name.ends_with("(difference)")).count();
        assert_eq!(shown, 2, "fixed assets, debt and equity are complete: {rows:?}");
    }
}

/// The last sentence of the chapter on the score.
fn said_of_the_scores(id: &str, language: &str) -> String {
    let folder = Folder::new("content");
    let made = publish_of(&folder, &Book::open(&folder).unwrap(), id, language);
    format!("{:?}", section(&made.report.sections, "score").blocks.last().unwrap())
}

#[test]
fn a_trend_of_scores_that_rest_on_unlike_measures_says_so() {
    // Growth needs a year before, and days delinquent are known of the as-of date alone: 3 and 8 per cent.
    let said = said_of_the_scores("beiling", "en");
    assert!(said.contains("of the weight they hold FY2020 89%, FY2021 92%, FY2022 100%."), "{said}");
    assert!(said_of_the_scores("apple", "zh").contains("FY2020 89%，FY2021 92%，FY2022 92%，FY2023 92%。"));
    // One year before is known, and we do not trade with it: both years rest on the same.
    let said = said_of_the_scores("prufrock", "en");
    assert!(!said.contains("same measures"), "{said}");
}

#[test]
fn a_client_that_a_cap_moved_is_not_said_to_be_like_others_of_its_tier() {
    let said = |text: &str| format!("{:?}", section(&made(text, "en").report.sections, "tier").blocks);
    let unlike = "what it says of the usual client of the tier need not be true of this one";
    assert!(said(LATE).contains(unlike));
    assert!(!said(PLAIN).contains(unlike), "without a score nothing was moved");
}

#[test]
fn ratings_and_weights_among_the_inputs_bear_names() {
    let folder = Folder::new("content");
    let made = publish_of(&folder, &Book::open(&folder).unwrap(), "hechuan", "en");
    let blocks = made.report.sections.iter().flat_map(|section| &section.blocks);
    let all = blocks.filter_map(|block| if let Block::Derivations(all) = block { Some(all) } else { None });
    let labels: Vec<_> = all.flat_map(|all| &all.inputs).map(|input| input.label.as_str()).collect();
    for label in ["Rating · Cash earned by the business", "Weight · Quick ratio (acid test)"] {
        assert!(labels.contains(&label), "{label}: {labels:#?}");
    }
    assert!(labels.iter().all(|label| !label.contains('_')), "{labels:#?}");
}
