//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::builder::BoolishValueParser;
use clap::{Args, Parser, Subcommand};
use lectern::content::Source;
use lectern::serve::LogFormat;
use lectern::site::BaseUrl;

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
    Check(ContentArgs),
    /// Print the SHA-256 of the words of a document, section, paragraph or epigraph.
    Hash(HashArgs),
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

/// How the site is served.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// Address and port to listen on; port 0 picks a free one.
    #[arg(
        long,
        value_name = "ADDRESS",
        default_value = "127.0.0.1:8080",
        env = "LECTERN_LISTEN",
        value_parser = address
    )]
    pub listen: SocketAddr,
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
    /// Memory to spend on keeping rendered pages, in MiB.
    #[arg(
        long,
        value_name = "MIB",
        default_value_t = 256,
        env = "LECTERN_CACHE_MB"
    )]
    pub cache_mb: u32,
    /// What is served.
    #[command(flatten)]
    pub content: ContentArgs,
}

/// Which content is meant.
#[derive(Debug, Args)]
pub struct ContentArgs {
    /// Folder to read the content from, instead of the content built in.
    #[arg(long, value_name = "DIR", env = "LECTERN_CONTENT")]
    content: Option<PathBuf>,
}

impl Cli {
    /// What is to be done: without a subcommand, to serve.
    pub fn command(self) -> Command {
        self.command.unwrap_or(Command::Serve(self.serve))
    }
}

impl ContentArgs {
    /// The content that was asked for.
    pub fn source(self) -> Source {
        self.content.map_or(Source::Embedded, Source::Folder)
    }
}

fn address(text: &str) -> Result<SocketAddr, &'static str> {
    text.parse()
        .map_err(|_| "not an address and a port, such as 127.0.0.1:8080 or [::1]:8080")
}
