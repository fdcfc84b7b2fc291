//! The `lectern` program: reads the command line, calls the library, and chooses the exit code.

mod cli;
mod failure;

use std::fs::read_dir;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use lectern::check::{load_valid, render_all, site_of};
use lectern::content::{self, Source};
use lectern::library::Library;
use lectern::library::near::nearest;
use lectern::serve::{self, Limits, Options, stop_signal};
use lectern::site::{BaseUrl, FixedWords, Indexing, Site};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::select;

use crate::cli::{Cli, Command, ContentArgs, HashArgs, ServeArgs};
use crate::failure::Failure;

/// 0 if all went well, 1 if the content or the system is at fault; clap ends with 2 on bad usage.
fn main() -> ExitCode {
    let outcome = match Cli::parse().command() {
        Command::Serve(args) => serve(args),
        Command::Check(args) => check(args),
        Command::Hash(args) => hash(args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Whoever closed standard error does not want to know.
            let _ = writeln!(stderr(), "{}", failure.to_string().trim_end());
            ExitCode::FAILURE
        }
    }
}

fn check(args: ContentArgs) -> Result<(), Failure> {
    let library = valid_library(&args.source())?;
    let summary = library.summary();
    let faults = render_all(&site(library, None)?);
    if !faults.is_empty() {
        return Err(Failure::Render { faults });
    }
    say(&format!("the content is sound: {summary}"))
}

/// A line for each reference, as `sha256sum` writes it; or the words, with nothing added.
fn hash(args: HashArgs) -> Result<(), Failure> {
    let library = valid_library(&args.content.source())?;
    let found: Result<Vec<_>, Failure> = args
        .references
        .iter()
        .map(|reference| {
            let words = FixedWords::parse(&library, reference);
            words.ok_or_else(|| unknown(&library, reference))
        })
        .collect();
    for (words, reference) in found?.into_iter().zip(&args.references) {
        if args.words {
            print(&words.text(&library))?;
        } else {
            print(&format!("{}  {reference}\n", words.sha256(&library)))?;
        }
    }
    Ok(())
}

fn unknown(library: &Library, reference: &str) -> Failure {
    let documents = library
        .documents()
        .iter()
        .map(|document| document.slug.to_string());
    let all = documents.chain(library.references().map(ToString::to_string));
    let all: Vec<String> = all.collect();
    Failure::Unknown {
        reference: reference.to_owned(),
        near: nearest(reference, all.iter().map(String::as_str)).map(str::to_owned),
    }
}

fn serve(args: ServeArgs) -> Result<(), Failure> {
    let library = valid_library(&args.content.source())?;
    let indexing = if args.noindex {
        Indexing::Refused
    } else {
        Indexing::Allowed
    };
    let site = site(library, args.base_url)?.with_indexing(indexing);
    let site = Arc::new(site);
    let _log = serve::log(args.log);
    let runtime = Runtime::new().map_err(|source| Failure::System {
        doing: "start",
        source,
    })?;
    let options = Options {
        limits: Limits::default(),
        cache_bytes: u64::from(args.cache_mb) << 20,
    };
    runtime.block_on(serve_site(site, args.listen, options))
}

async fn serve_site(
    site: Arc<Site>,
    address: std::net::SocketAddr,
    options: Options,
) -> Result<(), Failure> {
    let at_address = |source| Failure::Listen { address, source };
    let listener = TcpListener::bind(address).await.map_err(at_address)?;
    let address = listener.local_addr().map_err(at_address)?;
    // Signals are caught before anyone is told that the server is there to be stopped.
    let (stop, stop_now) = (stop_signal(), second_signal());
    let path = site.base().map_or("", BaseUrl::path);
    say(&format!("Lectern is running at http://{address}{path}/"))?;
    select! {
        () = serve::run(site, listener, options, stop) => {}
        () = stop_now => {}
    }
    Ok(())
}

/// Resolves when the user asks a second time: who asks twice does not want to wait.
fn second_signal() -> impl Future<Output = ()> {
    let first = stop_signal();
    async {
        first.await;
        stop_signal().await;
    }
}

/// The library, if there is nothing wrong with its content.
fn valid_library(source: &Source) -> Result<Library, Failure> {
    if let Source::Folder(folder) = source {
        read_dir(folder).map_err(|source| Failure::Folder {
            folder: folder.clone(),
            source,
        })?;
    }
    let files = content::read(source);
    load_valid(&files).map_err(|diagnostics| Failure::Content {
        report: content::report(&files, &diagnostics),
    })
}

fn site(library: Library, base: Option<BaseUrl>) -> Result<Site, Failure> {
    site_of(library, base).map_err(|message| Failure::Site { message })
}

/// One line on standard output, at once: a script may be waiting for it.
fn say(line: &str) -> Result<(), Failure> {
    print(&format!("{line}\n"))
}

fn print(text: &str) -> Result<(), Failure> {
    let mut out = stdout();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|source| Failure::System {
            doing: "write to standard output",
            source,
        })
}
