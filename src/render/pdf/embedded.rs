//! The embedded engine: Typst as a library, its fonts and templates loaded once for all reports.

use std::sync::{Mutex, MutexGuard, PoisonError};

use typst::World;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::pages::Report;
use crate::values::problem::{Code, Place, Problem, SpanRange};

use super::bundle::{Bundle, MAIN};
use super::diagnostic::{self, Fault};
use super::world::{ReportWorld, Shared};
use super::{TYPST_VERSION, Typesetter, data, standards};

/// Typst inside this program.
pub struct Embedded {
    shared: Shared,
    reports: Mutex<Reports>,
}

/// The reports of all threads.
#[derive(Default)]
struct Reports {
    /// How many are being laid out at this moment.
    at_work: usize,
    /// How many have been laid out since Typst last forgot something.
    ended: usize,
}

/// One report being laid out; its end, also in failure, makes Typst forget what is of no use any more: its
/// memory would grow by megabytes with every report. That comes before the pages are written as PDF, which needs
/// the pages and not how they came about, so that both need not fit into memory at once.
///
/// Typst remembers for all threads in common. A report goes back to what it found in an earlier pass of its
/// layout, and the next one to what it shares with this one: headings, labels, explanations, a third of the
/// work. So a result may lie unused once. Forgetting also costs every report that is at work the checks that
/// it has made, so it comes only when as many have ended as there are.
///
/// Some twenty kilobytes a report stay: comemo empties the tables by which it finds results but keeps
/// their room, and has no way to give it back.
struct AtWork<'e>(&'e Mutex<Reports>);

impl<'e> AtWork<'e> {
    fn begin(reports: &'e Mutex<Reports>) -> Self {
        lock(reports).at_work += 1;
        AtWork(reports)
    }
}

impl Drop for AtWork<'_> {
    fn drop(&mut self) {
        let mut reports = lock(self.0);
        reports.ended += 1;
        let enough = reports.ended >= reports.at_work;
        reports.ended = if enough { 0 } else { reports.ended };
        reports.at_work -= 1;
        drop(reports);
        if enough {
            typst::comemo::evict(1);
        }
    }
}

fn lock(reports: &Mutex<Reports>) -> MutexGuard<'_, Reports> {
    reports.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Embedded {
    /// Loads fonts and templates.
    ///
    /// # Errors
    /// If a template of the book has a path that Typst cannot address.
    pub fn new(bundle: &Bundle) -> Result<Self, Problem> {
        let place = || Place { file: Bundle::place_of(MAIN), span: None };
        Shared::load(bundle).map(|shared| Embedded { shared, reports: Mutex::default() }).ok_or_else(|| {
            Problem::new(Code::ReportTemplate, place(), "a template's path cannot be used in a Typst project")
        })
    }
}

impl Typesetter for Embedded {
    fn typeset(&self, report: &Report) -> Result<Vec<u8>, Vec<Problem>> {
        let at_work = AtWork::begin(&self.reports);
        let world = self.shared.world(data(report)?, date(report));
        compile(&world, report, at_work).map_err(|faults| diagnostic::problems(report, faults))
    }

    fn describe(&self) -> String {
        format!("Typst {TYPST_VERSION}, embedded")
    }
}

fn compile(world: &ReportWorld<'_>, report: &Report, at_work: AtWork<'_>) -> Result<Vec<u8>, Vec<Fault>> {
    let document = typst::compile::<PagedDocument>(world).output.map_err(|errors| faults(world, &errors))?;
    drop(at_work);
    let options = options(report).map_err(|message| vec![Fault::detached(message)])?;
    typst_pdf::pdf(&document, &options).map_err(|errors| faults(world, &errors))
}

/// The options that Typst's program would use, so that both engines write the same bytes.
fn options(report: &Report) -> Result<PdfOptions, String> {
    let standards: Vec<PdfStandard> = standards(report).iter().filter_map(|name| standard(name)).collect();
    Ok(PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Auto,
        timestamp: midnight(report).map(Timestamp::new_utc),
        page_ranges: None,
        standards: PdfStandards::new(&standards).map_err(|error| error.message().to_string())?,
        tagged: true,
        pretty: false,
    })
}

fn standard(name: &str) -> Option<PdfStandard> {
    match name {
        "a-2a" => Some(PdfStandard::A_2a),
        "a-3a" => Some(PdfStandard::A_3a),
        "ua-1" => Some(PdfStandard::Ua_1),
        _ => None,
    }
}

fn date(report: &Report) -> Option<Datetime> {
    let (year, month, day) = parts(report)?;
    Datetime::from_ymd(year, month, day)
}

fn midnight(report: &Report) -> Option<Datetime> {
    let (year, month, day) = parts(report)?;
    Datetime::from_ymd_hms(year, month, day, 0, 0, 0)
}

fn parts(report: &Report) -> Option<(i32, u8, u8)> {
    let [year, month, day] = report.date;
    Some((year.into(), month.try_into().ok()?, day.try_into().ok()?))
}

/// Typst's errors with their places as paths and bytes.
fn faults(world: &dyn World, errors: &[typst::diag::SourceDiagnostic]) -> Vec<Fault> {
    errors
        .iter()
        .map(|error| Fault {
            path: error.span.id().map(|id| id.get().vpath().get_without_slash().to_owned()),
            span: typst::WorldExt::range(world, error.span).map(SpanRange::from),
            message: error.message.to_string(),
            hint: error.hints.iter().map(|hint| hint.v.as_str()).collect::<Vec<_>>().join("; "),
        })
        .collect()
}
