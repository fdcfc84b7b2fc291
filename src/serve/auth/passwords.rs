//! The passwords of a closed group, as `htpasswd -B` writes them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use bcrypt::HashParts;
use thiserror::Error;

use super::mark::Mark;
use crate::serve::files::{ReadError, read};

/// How costly a hash may be: one more doubles the time, and this takes seconds.
const HIGHEST_COST: u32 = 15;

/// Why a file of passwords cannot be used.
#[derive(Debug, Error)]
pub enum PasswordsError {
    /// It cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Lines of it are wrong.
    #[error("{}", faults.join("\nerror: "))]
    Faulty {
        /// What is wrong with each, and what to do.
        faults: Vec<String>,
    },
    /// There is nobody in it.
    #[error(
        "nobody has a password in `{path}`; add somebody with: htpasswd -B {path} NAME",
        path = file.display()
    )]
    Empty {
        /// As it was given.
        file: PathBuf,
    },
    /// The system has no random numbers.
    #[error("there are no random numbers: {0}")]
    Random(getrandom::Error),
}

/// Somebody who may come in.
pub(super) struct User {
    hash: String,
    /// The mark of a name and password that were found to be right.
    proven: OnceLock<Mark>,
}

/// All who may come in.
pub(super) struct Users {
    by_name: HashMap<String, Arc<User>>,
    in_order: Vec<Arc<User>>,
}

impl User {
    /// Whether these were found to be right before.
    pub(super) fn has_proven(&self, mark: &Mark) -> bool {
        self.proven.get().is_some_and(|proven| proven.is(mark))
    }

    /// Checks a password, which takes its time.
    pub(super) fn is_right(&self, password: &[u8]) -> bool {
        bcrypt::verify(password, &self.hash).unwrap_or(false)
    }

    pub(super) fn prove(&self, mark: Mark) {
        // What came first is as right.
        let _ = self.proven.set(mark);
    }
}

impl Users {
    /// Those of a file.
    pub(super) fn read(file: &Path) -> Result<Self, PasswordsError> {
        let bytes = read("passwords", file)?;
        let mut users = Self {
            by_name: HashMap::new(),
            in_order: Vec::new(),
        };
        let mut faults = Vec::new();
        for (at, line) in bytes.split(|&byte| byte == b'\n').enumerate() {
            if let Err(fault) = users.add(line.trim_ascii(), file) {
                faults.push(format!("{}:{}: {fault}", file.display(), at + 1));
            }
        }
        if !faults.is_empty() {
            return Err(PasswordsError::Faulty { faults });
        }
        if users.in_order.is_empty() {
            let file = file.to_owned();
            return Err(PasswordsError::Empty { file });
        }
        Ok(users)
    }

    /// Adds who stands in a line, if anybody. What is wrong is said without the hash, which is a secret.
    fn add(&mut self, line: &[u8], file: &Path) -> Result<(), String> {
        if line.is_empty() || line.starts_with(b"#") {
            return Ok(());
        }
        let line = str::from_utf8(line).map_err(|_| "the line is not UTF-8".to_owned())?;
        let Some((name, hash)) = line.split_once(':') else {
            return Err("the line has no name with `:` and a hash behind it".to_owned());
        };
        if name.is_empty() {
            return Err("there is no name before the `:`".to_owned());
        }
        let anew = |what: &str| {
            let file = file.display();
            format!("{what}; make it anew with: htpasswd -B {file} {name}")
        };
        if !hash.starts_with("$2") {
            return Err(anew(&format!("the hash of `{name}` is not bcrypt")));
        }
        let parts: HashParts = hash
            .parse()
            .map_err(|_| anew(&format!("the hash of `{name}` is not whole")))?;
        let cost = parts.get_cost();
        if !(4..=HIGHEST_COST).contains(&cost) {
            let what = format!(
                "the hash of `{name}` has a cost of {cost}, which is not from 4 to {HIGHEST_COST}"
            );
            return Err(anew(&what));
        }
        let user = Arc::new(User {
            hash: hash.to_owned(),
            proven: OnceLock::new(),
        });
        if self
            .by_name
            .insert(name.to_owned(), Arc::clone(&user))
            .is_some()
        {
            return Err(format!("`{name}` has a password above already"));
        }
        self.in_order.push(user);
        Ok(())
    }

    pub(super) fn named(&self, name: &str) -> Option<&Arc<User>> {
        self.by_name.get(name)
    }

    /// Whose hash a password is checked against where nobody has the name, so that it takes as long: always
    /// the same for one name.
    pub(super) fn stand_in(&self, name: &Mark) -> &Arc<User> {
        &self.in_order[name.choose(self.in_order.len())]
    }

    /// Takes over what is known from earlier: who has the same hash has the same password.
    pub(super) fn keep_proven(&self, earlier: &Self) {
        for (name, user) in &self.by_name {
            let before = earlier
                .named(name)
                .filter(|before| before.hash == user.hash);
            if let Some(mark) = before.and_then(|before| before.proven.get()) {
                user.prove(mark.clone());
            }
        }
    }
}
