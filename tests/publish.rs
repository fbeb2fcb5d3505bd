//! The output folder is replaced as one or not at all, and what is not ours stays.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

mod support {
    #![allow(unreachable_pub, reason = "shared by several tests")]
    pub mod run;
}
use support::run::{
    CONTENT, MANIFEST, Run, build, built, contents, copy_shipped, edit, files, manifest, run, small_book,
};

const CLIENT: &str = "name = \"Acme\"\n";

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = fs::canonicalize(folder.path()).unwrap();
    (folder, path)
}

/// A small book with one client in `dir`.
fn book(dir: &Path) -> PathBuf {
    let book = dir.join("book");
    small_book(&book, &[("acme", CLIENT)]);
    book
}

fn into(book: &Path, output: impl AsRef<Path>) -> Run {
    run(build(book).arg("-o").arg(output.as_ref()))
}

/// Names in `dir` that begin like a staging folder's.
fn leftovers(dir: &Path) -> Vec<String> {
    let names = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with(".casebook-") && name != MANIFEST).collect()
}

#[test]
fn a_folder_with_files_of_others_is_refused_and_left_alone() {
    let (_keep, dir) = folder();
    let book = book(&dir);
    let photos = dir.join("photos");
    fs::create_dir_all(photos.join("2024")).unwrap();
    fs::write(photos.join("2024/a.jpg"), "a").unwrap();
    let before = contents(&dir);
    let refused = into(&book, &photos);
    assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""));
    assert!(
        refused.err.contains("is not an output of casebook") && refused.err.contains("nothing was changed"),
        "{}",
        refused.err
    );
    assert!(contents(&dir) == before);
    assert_eq!(leftovers(&dir), [""; 0]);
    fs::create_dir(dir.join("empty")).unwrap();
    built(&book, &dir.join("empty"));
}

#[test]
fn an_output_that_holds_the_book_is_refused() {
    let (_keep, dir) = folder();
    let book = book(&dir);
    fs::write(dir.join(MANIFEST), "").unwrap();
    fs::write(book.join(MANIFEST), "").unwrap();
    let before = contents(&dir);
    for (from, output) in
        [(&book, "."), (&book, ".."), (&book, "../book"), (&book, "new/.."), (&dir, "book"), (&book, "clients")]
    {
        let refused = run(build(&book).args(["-o", output]).current_dir(from));
        assert_eq!(refused.code, Some(2), "{output}: {}", refused.err);
        assert!(contents(&dir) == before, "{output}");
    }
    fs::write(
        book.join("casebook.toml"),
        fs::read_to_string(book.join("casebook.toml")).unwrap() + "[output]\ndir = \"..\"\n",
    )
    .unwrap();
    let refused = run(&mut build(&book));
    assert_ne!(refused.code, Some(0), "{}", refused.err);
    assert!(book.join("clients/acme.toml").exists());
}

#[test]
fn foreign_files_stay_and_stale_ones_of_ours_go() {
    let (_keep, dir) = folder();
    let book = book(&dir);
    fs::write(book.join("clients/second.toml"), "name = \"Second\"\n").unwrap();
    let site = dir.join("public");
    built(&book, &site);
    assert!(site.join("clients/second.html").exists());
    let foreign = ["CNAME", "clients/私人 notes.txt", ".git/HEAD", "deep/er/x"];
    for path in foreign {
        fs::create_dir_all(site.join(path).parent().unwrap()).unwrap();
        fs::write(site.join(path), path).unwrap();
    }
    fs::create_dir_all(site.join(".git/refs/heads")).unwrap();
    fs::write(site.join("index.html"), "changed by hand").unwrap();
    fs::remove_file(book.join("clients/second.toml")).unwrap();
    let told = built(&book, &site);
    assert!(told.err.contains("4 foreign files kept"), "{}", told.err);
    for path in foreign {
        assert_eq!(fs::read_to_string(site.join(path)).unwrap(), path);
    }
    assert!(site.join(".git/refs/heads").is_dir());
    assert!(!site.join("clients/second.html").exists() && !site.join("data/clients/second.json").exists());
    assert_ne!(fs::read_to_string(site.join("index.html")).unwrap(), "changed by hand");
    assert!(!manifest(&site).contains("CNAME"));
}

