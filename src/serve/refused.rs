//! Requests that can only be answered with an error.

use axum::http::StatusCode;

/// Stands among the extensions of a request whose head broke the protocol: with what it is to be
/// answered. Nothing else of such a request is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Refused(pub(super) StatusCode);
