//! The invented clients of the shipped book are what their generator writes, and nobody else is invented.

#[path = "../examples/support/clients/mod.rs"]
#[allow(unreachable_pub, reason = "shared with the example")]
mod clients;
#[path = "../examples/support/stream.rs"]
#[allow(unreachable_pub, dead_code, reason = "shared with the examples")]
mod stream;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/content/clients");

#[test]
fn the_shipped_clients_are_what_the_generator_writes() {
    for (name, text) in clients::files() {
        let shipped = fs::read_to_string(Path::new(FOLDER).join(&name)).unwrap_or_default();
        assert!(shipped == text, "{name}: write it again: cargo run --example clients -- content/clients");
    }
}

#[test]
fn every_other_client_is_written_by_hand() {
    let by_hand = ["apple", "beiling", "chenghu", "hechuan", "microsoft", "prufrock"];
    let by_hand = by_hand.into_iter().map(|id| format!("{id}.toml")).chain(["hechuan.csv".to_owned()]);
    let expected: BTreeSet<_> = clients::files().into_iter().map(|(name, _)| name).chain(by_hand).collect();
    let shipped = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(shipped.collect::<BTreeSet<_>>(), expected);
}
