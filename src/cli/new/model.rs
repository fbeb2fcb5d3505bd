//! `casebook new model`: the built-in credit model as a file of the book, with limits in its currency, to be changed there.

use super::course::{opened, plain_id, write};
use super::{NewArguments, refuse};
use crate::cli::Outcome;
use crate::kinds::credit_model::shipped_in;

/// Writes `models/ID.toml`; `casebook.toml` chooses it.
pub(super) fn add(arguments: &NewArguments) -> Result<(), Outcome> {
    let (folder, book) = opened(arguments)?;
    let id = plain_id(arguments)?;
    if arguments.name.is_some() {
        return Err(refuse("a model is named in its file", "leave --name out, and change `name` there"));
    }
    let chosen = book.model.as_deref().unwrap_or("credit") == id;
    let next =
        if chosen { "change it".to_owned() } else { format!("write `model = \"{id}\"` in casebook.toml, change it") };
    write(arguments, &folder, &[(format!("models/{id}.toml"), shipped_in(&book.currency))], &next)
}
