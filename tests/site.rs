//! The shipped book as a site: the same bytes every time, links that lead somewhere, and pages as
//! reviewed.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

mod support {
    #![allow(unreachable_pub, reason = "shared by several tests")]
    pub mod page_rules;
    pub mod run;
    pub mod scan;
}
use support::page_rules::{hold_all, pages, structure};
use support::run::{CASEBOOK, CONTENT, build, built, copy_shipped, edit, files, manifest, run, shipped};

#[test]
fn the_same_book_gives_the_same_bytes() {
    let (_keep, site) = shipped();
    let expected = manifest(&site);
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path();
    let copy = dir.join("另一本 book's copy");
    copy_shipped(&copy);
    let mut here = build(".");
    here.current_dir(CONTENT);
    let mut below = build("..");
    below.current_dir(Path::new(CONTENT).join("clients"));
    let mut elsewhere = build(&copy);
    elsewhere.current_dir("/").env("LANG", "zh_CN.UTF-8").env("TZ", "Asia/Shanghai").env("SOURCE_DATE_EPOCH", "1");
    let mut one_thread = build(CONTENT);
    one_thread.env("RAYON_NUM_THREADS", "1");
    let mut one_core = Command::new("taskset");
    one_core.args(["--cpu-list", "0", CASEBOOK, "build", CONTENT, "--no-pdf"]);
    let mut builds = vec![here, below, elsewhere, one_thread];
    if cfg!(target_os = "linux") {
        builds.push(one_core);
    }
    for (at, command) in builds.iter_mut().enumerate() {
        let output = dir.join(format!("output {at}"));
        let ended = run(command.arg("-o").arg(&output));
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        assert_eq!(manifest(&output), expected, "{command:?}");
    }
}

#[test]
fn a_second_build_over_the_first_changes_nothing() {
    let (_keep, site) = shipped();
    let before = support::run::contents(&site);
    built(Path::new(CONTENT), &site);
    assert!(support::run::contents(&site) == before);
}

#[test]
fn every_page_keeps_the_rules() {
    let (_keep, site) = shipped();
    let pages = pages(&site);
    assert!(pages.len() > 80);
    hold_all(&site, &pages, "");
    assert!(!site.join("sitemap.xml").exists());
}

#[test]
fn no_file_is_without_use() {
    let (_keep, site) = shipped();
    let pages = pages(&site);
    let mut used: BTreeSet<String> = BTreeSet::from(["index.html".to_owned(), support::run::MANIFEST.to_owned()]);
    for (path, page) in &pages {
        used.extend(page.links().map(|(_, href)| support::scan::resolve(path, href).0));
        // The search loads its data when somebody searches.
        used.extend(page.elements.iter().filter_map(|element| element.attribute("data-source").map(ToOwned::to_owned)));
    }
    let style = fs::read_to_string(site.join("style.css")).unwrap();
    let unused: Vec<_> =
        files(&site).into_iter().filter(|path| !used.contains(path) && !style.contains(path)).collect();
    assert_eq!(unused, [""; 0]);
}

#[test]
fn pages_are_built_as_reviewed() {
    let (_keep, site) = shipped();
    let pages = pages(&site);
    let reviewed = [
        "index.html",
        "clients/index.html",
        "clients/hechuan.html",
        "methods/current_ratio.html",
        "methods/model.html",
    ];
    for path in reviewed {
        for (language, path) in [("zh", path.to_owned()), ("en", format!("en/{path}"))] {
            let name = path.strip_prefix("en/").unwrap_or(&path).trim_end_matches(".html").replace('/', "_");
            insta::assert_snapshot!(format!("{name}_{language}"), structure(&pages[&path]));
        }
    }
}

#[test]
fn languages_have_the_same_pages_and_blocks() {
    let (_keep, site) = shipped();
    let pages = pages(&site);
    let shape = |text: String| -> Vec<String> {
        text.lines().map(|line| line.split('“').next().unwrap().split(' ').next().unwrap().to_owned()).collect()
    };
    for (path, page) in pages.iter().filter(|(path, _)| !path.starts_with("en/")) {
        assert_eq!(shape(structure(page)), shape(structure(&pages[&format!("en/{path}")])), "{path}");
    }
}

#[test]
fn a_book_of_one_language_at_an_address() {
    let folder = tempfile::tempdir().unwrap();
    let base = "https://example.org/credit";
    for (language, lang) in [("zh", "zh-CN"), ("en", "en")] {
        let book = folder.path().join(language);
        copy_shipped(&book);
        let settings = book.join("casebook.toml");
        edit(&settings, "[\"zh\", \"en\"]", &format!("[\"{language}\"]"));
        edit(&settings, "dir = \"../public\"", "dir = \"公开 site\"\nbase_url = \"https://example.org/credit/\"");
        let ended = run(&mut build(&book));
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        let site = book.join("公开 site");
        let pages = pages(&site);
        hold_all(&site, &pages, base);
        assert!(!site.join("en").exists());
        let addresses: BTreeSet<String> = pages.keys().map(|path| format!("{base}/{path}")).collect();
        for (path, page) in &pages {
            assert_eq!(page.all("html").next().unwrap().attribute("lang"), Some(lang));
            let canonical = page.all("link").find(|link| link.attribute("rel") == Some("canonical")).unwrap();
            assert_eq!(canonical.attribute("href"), Some(format!("{base}/{path}").as_str()));
            assert_eq!(page.meta("og:url"), canonical.attribute("href"));
        }
        let map = fs::read_to_string(site.join("sitemap.xml")).unwrap();
        let map = map.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").unwrap();
        let locations: Vec<_> =
            map.split("<loc>").skip(1).map(|part| part.split("</loc>").next().unwrap().to_owned()).collect();
        assert_eq!(locations.len(), pages.len());
        assert_eq!(locations.into_iter().collect::<BTreeSet<_>>(), addresses);
        assert_eq!(map.matches(&format!("hreflang=\"{lang}\"")).count(), pages.len());
    }
}
