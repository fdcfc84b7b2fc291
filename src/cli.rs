//! The command line.

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;

use clap::builder::BoolishValueParser;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use lectern::adoption::Adoption;
use lectern::content::{AdoptOptions, Source};
use lectern::library::{Date, Slug};
use lectern::serve::{ListenAddress, LogFormat, TrustedProxy};
use lectern::site::BaseUrl;
use regex::Regex;

/// A web site for reading texts closely, side by side.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    // Without a subcommand these are taken for those of `serve`.
    #[command(flatten)]
    serve: ServeArgs,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the site (the default).
    Serve(ServeArgs),
    /// Check the content and report everything that is wrong with it.
    Check(CheckArgs),
    /// Write the site as files for a web server or a host of static sites.
    Export(ExportArgs),
    /// Print the SHA-256 of the words of a document, section, paragraph or epigraph.
    Hash(HashArgs),
    /// Make a new site that can be served.
    New(NewArgs),
    /// Turn Markdown files, as they are found, into documents of a content folder.
    Adopt(AdoptArgs),
}

/// Where the site is written, and how.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The folder, which must be empty, hold an earlier export, or not exist yet.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Web address at which readers find the site; if it has a path, links lead below it.
    #[arg(long, value_name = "URL", env = "LECTERN_BASE_URL")]
    pub base_url: Option<BaseUrl>,
    /// Ask search engines to leave out the whole site.
    #[arg(long, env = "LECTERN_NOINDEX", value_parser = BoolishValueParser::new())]
    pub noindex: bool,
    /// Leave it to the web server to compress.
    #[arg(long)]
    pub uncompressed: bool,
    /// Index the words with Pagefind, so that readers can search the copy in their browser. PROGRAM is its path,
    /// where it is not in PATH.
    #[arg(
        long,
        value_name = "PROGRAM",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "pagefind"
    )]
    pub pagefind: Option<PathBuf>,
    /// What is exported.
    #[command(flatten)]
    pub content: ContentArgs,
}

/// Of what words the hash is printed.
#[derive(Debug, Args)]
pub struct HashArgs {
    /// References, such as `strategy`, `strategy/II.2` or `strategy/II.2.p3`.
    #[arg(required = true, value_name = "REFERENCE")]
    pub references: Vec<String>,
    /// Print the words themselves, as they are hashed.
    #[arg(long)]
    pub words: bool,
    /// Whose words.
    #[command(flatten)]
    pub content: ContentArgs,
}

/// Where a new site is made.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// The folder of the site, which must be empty or not exist yet.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

/// Which texts are adopted, and where.
#[derive(Debug, Args)]
pub struct AdoptArgs {
    /// Files of Markdown, with front matter in YAML, in TOML or with none.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The content folder; where there is no site yet, one is made.
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// The id of the document, which otherwise comes from the name of the file; for one file only.
    #[arg(long, value_parser = id)]
    id: Option<Slug>,
    /// Make a section of every paragraph that begins like this, such as `^第.+条`.
    #[arg(long, value_name = "REGEX", value_parser = pattern)]
    sections: Option<Regex>,
    /// Show what would be written, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

impl AdoptArgs {
    /// What is to be done.
    ///
    /// # Errors
    /// Where one id is given to several files.
    pub fn adoption(self, today: Date) -> Result<Adoption, clap::Error> {
        if self.id.is_some() && self.files.len() > 1 {
            let message = "--id names one document, but there are several files";
            return Err(
                <Cli as CommandFactory>::command().error(ErrorKind::ArgumentConflict, message)
            );
        }
        Ok(Adoption {
            sources: self.files,
            into: self.into,
            options: AdoptOptions {
                id: self.id,
                sections: self.sections,
            },
            today,
        })
    }
}

/// What is checked, and how the outcome is told.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// How diagnostics are written; `json` and `github` go to standard output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = ReportFormat::Human)]
    pub format: ReportFormat,
    /// What is checked.
    #[command(flatten)]
    pub content: ContentArgs,
}

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people, with excerpts.
    Human,
    /// For editors and code hosts: SARIF 2.1.0.
    Json,
    /// For GitHub's workflows: a command for each.
    Github,
}

