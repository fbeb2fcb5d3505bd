//! Problems in what an author wrote: a stable code, a severity, a place, a message and a hint.
//!
//! Every code stands in one table with the sentence that documents it; the README's list and the
//! tests that demand a fixture for each code are made from that table. How a problem is drawn on
//! a terminal or written as JSON is the business of the layer `cli`.

use std::ops::Range;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing is built while it stands.
    Error,
    /// Doubtful; the build goes on unless warnings are denied.
    Warning,
}

/// Where a problem stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file's path within the book, with `/` between its parts.
    pub file: String,
    /// The bytes of the file's text that are meant, where one can say.
    pub span: Option<SpanRange>,
}

/// Bytes of a text, ordered by start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SpanRange {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl From<Range<usize>> for SpanRange {
    fn from(range: Range<usize>) -> Self {
        SpanRange { start: range.start, end: range.end }
    }
}

/// Something wrong or doubtful in a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What kind of problem it is.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// Where it stands.
    pub place: Place,
    /// What is wrong, in the author's terms.
    pub message: String,
    /// What to do, or empty.
    pub hint: String,
}

impl Problem {
    /// A problem of kind `code` at `place`, with the code's own severity.
    #[must_use]
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        Problem { code, severity: code.severity(), place, message: message.into(), hint: String::new() }
    }

    /// Whether a run stops at the problem: at an error always, at a warning where it is `denied`.
    #[must_use]
    pub fn stops(&self, denied: Denied<'_>) -> bool {
        self.severity == Severity::Error || denied.is_some_and(|allowed| !allowed.contains(&self.code))
    }

    /// The same problem with advice.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// The codes whose warnings are allowed where all others are denied; none where no warning is denied.
pub type Denied<'a> = Option<&'a [Code]>;

/// Sorts problems by file, place and code, and drops exact repetitions.
pub fn sort(problems: &mut Vec<Problem>) {
    problems.sort_by(|a, b| (&a.place, a.code, &a.message).cmp(&(&b.place, b.code, &b.message)));
    problems.dedup();
}

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $meaning:literal;)*) => {
        /// The kinds of problem. Names are stable: scripts may rely on them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $meaning] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Code] = &[$(Code::$variant,)*];

            /// The stable name, such as `unknown-key`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// How much problems of this kind matter.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// What the code means, in a sentence.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Code::$variant => $meaning,)* }
            }
        }
    };
}

