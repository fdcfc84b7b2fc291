//! The command `serve`: everything that is there while the site is served.

use std::io::{self, IsTerminal, stderr, stdin, stdout};
use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::available_parallelism;

use lectern::reload::{LoadFailure, Loaded, Loader, Reloader, watched};
use lectern::serve::{
    self, Entrance, Guard, Hangups, Inherited, Limits, ListenAddress, Listener, Live, Options, Tls,
    stop_signal,
};
use lectern::site::BaseUrl;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::{select, spawn};

use crate::cli::ServeArgs;
use crate::failure::Failure;
use crate::{indexing, say, unreadable};

/// Serves the site until somebody stops it.
pub fn serve(mut args: ServeArgs) -> Result<(), Failure> {
    // Before there are other threads.
    let inherited = Inherited::take().map_err(cannot("take the sockets of systemd"))?;
    let source = args.source().unwrap_or_else(|error| error.exit());
    let socket_mode = args.socket_mode().unwrap_or_else(|error| error.exit());
    // What is quickly told comes before the content, which takes longer.
    let guard = args.auth.take().map(Guard::new).transpose()?.map(Arc::new);
    let tls = match (args.tls_cert.take(), args.tls_key.take()) {
        (Some(certificate), Some(key)) => Some(Tls::new(certificate, key)?),
        _ => None,
    };
    let watched = args.watch.then(|| watched(&source)).flatten();
    let loader = Loader {
        source,
        base: args.base_url.take(),
        indexing: indexing(args.noindex || guard.is_some()),
        watched: watched.is_some(),
    };
    let Loaded { site, warnings } = loader.load().map_err(|failure| match failure {
        LoadFailure::Folder(source) => unreadable(&loader.source, source),
        LoadFailure::Content { report, .. } => Failure::Content { report },
        LoadFailure::Site { message } => Failure::Site { message },
    })?;
    let log = serve::log(args.log).map_err(cannot("start"))?;
    for warning in &warnings {
        tracing::warn!("{warning}");
    }
    let runtime = runtime().map_err(cannot("start"))?;
    let path = site.base().map_or("", BaseUrl::path).to_owned();
    let options = Options {
        limits: Limits::default(),
        cache_bytes: u64::from(args.cache_mb) << 20,
    };
    let live = Arc::new(Live::new(
        Arc::new(site),
        &options,
        log.requests(args.log_one_in),
    ));
    let reloader = Reloader::start(loader, Arc::clone(&live), watched).map_err(cannot("start"))?;
    runtime.spawn(log.tell_losses());
    runtime.block_on(async {
        let scheme = if tls.is_some() { "https" } else { "http" };
        let listeners = listeners(inherited, &args.listen, socket_mode)?;
        let entrance = Entrance::new(listeners)
            .inside(tls)
            .guarded(guard.clone())
            .trusting(args.trust_proxy);
        refuse_if_exposed(&entrance, args.auth_without_tls)?;
        let metrics = args.metrics.map(bind_for_metrics).transpose()?;
        // Signals are caught before anyone is told that the server is there to be stopped.
        let (stop, stop_now) = (stop_signal(), second_signal());
        let closed = terminal_closed(Hangups::catch(), reloader, guard);
        for listener in entrance.listeners() {
            say_where(listener, scheme, &path);
        }
        if let Some((listener, address)) = metrics {
            tracing::info!("metrics are at http://{address}/metrics");
            spawn(serve::tell_metrics(Arc::clone(&live), listener));
        }
        serve::tell_ready();
        let stop = async {
            select! {
                () = stop => {}
                () = closed => {}
            }
            serve::tell_stopping();
        };
        select! {
            () = serve::run_live(live, entrance, options.limits, stop) => {}
            () = stop_now => {}
        }
        Ok(())
    })
}

/// Refuses to show passwords to everybody on the way, unless the operator takes that on.
fn refuse_if_exposed(entrance: &Entrance, is_taken_on: bool) -> Result<(), Failure> {
    match entrance
        .exposed()
        .map_err(cannot("tell where it listens"))?
    {
        Some(address) if !is_taken_on => return Err(Failure::Exposed { address }),
        Some(_) => tracing::warn!("everybody on the way can read the passwords"),
        None => {}
    }
    Ok(())
}

/// The sockets of systemd, or else one of our own.
fn listeners(
    inherited: Inherited,
    address: &ListenAddress,
    mode: Option<u32>,
) -> Result<Vec<Listener>, Failure> {
    let listeners = inherited.listeners();
    let listeners = listeners.map_err(cannot("take the sockets of systemd"))?;
    if !listeners.is_empty() {
        return Ok(listeners);
    }
    let listener = serve::bind(address, mode).map_err(|source| Failure::Listen {
        address: address.clone(),
        option: "--listen",
        source,
    })?;
    Ok(vec![listener])
}

/// Listens for Prometheus, and tells the address where the system chooses the port.
fn bind_for_metrics(address: SocketAddr) -> Result<(TcpListener, SocketAddr), Failure> {
    let listener = serve::bind_tcp(address);
    let bound = listener.and_then(|listener| Ok((listener.local_addr()?, listener)));
    let (address, listener) = bound.map_err(|source| Failure::Listen {
        address: ListenAddress::Tcp(address),
        option: "--metrics",
        source,
    })?;
    Ok((listener, address))
}

/// Says where the site is to be found. A full disk is no reason not to serve.
fn say_where(listener: &Listener, scheme: &str, path: &str) {
    let address = match listener.address() {
        Ok(address) => address,
        Err(error) => return tracing::warn!(%error, "cannot tell where the server listens"),
    };
    let place = match &address {
        ListenAddress::Tcp(address) => format!("{scheme}://{address}{path}/"),
        #[cfg(unix)]
        ListenAddress::Unix(_) => address.to_string(),
    };
    if let Err(error) = say(&format!("Lectern is running at {place}")) {
        tracing::warn!(%address, "{}", error.to_string().trim_start_matches("error: "));
    }
}

/// Has the content and the passwords read anew on SIGHUP, and resolves when that came because the terminal was
/// closed on which the program ran from the call on.
fn terminal_closed(
    mut hangups: Hangups,
    reloader: Reloader,
    guard: Option<Arc<Guard>>,
) -> impl Future<Output = ()> {
    let is_on_terminal =
        || stdin().is_terminal() || stdout().is_terminal() || stderr().is_terminal();
    let was_on_terminal = is_on_terminal();
    async move {
        loop {
            hangups.next().await;
            if was_on_terminal && !is_on_terminal() {
                return;
            }
            reloader.reload();
            match guard.as_ref().map(|guard| guard.reload()) {
                Some(Err(error)) => tracing::error!(%error, "the passwords stay as they were"),
                Some(Ok(())) => tracing::info!("the passwords were read anew"),
                None => {}
            }
        }
    }
}

/// Resolves when the user asks a second time: who asks twice does not want to wait.
fn second_signal() -> impl Future<Output = ()> {
    let first = stop_signal();
    async {
        first.await;
        stop_signal().await;
    }
}

/// What the system refused.
fn cannot(doing: &'static str) -> impl Fn(io::Error) -> Failure {
    move |source| Failure::System { doing, source }
}

/// On one core, threads that take requests from each other would only cost time.
fn runtime() -> io::Result<Runtime> {
    let has_one_core = available_parallelism().is_ok_and(|cores| cores.get() == 1);
    let mut builder = if has_one_core {
        Builder::new_current_thread()
    } else {
        Builder::new_multi_thread()
    };
    builder.enable_all().build()
}
