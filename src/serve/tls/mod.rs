//! TLS of the server's own, with a certificate that may be replaced while it runs.

mod certificate;
mod stream;

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::task::spawn_blocking;
use tokio::time::sleep;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::{Ticketer, default_provider};
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;

use certificate::Files;
use stream::{HTTP_1, HTTP_2};

pub use certificate::TlsError;
pub(super) use stream::SecureStream;

/// How often the files are looked at.
const LOOK: Duration = Duration::from_secs(10);

/// How much of an answer waits inside TLS for a client that does not take it.
const UNSENT_BYTES: usize = 16 * 1024;

/// TLS with a certificate of files.
#[derive(Clone)]
pub struct Tls {
    acceptor: TlsAcceptor,
    certificate: Arc<Certificate>,
}

/// The certificate that is shown.
#[derive(Debug)]
struct Certificate {
    files: Files,
    shown: RwLock<Arc<CertifiedKey>>,
    /// The hash of what the files held when they were last read, of whatever use that was.
    seen: RwLock<[u8; 32]>,
}

impl Tls {
    /// With the certificate and the private key of these files.
    ///
    /// # Errors
    /// If they cannot be read or do not belong together.
    pub fn new(certificate: PathBuf, key: PathBuf) -> Result<Self, TlsError> {
        let files = Files { certificate, key };
        let contents = files.read()?;
        let certificate = Arc::new(Certificate {
            shown: RwLock::new(files.parse(&contents)?),
            seen: RwLock::new(contents.hash()),
            files,
        });
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()));
        let config = config.with_safe_default_protocol_versions();
        let mut config = config
            .map_err(TlsError::Setup)?
            .with_no_client_auth()
            .with_cert_resolver(Arc::clone(&certificate) as Arc<dyn ResolvesServerCert>);
        config.alpn_protocols = vec![HTTP_2.to_vec(), HTTP_1.to_vec()];
        config.ticketer = Ticketer::new().map_err(TlsError::Setup)?;
        Ok(Self {
            acceptor: Arc::new(config).into(),
            certificate,
        })
    }

    /// Reads the files again, and says whether they have changed since they were last read. Where they are
    /// of no use, the certificate stays that is shown.
    ///
    /// # Errors
    /// If the files have changed and cannot be used.
    pub fn reload(&self) -> Result<bool, TlsError> {
        self.certificate.reload()
    }

    /// Takes up new files as they come, for as long as it is polled.
    pub(super) async fn follow_files(&self) {
        let mut told = None;
        loop {
            sleep(LOOK).await;
            let certificate = Arc::clone(&self.certificate);
            let reloaded = spawn_blocking(move || certificate.reload()).await;
            match reloaded.unwrap_or(Ok(false)) {
                Ok(true) => {
                    told = None;
                    tracing::info!("the certificate is replaced");
                }
                Ok(false) => {}
                Err(error) => {
                    let error = Some(error.to_string());
                    if error != told {
                        tracing::warn!(error, "the certificate is not replaced");
                        told = error;
                    }
                }
            }
        }
    }

    /// Agrees with a client on a secret.
    pub(super) async fn accept<S>(&self, stream: S) -> io::Result<SecureStream<S>>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let limited = self.acceptor.accept_with(stream, |connection| {
            connection.set_buffer_limit(Some(UNSENT_BYTES));
        });
        Ok(SecureStream(limited.await?))
    }
}

impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tls")
            .field("files", &self.certificate.files)
            .finish_non_exhaustive()
    }
}

impl Certificate {
    fn reload(&self) -> Result<bool, TlsError> {
        let contents = self.files.read()?;
        let hash = contents.hash();
        {
            let mut seen = self.seen.write().unwrap_or_else(PoisonError::into_inner);
            if *seen == hash {
                return Ok(false);
            }
            *seen = hash;
        }
        let certified = self.files.parse(&contents)?;
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = certified;
        Ok(true)
    }
}

impl ResolvesServerCert for Certificate {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let shown = self.shown.read().unwrap_or_else(PoisonError::into_inner);
        Some(Arc::clone(&shown))
    }
}
