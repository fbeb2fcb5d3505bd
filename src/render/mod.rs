//! Renderers: blocks become HTML and PDF. They know the document model and no case kind.

pub mod html;
pub mod pdf;
