//! The command line: one file for each subcommand, and the only place that prints, reads the
//! environment and decides the exit code.

mod build;
mod check;
mod diff;
mod explain;
mod files;
mod init;
mod manual;
mod mark;
mod new;
mod pdf;
mod problems;
mod schema;
mod starter;
mod terminal;
mod variants;
mod wrap;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::load::fields::Day;

/// What a run ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing is wrong.
    Clean,
    /// Problems in what the author wrote.
    Problems,
    /// Wrong use, or a file that cannot be read or written.
    Failed,
}

impl Outcome {
    /// The exit code.
    const fn code(self) -> u8 {
        match self {
            Outcome::Clean => 0,
            Outcome::Problems => 1,
            Outcome::Failed => 2,
        }
    }
}

/// Turns a folder of TOML case files into a website and PDF reports whose every figure can be
/// traced to its formula, its inputs and the line they stand in.
#[derive(Debug, Parser)]
#[command(name = "casebook", version, max_term_width = 100, after_help = AFTER_HELP)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Begin:
  casebook init my-book          a small book with one commented client
  casebook check my-book         every problem, with its file, line and what to do
  casebook build my-book         the site and the PDFs, in my-book/public

Exit codes:
  0   clean, or warnings only
  1   problems in what the author wrote; with --deny warnings also warnings; with diff --exit-code
      differences
  2   wrong use, a file or folder that cannot be read or written, no usable typst program
  3   a fault of the program; please report it with the file that caused it

NO_COLOR=1 turns colours off; CASEBOOK_TYPST names the typst program.";

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::InitArguments),
    New(new::NewArguments),
    Check(check::CheckArguments),
    Build(build::BuildArguments),
    Explain(explain::ExplainArguments),
    Diff(diff::DiffArguments),
    Variants(variants::VariantsArguments),
    Mark(mark::MarkArguments),
    Schema(schema::SchemaArguments),
    #[command(hide = true)]
    Completions(manual::CompletionsArguments),
    /// Print the manual page
    #[command(hide = true)]
    Man,
}

/// How problems are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs: one JSON document on standard output.
    Json,
}

/// The book's folder.
#[derive(Debug, Clone, clap::Args)]
struct BookArgument {
    /// The book's folder, which holds casebook.toml.
    #[arg(default_value = ".")]
    book: PathBuf,
}

/// A day as it is typed after `--as-of`.
fn day(text: &str) -> Result<Date, String> {
    Day::parse(text).map(|day| day.0)
}

/// `word` as people paste it into a shell: in quotation marks where it needs them.
fn shell_word(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-~+,@%:\\".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

/// A path as it is told: with `/` between its parts.
fn shown(path: &std::path::Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Runs the program with the process's arguments.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version come this way too, and are no errors.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    ExitCode::from(code_of(|| carry_out(arguments.command)))
}

/// The exit code that `work` ends with: 3 where it panics, which is a fault of the program. The
/// panic hook has told where.
fn code_of(work: impl FnOnce() -> Outcome + std::panic::UnwindSafe) -> u8 {
    std::panic::catch_unwind(work).map_or(3, Outcome::code)
}

fn carry_out(command: Command) -> Outcome {
    match command {
        Command::Init(arguments) => init::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Variants(arguments) => variants::run(&arguments),
        Command::Mark(arguments) => mark::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Completions(arguments) => manual::completions(&arguments),
        Command::Man => manual::man(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, code_of};

    #[test]
    fn a_fault_of_the_program_has_a_code_of_its_own() {
        assert_eq!(code_of(|| Outcome::Problems), 1);
        assert_eq!(code_of(|| panic!("on purpose")), 3);
    }
}
