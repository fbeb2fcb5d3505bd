//! casebook turns a folder of TOML case files into a website and PDF reports.
//!
//! The modules are the path that the data takes, in reading order: [`values`] → [`pages`] →
//! [`render`].

pub mod values;

pub mod load;

pub mod measures;

pub mod kinds;

pub mod pages;

pub mod render;
