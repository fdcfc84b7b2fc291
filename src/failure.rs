//! Why the program ends without having done what it was asked to.

use std::io;
use std::path::PathBuf;

use lectern::adoption::AdoptionError;
use lectern::check::RenderFault;
use lectern::export::ExportFailure;
use lectern::library::pluralize;
use lectern::serve::{ListenAddress, PasswordsError, TlsError};
use thiserror::Error;

/// A failure that is nobody's bug; its text is what the user reads.
#[derive(Debug, Error)]
pub enum Failure {
    /// The content has faults. The report is whole, and needs no introduction.
    #[error("{report}")]
    Content {
        /// All diagnostics and their count.
        report: String,
    },
    /// No page can be rendered, though the content has no fault.
    #[error(
        "error: the site cannot be built: {message}; this is a fault of Lectern: please report it"
    )]
    Site {
        /// What went wrong, in a line.
        message: String,
    },
    /// Some pages cannot be rendered, though the content has no fault.
    #[error("{}", render_report(faults))]
    Render {
        /// One for each page.
        faults: Vec<RenderFault>,
    },
    /// A new site cannot be made.
    #[error("error: cannot make a site in `{}`: {}", folder.display(), reason(source))]
    NewSite {
        /// As it was given.
        folder: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A new site would stand among other files.
    #[error("error: `{}` is not empty; choose a new folder", folder.display())]
    NotEmpty {
        /// As it was given.
        folder: PathBuf,
    },
    /// The site is not exported.
    #[error("error: {0}")]
    Export(#[from] ExportFailure),
    /// A text is not brought in.
    #[error(transparent)]
    Adoption(#[from] AdoptionError),
    /// The folder named by `--content` cannot be read.
    #[error("error: cannot read content from `{}`: {}", folder.display(), reason(source))]
    Folder {
        /// As it was given.
        folder: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The address cannot be listened on.
    #[error(
        "error: cannot listen on {address}: {}; choose another with {option}",
        reason(source)
    )]
    Listen {
        /// As it was given.
        address: ListenAddress,
        /// The option that gives it.
        option: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// The passwords of `--auth` cannot be used.
    #[error("error: {0}")]
    Passwords(#[from] PasswordsError),
    /// The certificate or the key cannot be used.
    #[error("error: {0}")]
    Tls(#[from] TlsError),
    /// Passwords would come in that everybody on the way can read.
    #[error(
        "error: everybody on the way could read the passwords, as {address} is open to other machines and \
         there is no TLS: give --tls-cert and --tls-key, or listen on 127.0.0.1; if a proxy adds TLS, name it \
         with --trust-proxy; to take the risk, give --auth-without-tls"
    )]
    Exposed {
        /// Where they would come in.
        address: ListenAddress,
    },
    /// A reference to nothing.
    #[error("error: there is no `{reference}`{}", near.as_ref().map_or_else(String::new, |near| format!("; did you mean `{near}`?")))]
    Unknown {
        /// As it was given.
        reference: String,
        /// What may have been meant.
        near: Option<String>,
    },
    /// Anything else the system refused.
    #[error("error: cannot {doing}: {}", reason(source))]
    System {
        /// What was being done, such as `start`.
        doing: &'static str,
        /// What the system said.
        source: io::Error,
    },
}

/// The faults, a line each, and what to do about them.
fn render_report(faults: &[RenderFault]) -> String {
    let lines = faults
        .iter()
        .map(|fault| format!("error: cannot render `{}`: {}\n", fault.path, fault.message));
    let count = pluralize(faults.len(), "page");
    lines.collect::<String>()
        + &format!("{count} cannot be rendered; this is a bug in Lectern: please report it\n")
}

/// What the system said, in lower case and without its error number.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::AddrInUse => "address already in use".to_owned(),
        io::ErrorKind::AddrNotAvailable => "this machine has no such address".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::NotFound => "no such folder".to_owned(),
        io::ErrorKind::NotADirectory => "not a folder".to_owned(),
        _ => {
            let text = error.to_string().to_lowercase();
            let (reason, _number) = text.split_once(" (os error").unwrap_or((&text, ""));
            reason.to_owned()
        }
    }
}