#[test]
fn where_the_manifest_is_damaged_nothing_is_lost() {
    let (_keep, dir) = folder();
    let book = book(&dir);
    let site = dir.join("public");
    built(&book, &site);
    fs::write(site.join("mine.txt"), "mine").unwrap();
    fs::write(site.join(MANIFEST), [0xff, 0xfe, 0x00]).unwrap();
    built(&book, &site);
    assert_eq!(fs::read_to_string(site.join("mine.txt")).unwrap(), "mine");
}

#[test]
fn an_error_in_the_book_leaves_the_old_site_whole() {
    let (_keep, dir) = folder();
    let copy = dir.join("copy");
    copy_shipped(&copy);
    let site = dir.join("public");
    built(&copy, &site);
    let before = contents(&site);
    edit(&copy.join("clients/apple.toml"), "total_assets", "total_asets");
    fs::create_dir_all(copy.join("templates/blocks")).unwrap();
    let faults = [
        ("clients/zz.toml", "name = 1\n", "wrong-type"),
        ("templates/page.html", "{{ page.nothing.at_all }}", "template-error"),
        ("templates/blocks/heading.html", "{% if %}", "template-error"),
        ("casebook.toml", "schema = 1\n", "missing-field"),
    ];
    for (file, text, code) in faults {
        fs::write(copy.join(file), text).unwrap();
        let failed = into(&copy, &site);
        assert_eq!((failed.code, failed.out.as_str()), (Some(1), ""), "{file}: {}", failed.err);
        assert!(failed.err.contains(&format!("error[{code}]")), "{file}: {}", failed.err);
        assert!(contents(&site) == before, "{file}");
        assert_eq!(leftovers(&dir), [""; 0]);
    }
    let denied = run(build(CONTENT).args(["--deny", "warnings", "-o"]).arg(&site));
    assert_eq!(denied.code, Some(1));
    assert!(contents(&site) == before);
}

#[test]
fn a_template_that_fails_is_told_once_and_clients_are_still_checked() {
    let (_keep, dir) = folder();
    let clients: Vec<(String, String)> =
        (0..300).map(|at| (format!("c{at:03}"), format!("name = \"C{at}\"\n"))).collect();
    let clients: Vec<_> = clients.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    let book = dir.join("book");
    small_book(&book, &clients);
    fs::write(book.join("clients/c298.toml"), "nam = \"x\"\n").unwrap();
    fs::create_dir(book.join("templates")).unwrap();
    fs::write(book.join("templates/page.html"), "<p>{{ page.nothing.at_all }}</p>").unwrap();
    let told: Vec<String> = (0..8)
        .map(|_| {
            let failed = into(&book, dir.join("public"));
            assert_eq!(failed.code, Some(1));
            assert_eq!(failed.err.matches("error[template-error]").count(), 1, "{}", failed.err);
            assert!(
                failed.err.contains("clients/c000.html") && failed.err.contains("clients/c298.toml"),
                "{}",
                failed.err
            );
            failed.err
        })
        .collect();
    assert!(told.iter().all(|err| *err == told[0]), "the same whichever worker comes first");
    fs::write(
        book.join("templates/page.html"),
        "{% if page.area == \"clients\" and page.title == \"C7\" %}{{ page.x.y }}{% endif %}",
    )
    .unwrap();
    let failed = into(&book, dir.join("public"));
    assert_eq!(failed.err.matches("error[template-error]").count(), 1, "{}", failed.err);
    assert!(failed.err.contains("clients/c007.html"), "{}", failed.err);
}

