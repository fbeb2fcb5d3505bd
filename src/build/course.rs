//! Publishes the course of a book, once every case has answered what its lessons ask.

use super::shelf::Stop;
use crate::kinds::book::Book;
use crate::kinds::course::Visible;
use crate::kinds::course::live::Answers;
use crate::kinds::course::pages::{Desk, Pages, bank_paths};
use crate::kinds::edition::Edition;
use crate::kinds::kind::{HomePart, Shelf};
use crate::load::Folder;
use crate::render::bank::{moodle, qti};
use crate::render::html::Html;

/// Puts the pages of the course on the shelf, in the language of `edition`, with their pictures, what is
/// printed of them, the blank forms of exercises, and for instructors the question bank.
///
/// # Errors
/// What the shelf says; a picture that cannot be read.
pub(super) fn publish(
    folder: &Folder,
    book: &Book,
    edition: Edition<'_>,
    answers: &Answers,
    html: &Html,
    shelf: &mut impl Shelf<Stop = Stop>,
) -> Result<(), Stop> {
    let Some(desk) = desk(folder, book, edition, answers) else { return Ok(()) };
    let Pages { pages, pictures } = desk.pages();
    for page in &pages {
        shelf.page(page)?;
    }
    let prints = if desk.edition.reports { desk.prints() } else { Vec::new() };
    for print in prints {
        shelf.report(&desk.print_path(print), || desk.print(print))?;
    }
    for path in pictures {
        let bytes = folder.read_bytes(&path).map_err(|problem| Stop::Problems(vec![problem]))?;
        shelf.data(&path, &bytes)?;
    }
    for (path, text) in desk.forms() {
        shelf.data(&path, text.as_bytes())?;
    }
    if let Some(bank) = desk.bank() {
        let [to_moodle, to_qti] = bank_paths(edition.language);
        shelf.data(&to_moodle, &moodle(&bank, html))?;
        shelf.data(&to_qti, &qti(&bank, html))?;
    }
    Ok(())
}

/// What the home page says of the course, where there is one.
pub(super) fn home_part(folder: &Folder, book: &Book, edition: Edition<'_>, answers: &Answers) -> Option<HomePart> {
    desk(folder, book, edition, answers).map(|desk| desk.home_part())
}

pub(super) fn desk<'a>(
    folder: &'a Folder,
    book: &'a Book,
    edition: Edition<'a>,
    answers: &'a Answers,
) -> Option<Desk<'a>> {
    let course = book.course.as_ref()?;
    let visible = Visible { audience: book.audience, day: edition.as_of };
    // Whoever asks for the reports of some cases asks for no book.
    let edition = Edition { reports: edition.reports && edition.only.is_all(), ..edition };
    let home = crate::kinds::home::NAME.get(edition.language);
    Some(Desk { course, edition, visible, answers, folder, book, home })
}
