//! What kind of thing a request was for.

use crate::site::{Resolution, Route};

/// What kind of thing a request was for: few enough to be counted apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::serve) enum Kind {
    /// A page for people.
    Page,
    /// The page of results, or the same as data.
    Search,
    /// What is offered while a reader types.
    Suggestions,
    /// Anything else for programs: data, books, citations.
    Data,
    /// A style, script, font or picture.
    Asset,
    /// What leads on to another address.
    Redirect,
    /// Whether all is well.
    Health,
    /// A page that awaits a change of the content.
    Watch,
    /// What the site does not have.
    Unknown,
    /// What broke the protocol: of it nothing is known.
    Malformed,
    /// What a closed site keeps from who has no password.
    Closed,
}

impl Kind {
    /// All of them, in order.
    pub(super) const ALL: [Self; 11] = [
        Self::Page,
        Self::Search,
        Self::Suggestions,
        Self::Data,
        Self::Asset,
        Self::Redirect,
        Self::Health,
        Self::Watch,
        Self::Unknown,
        Self::Malformed,
        Self::Closed,
    ];

    /// That of a request for what its path leads to.
    pub(in crate::serve) fn of(resolution: Option<&Resolution>) -> Self {
        let route = match resolution {
            None => return Self::Unknown,
            Some(Resolution::Moved(_) | Resolution::Range(_)) => return Self::Redirect,
            Some(Resolution::Found(route)) => *route,
        };
        Self::of_route(route)
    }

    /// That of a request for what a route leads to.
    pub(in crate::serve) fn of_route(route: Route) -> Self {
        match route {
            Route::Search(_) => Self::Search,
            Route::Suggestions => Self::Suggestions,
            Route::Health => Self::Health,
            Route::Asset(_) | Route::Image(_) => Self::Asset,
            _ if route.operation().is_some() => Self::Data,
            _ => Self::Page,
        }
    }

    /// Its name as a label.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Search => "search",
            Self::Suggestions => "suggestions",
            Self::Data => "data",
            Self::Asset => "asset",
            Self::Redirect => "redirect",
            Self::Health => "health",
            Self::Watch => "watch",
            Self::Unknown => "unknown",
            Self::Malformed => "malformed",
            Self::Closed => "closed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn kinds_are_listed_in_order() {
        for (place, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, place);
        }
    }
}