codes! {
    // Files.
    MissingBook "missing-book" Error "The folder holds no `casebook.toml`.";
    EmptyBook "empty-book" Error "The book holds no case at all.";
    UnreadableFile "unreadable-file" Error "A file of the book cannot be read.";
    NotUtf8 "not-utf8" Error "A file is not UTF-8 text.";
    BadFileName "bad-file-name" Error "A case file's name cannot serve as the case's id.";
    UnexpectedFile "unexpected-file" Warning "A file lies where the program reads cases but is not one, or no case reads it.";
    // The TOML text.
    TomlSyntax "toml-syntax" Error "The text is not TOML.";
    UnknownKey "unknown-key" Error "A key is not part of the format.";
    MissingField "missing-field" Error "A required field is missing.";
    WrongType "wrong-type" Error "A value has another type than its field.";
    UnknownName "unknown-name" Error "A value is not one of the names that its field knows.";
    BadValue "bad-value" Error "A value has the right type but no possible meaning.";
    ImpossibleDate "impossible-date" Error "A date does not exist in the calendar, or is not a date.";
    // The book.
    BookSchema "book-schema" Error "The book is written for another version of the format.";
    BadReference "bad-reference" Error "A value names something that the book does not hold.";
    DuplicateId "duplicate-id" Error "Two cases have the same id.";
    // The model.
    WeightsSum "weights-sum" Error "Weights do not sum to the whole.";
    BandsGap "bands-gap" Error "Bands leave a gap or overlap.";
    BandsOrder "bands-order" Error "Bands, knots or standards do not run in the stated direction.";
    TierOrder "tier-order" Error "The tiers or their cut-offs are not in order.";
    // The client.
    DuplicatePeriod "duplicate-period" Error "Two statements of a client have the same period or end date.";
    CurrencyMix "currency-mix" Error "Figures in different currencies would have to be compared.";
    SheetUnbalanced "sheet-unbalanced" Error "Assets differ from liabilities plus equity by more than rounding.";
    StatementTotals "statement-totals" Error "A part is larger than the total it belongs to.";
    NegativeAmount "negative-amount" Error "An amount that cannot be negative is.";
    CashUntied "cash-untied" Warning "The change in cash differs from the cash flow statement.";
    ProfitUntied "profit-untied" Warning "Retained earnings do not move by net income less dividends.";
    ProfitTotals "profit-totals" Warning "The lines of the income statement do not add up.";
    InterestSign "interest-sign" Warning "Interest is negative, and the statement's results say that it is a cost, or do not say what it is.";
    StatementInFuture "statement-in-future" Warning "A statement ends or was received after the as-of date and is left out of the assessment.";
    StatementStale "statement-stale" Warning "The latest statement is older than 12 months at the as-of date.";
    StatementGap "statement-gap" Warning "Statements do not follow each other, so that averages cannot use the opening balance.";
    OpeningDiffers "opening-differs" Warning "An opening balance differs from the closing balance before it.";
    NoStatement "no-statement" Warning "A client has no statement that could be assessed.";
    TradeAfterAsOf "trade-after-as-of" Warning "Sales, invoices, payments or events lie after the as-of date and are left out.";
    TradeMonthGap "trade-month-gap" Warning "A month is missing in the sales to a client.";
    UnknownCurrency "unknown-currency" Warning "A currency code is not in ISO 4217.";
    TradeUnit "trade-unit" Warning "Our sales to a client in a year are more than all its costs: a unit is probably wrong.";
    DoubtfulYear "doubtful-year" Warning "A date of the trade lies so far from the as-of date that its year is probably mistyped.";
    ReceivablesUntied "receivables-untied" Warning "Open receivables or the ledger do not sum to the balance given.";
    DuplicateInvoice "duplicate-invoice" Error "An invoice number stands twice in a ledger, and not as a part payment.";
    InvoiceDates "invoice-dates" Warning "An invoice falls due before its date.";
    InvoiceOverpaid "invoice-overpaid" Warning "More was paid on an invoice than it asks for; the rest counts as a credit.";
    SalesUntied "sales-untied" Warning "The invoices of a month do not come to the sales given for it.";
    LedgerUnused "ledger-unused" Warning "A ledger lies beside a client whose file has no `[trade]`; it is left out.";
    LimitNotGranted "limit-not-granted" Warning "An approval names a limit, but no limit of that amount is granted.";
    LimitCurrency "limit-currency" Warning "The model's limits are in another currency than the trade, so that no limit is recommended.";
    LimitOrder "limit-order" Error "A credit limit ends before it begins, or two of one kind begin on the same day.";
    MissingTranslation "missing-translation" Warning "A text lacks one of the book's languages.";
    ProfileIncomplete "profile-incomplete" Warning "Too few scored measures are present, so that there is no score.";
    // Our work on the client.
    EntryInFuture "entry-in-future" Warning "A document, fact, rating, decision, entry of the watch list, outcome or limit is dated after the as-of date and is left out.";
    FileIncomplete "file-incomplete" Warning "Documents are recorded, but required ones are missing or out of date, so that a cap lowers the tier.";
    FactsContradict "facts-contradict" Warning "Two sources say different things of one subject.";
    EvidenceMissing "evidence-missing" Error "A rating of the five Cs rests on nothing.";
    OverrideUnreasoned "override-unreasoned" Error "An override of the tier has no reason.";
    // The quarterly review.
    RateMissing "rate-missing" Warning "A client trades in a currency for which the review has no rate of exchange; its sums leave the client out.";
    GoalUnexplained "goal-unexplained" Warning "A goal of the review misses its target, and no cause is recorded.";
    // The survey.
    ItemsPerDimension "items-per-dimension" Warning "A dimension has fewer than four or more than five items.";
    TableHeader "table-header" Error "The first row of a table lacks a column or names one twice.";
    UnknownColumn "unknown-column" Warning "A column of a table is not known and is left out.";
    RowLength "row-length" Warning "A row of a table has more or fewer cells than its header. A row of answers is left out; in a ledger it is an error.";
    AnswerRange "answer-range" Warning "A cell is not an answer on its scale; the row is left out.";
    DuplicateRespondent "duplicate-respondent" Warning "A respondent answers twice in one wave; the later row is left out.";
    OwnWeights "own-weights" Warning "A respondent's own weights do not sum to 100, nor nearly; the instrument's stand in.";
    StraightLiner "straight-liner" Warning "A respondent gives one answer to everything; the row is counted.";
    FewAnswers "few-answers" Warning "A survey, a wave or a group has fewer than 30 respondents.";
    // The course.
    UnknownLink "unknown-link" Error "A link, a value or a picture of a lesson leads to nothing that the book holds.";
    BadFormula "bad-formula" Error "A formula cannot be read.";
    UnsolvableExercise "unsolvable-exercise" Error "A numeric exercise has no answer for some figures that can be drawn.";
    LostFootnote "lost-footnote" Warning "A footnote is referred to and not written, or written and never referred to.";
    HiddenFigure "hidden-figure" Warning "A figure that a numeric exercise draws stands nowhere in its prompt.";
    TranslationDiffers "translation-differs" Warning "Two translations of one text differ in what must be the same.";
    TranslationStale "translation-stale" Warning "A translation is older than the text that it translates.";
    UnusedTerm "unused-term" Warning "No lesson teaches or names a term of the glossary.";
    RowUncovered "row-uncovered" Warning "No lesson teaches a row of the syllabus, or no exercise trains it.";
    NoteHeadings "note-headings" Warning "A teaching note lacks one of its five headings, or has them in another order.";
    Placeholder "placeholder" Warning "A text is still the dots of the form that it was begun with.";
    // Templates and PDFs.
    TemplateError "template-error" Error "A page template does not compile or run.";
    ReportTemplate "report-template" Error "The report template does not compile or run.";
    MissingGlyph "missing-glyph" Error "No font at hand holds a character of the text.";
    TypstMissing "typst-missing" Error "The `typst` program cannot be found.";
    TypstVersion "typst-version" Error "The `typst` program has another version than the templates are made for.";
    TypstFailed "typst-failed" Error "The `typst` program stopped without a diagnostic.";
    TypstTimeout "typst-timeout" Error "The `typst` program did not finish in time.";
}