/// How the site is served.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// Address and port to listen on (port 0 picks a free one), or `unix:/run/lectern.sock`. Sockets
    /// that systemd hands over take precedence.
    #[arg(
        long,
        value_name = "ADDRESS",
        default_value = "127.0.0.1:8080",
        env = "LECTERN_LISTEN"
    )]
    pub listen: ListenAddress,
    /// Permissions of a Unix socket, such as 660; otherwise the umask decides.
    #[arg(long, value_name = "MODE", env = "LECTERN_SOCKET_MODE", value_parser = mode)]
    socket_mode: Option<u32>,
    /// Ask for a name and a password. The file has bcrypt hashes, as `htpasswd -B` writes them. Search engines
    /// do not list such a site.
    #[arg(long, value_name = "FILE", env = "LECTERN_AUTH")]
    pub auth: Option<PathBuf>,
    /// Take passwords from other machines without TLS, though everybody on the way can read them.
    #[arg(
        long,
        env = "LECTERN_AUTH_WITHOUT_TLS",
        value_parser = BoolishValueParser::new()
    )]
    pub auth_without_tls: bool,
    /// Speak HTTPS, with the certificate in this file (PEM, followed by its chain), which is read again when it
    /// changes.
    #[arg(
        long,
        value_name = "FILE",
        env = "LECTERN_TLS_CERT",
        requires = "tls_key"
    )]
    pub tls_cert: Option<PathBuf>,
    /// The private key of the certificate (PEM).
    #[arg(
        long,
        value_name = "FILE",
        env = "LECTERN_TLS_KEY",
        requires = "tls_cert"
    )]
    pub tls_key: Option<PathBuf>,
    /// A proxy to believe about the scheme and host that readers asked for (`X-Forwarded-Proto`,
    /// `X-Forwarded-Host`, `Forwarded`): its address, its network, or `unix` for whoever connects to a Unix socket.
    #[arg(
        long,
        value_name = "NETWORK",
        env = "LECTERN_TRUST_PROXY",
        value_delimiter = ','
    )]
    pub trust_proxy: Vec<TrustedProxy>,
    /// Web address at which readers find the site; if it has a path, the site is served below it.
    #[arg(long, value_name = "URL", env = "LECTERN_BASE_URL")]
    pub base_url: Option<BaseUrl>,
    /// Ask search engines to leave out the whole site.
    #[arg(
        long,
        env = "LECTERN_NOINDEX",
        value_parser = BoolishValueParser::new()
    )]
    pub noindex: bool,
    /// Format of the log.
    #[arg(
        long,
        value_name = "FORMAT",
        value_enum,
        default_value_t = LogFormat::Text,
        env = "LECTERN_LOG"
    )]
    pub log: LogFormat,
    /// Log one request in so many, and every request that fails with a server error.
    #[arg(
        long,
        value_name = "N",
        default_value_t = NonZeroU32::MIN,
        env = "LECTERN_LOG_ONE_IN"
    )]
    pub log_one_in: NonZeroU32,
    /// Memory to spend on keeping rendered pages, in MiB.
    #[arg(
        long,
        value_name = "MIB",
        default_value_t = 256,
        env = "LECTERN_CACHE_MB"
    )]
    pub cache_mb: u32,
    /// Read the content folder anew when a file in it changes, and have open pages show the change.
    /// Content that has errors changes nothing. SIGHUP has the folder read anew in any case.
    #[arg(long, env = "LECTERN_WATCH", value_parser = BoolishValueParser::new())]
    pub watch: bool,
    /// Address and port for Prometheus, which reads /metrics there. Readers should not be able to reach it.
    #[arg(long, value_name = "ADDRESS", env = "LECTERN_METRICS", value_parser = address)]
    pub metrics: Option<SocketAddr>,
    /// What is served.
    #[command(flatten)]
    pub content: ContentArgs,
}

impl ServeArgs {
    /// The content that is served.
    ///
    /// # Errors
    /// Where content is to be watched that cannot change.
    pub fn source(&self) -> Result<Source, clap::Error> {
        let source = self.content.clone().source();
        if self.watch && source == Source::Embedded {
            let message = "--watch needs --content DIR: the content built in does not change";
            return Err(<Cli as CommandFactory>::command()
                .error(ErrorKind::MissingRequiredArgument, message));
        }
        Ok(source)
    }

    /// The permissions of its socket.
    ///
    /// # Errors
    /// Where there are some, and no socket to have them.
    pub fn socket_mode(&self) -> Result<Option<u32>, clap::Error> {
        if self.socket_mode.is_some() && matches!(self.listen, ListenAddress::Tcp(_)) {
            let message = "--socket-mode is for a Unix socket: --listen unix:/run/lectern.sock";
            return Err(
                <Cli as CommandFactory>::command().error(ErrorKind::ArgumentConflict, message)
            );
        }
        Ok(self.socket_mode)
    }
}

/// Which content is meant.
#[derive(Debug, Clone, Args)]
pub struct ContentArgs {
    /// Folder to read the content from, instead of the content built in.
    #[arg(long, value_name = "DIR", env = "LECTERN_CONTENT")]
    content: Option<PathBuf>,
}

impl Cli {
    /// What is to be done: without a subcommand, to serve.
    pub fn what(self) -> Command {
        self.command.unwrap_or(Command::Serve(self.serve))
    }
}

impl ContentArgs {
    /// The content that was asked for.
    pub fn source(self) -> Source {
        self.content.map_or(Source::Embedded, Source::Folder)
    }
}

fn mode(text: &str) -> Result<u32, &'static str> {
    let mode = u32::from_str_radix(text, 8).ok();
    mode.filter(|mode| *mode <= 0o777)
        .ok_or("not a mode in octal digits, such as 660")
}

fn address(text: &str) -> Result<SocketAddr, &'static str> {
    text.parse()
        .map_err(|_| "not an address and a port, such as 127.0.0.1:9100 or [::1]:9100")
}

fn id(text: &str) -> Result<Slug, &'static str> {
    Slug::parse(text).ok_or("not an id: lower-case letters `a` to `z`, digits and single hyphens")
}

fn pattern(text: &str) -> Result<Regex, String> {
    Regex::new(text).map_err(|error| error.to_string())
}
