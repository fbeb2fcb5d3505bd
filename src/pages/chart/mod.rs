//! Charts, drawn once as SVG with real text, for the screen or for print.
