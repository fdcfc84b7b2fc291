//! A closed group: who has no password is told nothing of the site.

mod credentials;
mod mark;
mod passwords;
mod refusal;

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::thread::available_parallelism;

use axum::http::header::{CACHE_CONTROL, HeaderName, HeaderValue};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;

use super::lane::{Lane, LaneError};
use credentials::Credentials;
use mark::Key;
use passwords::Users;
use refusal::Refusals;

pub use passwords::PasswordsError;

/// What whoever watches over a host may ask without a password: it tells nothing of the site.
const HEALTH: &str = "/healthz";

/// What is answered to everybody alike, so that no search engine comes again and again.
const ROBOTS: &str = "/robots.txt";

/// How many passwords may wait to be checked, a second's worth or two.
const MOST_WAITING: usize = 16;

/// Lets in who has a password.
pub struct Guard {
    file: PathBuf,
    users: RwLock<Arc<Users>>,
    key: Key,
    /// Where passwords are checked that were not right before. It leaves at least half of the machine to
    /// those that were.
    checks: Lane,
    refusals: Refusals,
}

/// What is found of the name and password of a request.
enum Found {
    Right,
    Wrong,
    /// Too many wait to be checked.
    Busy,
}

impl Guard {
    /// Of a group whose passwords stand in a file as `htpasswd -B` writes it.
    ///
    /// # Errors
    /// If the file cannot be read, or some of its lines are wrong.
    pub fn new(file: PathBuf) -> Result<Self, PasswordsError> {
        let users = Users::read(&file)?;
        let running = available_parallelism().map_or(1, |cores| cores.get().div_ceil(2));
        Ok(Self {
            file,
            users: RwLock::new(Arc::new(users)),
            key: Key::new().map_err(PasswordsError::Random)?,
            checks: Lane::new(running, MOST_WAITING),
            refusals: Refusals::new(),
        })
    }

    /// Reads the file again; where it is wrong, all stays as it was.
    ///
    /// # Errors
    /// If the file cannot be read, or some of its lines are wrong.
    pub fn reload(&self) -> Result<(), PasswordsError> {
        let users = Users::read(&self.file)?;
        users.keep_proven(&self.users());
        *self.users.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(users);
        Ok(())
    }

    fn users(&self) -> Arc<Users> {
        Arc::clone(&self.users.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether a request may be answered. One that broke the protocol, and so is refused with a status
    /// already, is refused here too, as the site's own page for it names what the site has.
    ///
    /// # Errors
    /// The answer where it may not.
    pub(super) async fn admit(
        &self,
        request: &Parts,
        refused: Option<StatusCode>,
    ) -> Result<(), Box<Response>> {
        let path = request.uri.path();
        let is_reading = [Method::GET, Method::HEAD].contains(&request.method);
        let response = match refused {
            Some(status) => self.refusals.of(status, request),
            None if is_reading && path == HEALTH => return Ok(()),
            None if is_reading && path == ROBOTS => refusal::robots(),
            None => match self.find(&request.headers).await {
                Found::Right => return Ok(()),
                Found::Wrong => self.refusals.of(StatusCode::UNAUTHORIZED, request),
                Found::Busy => self.refusals.of(StatusCode::SERVICE_UNAVAILABLE, request),
            },
        };
        Err(Box::new(refusal::protected(response)))
    }

    async fn find(&self, headers: &HeaderMap) -> Found {
        let Some(credentials) = Credentials::of(headers) else {
            return Found::Wrong;
        };
        let Credentials { name, password } = credentials;
        let mark = self.key.mark(&name, Some(&password));
        let users = self.users();
        let user = users.named(&name).map(Arc::clone);
        if user.as_ref().is_some_and(|user| user.has_proven(&mark)) {
            return Found::Right;
        }
        // Nobody's password takes as long as a wrong one.
        let is_known = user.is_some();
        let checked = user.unwrap_or_else(|| {
            let name = self.key.mark(&name, None);
            Arc::clone(users.stand_in(&name))
        });
        let check = move || {
            // It may have been found to be right while this waited.
            if is_known && checked.has_proven(&mark) {
                return true;
            }
            let is_right = checked.is_right(&password) && is_known;
            if is_right {
                checked.prove(mark);
            }
            is_right
        };
        match self.checks.run(check).await {
            Ok(true) => Found::Right,
            Ok(false) => Found::Wrong,
            Err(LaneError::Full) => Found::Busy,
            Err(error) => {
                tracing::error!(%error, "cannot check a password");
                Found::Busy
            }
        }
    }
}

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Guard");
        shown.field("file", &self.file).finish_non_exhaustive()
    }
}

/// An answer of a closed site, which only the device of its reader may keep, and scripts of other sites may not
/// read.
pub(super) fn closed(mut response: Response) -> Response {
    let headers = response.headers_mut();
    let for_others = headers.keys().filter(|name| is_for_others(name));
    let for_others: Vec<HeaderName> = for_others.cloned().collect();
    for name in for_others {
        headers.remove(name);
    }
    let policy = headers
        .get(CACHE_CONTROL)
        .and_then(|policy| policy.to_str().ok());
    let policy = policy.filter(|policy| !policy.contains("no-store"));
    let private =
        policy.map(|policy| format!("private, {}", policy.trim_start_matches("public, ")));
    if let Some(private) = private.and_then(|private| HeaderValue::try_from(private).ok()) {
        headers.insert(CACHE_CONTROL, private);
    }
    response
}

fn is_for_others(name: &HeaderName) -> bool {
    name.as_str().starts_with("access-control-")
}
