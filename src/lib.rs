//! casebook turns a folder of TOML case files into a website and PDF reports.
//!
//! The modules stand in reading order, which is the path that the data takes; each imports only
//! those above it. `ARCHITECTURE.md` says what each one holds and what it never does.

pub mod values;

pub mod load;

pub mod measures;

pub mod pages;

pub mod present;

pub mod kinds;

pub mod render;

pub mod publish;

pub mod build;

pub mod cli;
