//! Figures and dates as strings, per language: the only place where they are rounded.
