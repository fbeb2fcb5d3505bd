//! The shipped table of answers is what its generator writes.

#[path = "../examples/support/halls.rs"]
#[allow(unreachable_pub, reason = "shared with the example")]
mod halls;
#[path = "../examples/support/stream.rs"]
#[allow(unreachable_pub, dead_code, reason = "shared with the examples")]
mod stream;

#[test]
fn the_shipped_answers_are_what_the_generator_writes() {
    let shipped = std::fs::read_to_string("content/surveys/halls.csv").unwrap();
    assert!(
        shipped == halls::csv(halls::RESPONDENTS),
        "write it again: cargo run --example halls -- content/surveys/halls.csv"
    );
}
