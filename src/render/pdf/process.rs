//! Running a program to its end or to a time limit.
//!
//! Its output goes to files in a folder of its own, not through pipes: nothing has to be drained
//! meanwhile, and what a killed program leaves running cannot hold the caller up.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The longest wait between two looks at a running program.
const LONGEST_WAIT: Duration = Duration::from_millis(10);

/// Names of the files that take the program's output.
const STDOUT: &str = "stdout";
const STDERR: &str = "stderr";

/// How a program ended.
pub(super) enum Ended {
    /// With exit code 0.
    Well {
        /// What it wrote.
        stdout: Vec<u8>,
    },
    /// With another code or by a signal.
    Badly {
        /// The code or signal in words.
        status: String,
        /// Its messages.
        stderr: String,
    },
    /// It was killed.
    TimeOut,
}

/// Runs `command` in `folder`, which must exist and which takes its output.
///
/// # Errors
/// The program cannot be started, or its output not be written and read.
pub(super) fn run(mut command: Command, folder: &Path, limit: Duration) -> io::Result<Ended> {
    let child = command
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(File::create(folder.join(STDOUT))?)
        .stderr(File::create(folder.join(STDERR))?)
        .spawn()?;
    match wait(child, limit)? {
        Some(status) if status.success() => Ok(Ended::Well { stdout: fs::read(folder.join(STDOUT))? }),
        Some(status) => {
            let stderr = fs::read(folder.join(STDERR))?;
            Ok(Ended::Badly { status: status.to_string(), stderr: String::from_utf8_lossy(&stderr).into_owned() })
        }
        None => Ok(Ended::TimeOut),
    }
}

/// Waits for the end, in ever longer steps; kills the program at the limit and gives `None`.
fn wait(mut child: Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    let mut pause = Duration::from_micros(500);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if start.elapsed() >= limit {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(LONGEST_WAIT);
    }
}
