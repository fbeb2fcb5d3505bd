//! An author's Markdown as running text of the document model.
