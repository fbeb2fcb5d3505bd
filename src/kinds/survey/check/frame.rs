//! Checks of what stands around the questions: waves, groups, wordings.

use super::Check;
use crate::kinds::survey::case::{Group, Wave};
use crate::kinds::survey::schema::SurveyFile;
use crate::values::{Code, Text};

impl Check<'_> {
    pub(super) fn waves(&mut self, file: &SurveyFile) -> Vec<Wave> {
        for (at, wave) in file.waves.iter().enumerate() {
            let id = wave.id.trim();
            self.id_of_part(
                &format!("waves[{at}].id"),
                id,
                "wave",
                file.waves[..at].iter().any(|other| other.id.trim() == id),
            );
            if wave.to.0 < wave.from.0 {
                let message = format!("the wave `{id}` ends on {} before it begins on {}", wave.to.0, wave.from.0);
                self.report(Code::BadValue, &format!("waves[{at}].to"), message, "exchange the two dates");
            }
            let earlier = file.waves[..at].iter().find(|other| wave.from.0 <= other.to.0);
            if let Some(other) = earlier {
                let message = format!("the wave `{id}` begins before `{}` ends on {}", other.id.trim(), other.to.0);
                self.report(
                    Code::BadValue,
                    &format!("waves[{at}].from"),
                    message,
                    "put the waves in order of time, without overlap",
                );
            }
        }
        let wave = |wave: &crate::kinds::survey::schema::WaveFile| Wave {
            id: wave.id.trim().to_owned(),
            name: wave.name.clone().unwrap_or_else(|| Text::same(wave.id.trim())),
            days: Some((wave.from.0, wave.to.0)),
        };
        file.waves.iter().map(wave).collect()
    }

    pub(super) fn groups(&mut self, file: &SurveyFile) -> Vec<Group> {
        for (at, group) in file.groups.iter().enumerate() {
            let id = group.id.trim();
            self.id_of_part(
                &format!("groups[{at}].id"),
                id,
                "group",
                file.groups[..at].iter().any(|other| other.id.trim() == id),
            );
        }
        file.groups.iter().map(|group| Group { id: group.id.trim().to_owned(), name: group.name.clone() }).collect()
    }

    /// An id must say something and stand once.
    pub(super) fn id_of_part(&mut self, path: &str, id: &str, what: &str, stands_before: bool) {
        if id.is_empty() {
            self.report(
                Code::BadValue,
                path,
                format!("this {what} has an empty id"),
                "write a short name without spaces",
            );
        } else if stands_before {
            let message = format!("the {what} `{id}` stands twice");
            self.report(Code::DuplicateId, path, message, "give one of them another id");
        }
    }

    pub(super) fn translations(&mut self, file: &SurveyFile) {
        self.translation("name", Some(&file.name));
        let texts = [
            ("organisation", &file.organisation),
            ("industry", &file.industry),
            ("about", &file.about),
            ("introduction", &file.introduction),
        ];
        for (path, text) in texts {
            self.translation(path, text.as_ref());
        }
        for (at, dimension) in file.dimensions.iter().enumerate() {
            self.translation(&format!("dimensions[{at}].name"), dimension.name.as_ref());
        }
        for (at, item) in file.items.iter().enumerate() {
            self.translation(&format!("items[{at}].text"), Some(&item.text));
            self.translation(&format!("items[{at}].short"), item.short.as_ref());
        }
        for (at, question) in file.questions.iter().enumerate() {
            self.translation(&format!("questions[{at}].text"), Some(&question.text));
        }
        for (at, group) in file.groups.iter().enumerate() {
            self.translation(&format!("groups[{at}].name"), Some(&group.name));
        }
    }
}
