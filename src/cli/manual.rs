//! `casebook completions` and `casebook man`: for shells and packagers.

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::terminal::say;
use super::{Arguments, Outcome};

/// Print the completion script of a shell
#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn completions(arguments: &CompletionsArguments) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "casebook", &mut script);
    say(String::from_utf8_lossy(&script).trim_end());
    Outcome::Clean
}

/// Prints the manual page in the troff format.
pub(super) fn man() -> Outcome {
    let mut page = Vec::new();
    if clap_mangen::Man::new(Arguments::command()).render(&mut page).is_err() {
        return Outcome::Failed;
    }
    say(String::from_utf8_lossy(&page).trim_end());
    Outcome::Clean
}
