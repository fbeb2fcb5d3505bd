//! Renders the sample page in both languages into a folder, to be looked at, and says how long
//! one page takes: `cargo run --release --example gallery -- /tmp/gallery`.

#![allow(clippy::print_stdout, reason = "its output is its purpose")]

use std::collections::BTreeMap;
use std::time::Instant;
use std::{fs, io, path::PathBuf};

use casebook::render::html::{Html, SitemapEntry, assets, sitemap};
use casebook::values::Language;

#[path = "../tests/support/sample_page.rs"]
#[allow(unreachable_pub, reason = "shared with the tests")]
mod sample_page;

fn main() -> io::Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "target/gallery".into()));
    let overrides = BTreeMap::new();
    let html =
        Html::new(&overrides, &sample_page::frame()).map_err(|problems| io::Error::other(format!("{problems:?}")))?;
    let mut entries = Vec::new();
    for language in Language::ALL {
        let page = sample_page::page(language);
        let text = html.render(&page).map_err(|problem| io::Error::other(problem.message))?;
        let path = folder.join(&page.path);
        fs::create_dir_all(path.parent().unwrap_or(&folder))?;
        fs::write(path, text)?;
        entries.push(SitemapEntry::of(&page));
    }
    for (name, bytes) in assets(&overrides) {
        fs::write(folder.join(name), bytes)?;
    }
    fs::write(folder.join("sitemap.xml"), sitemap("https://example.org", &entries))?;
    measure(&html);
    Ok(())
}

/// Prints the mean time of rendering the sample page in each language, and of drawing a chart.
fn measure(html: &Html) {
    const ROUNDS: u32 = 2000;
    for language in Language::ALL {
        let page = sample_page::page(language);
        let start = Instant::now();
        let mut text = Vec::new();
        let failed = (0..ROUNDS).filter(|_| html.render_into(&page, &mut text).is_err()).count();
        println!("render {}: {:?} a page, {} bytes, {failed} failed", page.lang, start.elapsed() / ROUNDS, text.len());
    }
    let start = Instant::now();
    let bytes: usize = (0..ROUNDS).flat_map(|_| sample_page::charts()).map(|chart| chart.svg.len()).sum();
    println!("a chart: {:?}, {} bytes", start.elapsed() / ROUNDS / 5, bytes / ROUNDS as usize / 5);
}
