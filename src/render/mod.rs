//! Renderers: blocks become HTML, PDF and search data. They know the document model and no case kind.

pub mod bank;
pub mod html;
pub mod pdf;
pub mod search;
