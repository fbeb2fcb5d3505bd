//! Errors that only the model can find: items of its rubric and tiers that a client's file names. The
//! assessment passes over what it does not know; these keep the book from being published.

use super::case::Client;
use crate::kinds::credit_model::CreditModel;
use crate::load::Source;
use crate::load::check::nearest;
use crate::load::tree::{Tree, locate};
use crate::values::{Code, Place, Problem};

/// What `client` names that `model` does not know; its file is `source` with the tree `tree`.
pub(super) fn references(client: &Client, model: &CreditModel, source: &Source, tree: &Tree<'_>) -> Vec<Problem> {
    let place = |path: &str| Place { file: source.path.clone(), span: Some(locate(tree, path).into()) };
    let mut problems = Vec::new();
    let items: Vec<_> = model.rubric.iter().flat_map(|rubric| &rubric.items).map(|item| item.id.as_str()).collect();
    for finding in client.dossier.findings.iter().filter(|finding| !items.contains(&finding.item.as_str())) {
        let (message, known) = match model.rubric {
            Some(_) => (format!("the rubric of the model has no item `{}`", finding.item), &items),
            None => ("the model has no rubric of the five Cs".to_owned(), &items),
        };
        let at = place(&format!("five_c[{}].item", finding.index));
        problems.push(Problem::new(Code::BadReference, at, message).hint(hint(&finding.item, known)));
    }
    let tiers: Vec<_> = model.tiers.iter().map(|tier| tier.id.as_str()).collect();
    for decision in &client.dossier.decisions {
        for (key, tier) in [("from", &decision.from), ("to", &decision.to)] {
            if !tier.is_empty() && !tiers.contains(&tier.as_str()) {
                let at = place(&format!("decisions[{}].{key}", decision.index));
                let message = format!("the model has no tier `{tier}`");
                problems.push(Problem::new(Code::BadReference, at, message).hint(hint(tier, &tiers)));
            }
        }
    }
    problems
}

fn hint(name: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => "add [five_c] with weights and items to the model, or remove the rating".to_owned(),
        None => format!("known: {}", known.join(", ")),
    }
}