#[cfg(unix)]
#[test]
fn a_killed_build_leaves_the_old_site_whole_and_the_next_cleans_up() {
    let (_keep, dir) = folder();
    let site = dir.join("公开 public");
    built(&book(&dir), &site);
    let before = contents(&site);
    let large = dir.join("large");
    let prufrock = fs::read_to_string(Path::new(CONTENT).join("clients/prufrock.toml")).unwrap();
    let clients: Vec<_> = (0..5000).map(|at| (format!("p{at}"), prufrock.replace("id = \"prufrock\"", ""))).collect();
    let clients: Vec<_> = clients.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    small_book(&large, &clients);
    let mut child = build(&large).arg("-o").arg(&site).stderr(Stdio::null()).spawn().unwrap();
    // Killed as soon as it has staged pages, of which there are many more to come.
    let staged = loop {
        assert!(child.try_wait().unwrap().is_none(), "the build ended before it could be killed");
        let pages =
            leftovers(&dir).into_iter().map(|name| dir.join(name)).find(|staged| staged.join("clients").is_dir());
        if let Some(staged) = pages {
            break staged;
        }
    };
    child.kill().unwrap();
    assert_eq!(child.wait().unwrap().code(), None, "ended by a signal");
    assert!(staged.exists() && contents(&site) == before);
    built(&dir.join("book"), &dir.join("another"));
    assert!(staged.exists(), "that of another target is left alone");
    built(&dir.join("book"), &site);
    assert_eq!(leftovers(&dir), [""; 0]);
    assert!(contents(&site) == before);
}

#[test]
fn builds_at_the_same_time_leave_one_whole_site() {
    let (_keep, dir) = folder();
    let site = dir.join("public");
    let mut children: Vec<_> =
        (0..6).map(|_| build(CONTENT).arg("-o").arg(&site).stderr(Stdio::piped()).spawn().unwrap()).collect();
    for child in children.drain(..) {
        let ended = child.wait_with_output().unwrap();
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    }
    verified(&site);
    assert_eq!(leftovers(&dir), [""; 0]);
}

/// `sha256sum -c` finds every file of the manifest as listed, and nothing else is there.
fn verified(site: &Path) {
    let listed = manifest(site).lines().filter(|line| !line.starts_with('#')).count();
    assert_eq!(files(site).len(), listed + 1);
    let checked = run(Command::new("sha256sum").args(["--check", "--quiet", "--strict", MANIFEST]).current_dir(site));
    assert_eq!((checked.code, checked.out.as_str()), (Some(0), ""), "{}", checked.err);
}

#[test]
fn the_manifest_serves_sha256sum_with_any_name() {
    let (_keep, dir) = folder();
    let book = dir.join("客户 信用 book's");
    small_book(&book, &[("华信-2", CLIENT), ("a.b_c", "name = \"B\"\n"), ("Ärger", "name = \"C\"\n")]);
    let site = dir.join("输出 of \"all\"").join("a b");
    let told = built(&book, &site);
    assert!(told.err.contains("a b/index.html"), "{}", told.err);
    verified(&site);
    assert!(site.join("clients/华信-2.html").exists() && site.join("data/clients/a.b_c.json").exists());
    let longest = dir.join("长".repeat(85));
    built(&book, &longest);
    built(&book, &longest);
    verified(&longest);
}

#[cfg(unix)]
#[test]
fn an_output_folder_that_is_a_link_stays_one() {
    let (_keep, dir) = folder();
    let book = book(&dir);
    fs::create_dir_all(dir.join("srv/www")).unwrap();
    std::os::unix::fs::symlink(dir.join("srv/www"), dir.join("public")).unwrap();
    for _ in 0..2 {
        built(&book, &dir.join("public"));
        assert!(fs::symlink_metadata(dir.join("public")).unwrap().is_symlink());
        assert!(dir.join("srv/www/index.html").exists());
    }
    assert_eq!(leftovers(&dir.join("srv")), [""; 0]);
}

#[test]
fn an_output_that_cannot_be_is_a_clear_error() {
    let (_keep, dir) = folder();
    let book = book(&dir);
    fs::write(dir.join("a file"), "").unwrap();
    let before = contents(&dir);
    for (output, named) in [("a file/public", "a file"), ("a file", "a file"), ("a file/x/public", "a file/x")] {
        let failed = into(&book, dir.join(output));
        assert_eq!((failed.code, failed.out.as_str()), (Some(2), ""), "{output}");
        assert!(failed.err.starts_with("error: `") && failed.err.lines().count() == 1, "{}", failed.err);
        assert!(failed.err.contains(&format!("{named}` cannot be written: ")), "{}", failed.err);
        assert!(failed.err.to_lowercase().contains("not a directory"), "{}", failed.err);
        assert!(contents(&dir) == before);
    }
}
