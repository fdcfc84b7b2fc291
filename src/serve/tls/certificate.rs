//! A certificate and its private key, as they stand in files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use thiserror::Error;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::pem::{Error as PemError, PemObject};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::sign::CertifiedKey;
use tokio_rustls::rustls::{Error as RustlsError, InconsistentKeys};
use zeroize::Zeroizing;

use crate::serve::files::{ReadError, read};

/// How a key begins that cannot be read without a password.
const LOCKED: &[u8] = b"BEGIN ENCRYPTED PRIVATE KEY";

/// Why a certificate and a key cannot be used.
#[derive(Debug, Error)]
pub enum TlsError {
    /// A file cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// What should be PEM is none.
    #[error("`{}` is no sound PEM: {why}", file.display())]
    Malformed {
        /// As it was given.
        file: PathBuf,
        /// What is wrong.
        why: String,
    },
    /// PEM without a certificate.
    #[error(
        "`{}` holds no certificate, which would begin with `-----BEGIN CERTIFICATE-----`",
        file.display()
    )]
    NoCertificate {
        /// As it was given.
        file: PathBuf,
    },
    /// PEM without a private key.
    #[error(
        "`{}` holds no private key, which would begin with `-----BEGIN PRIVATE KEY-----`",
        file.display()
    )]
    NoKey {
        /// As it was given.
        file: PathBuf,
    },
    /// A key that needs a password.
    #[error(
        "the private key in `{path}` is locked with a password; unlock it with: openssl pkey -in {path} \
         -out NEW",
        path = file.display()
    )]
    LockedKey {
        /// As it was given.
        file: PathBuf,
    },
    /// The key is another's.
    #[error(
        "the private key in `{}` does not belong to the certificate in `{}`, which has to be the first \
         of its file",
        key.display(),
        certificate.display()
    )]
    Mismatch {
        /// As it was given.
        certificate: PathBuf,
        /// As it was given.
        key: PathBuf,
    },
    /// They are of a kind that is not known.
    #[error("the certificate in `{}` cannot be used with its key: {why}", certificate.display())]
    Unusable {
        /// As it was given.
        certificate: PathBuf,
        /// What is wrong.
        why: RustlsError,
    },
    /// TLS itself cannot be set up.
    #[error("cannot set up TLS: {0}")]
    Setup(RustlsError),
}

/// Where they stand.
#[derive(Debug)]
pub(super) struct Files {
    pub(super) certificate: PathBuf,
    pub(super) key: PathBuf,
}

/// What the files held when they were last read.
pub(super) struct Contents {
    certificate: Vec<u8>,
    key: Zeroizing<Vec<u8>>,
}

impl Files {
    pub(super) fn read(&self) -> Result<Contents, TlsError> {
        Ok(Contents {
            certificate: read("the certificate", &self.certificate)?,
            key: Zeroizing::new(read("the private key", &self.key)?),
        })
    }

    /// The certificate, with those that vouch for it, and its key.
    pub(super) fn parse(&self, contents: &Contents) -> Result<Arc<CertifiedKey>, TlsError> {
        let chain = self.chain(&contents.certificate)?;
        let key = self.key(&contents.key)?;
        let certified = CertifiedKey::from_der(chain, key, &default_provider());
        let certified = certified.map_err(|error| match error {
            RustlsError::InconsistentKeys(InconsistentKeys::KeyMismatch) => TlsError::Mismatch {
                certificate: self.certificate.clone(),
                key: self.key.clone(),
            },
            why => TlsError::Unusable {
                certificate: self.certificate.clone(),
                why,
            },
        })?;
        Ok(Arc::new(certified))
    }

    fn chain(&self, pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, TlsError> {
        let chain: Result<Vec<_>, PemError> = CertificateDer::pem_slice_iter(pem).collect();
        let chain = chain.map_err(|error| malformed(&self.certificate, &error))?;
        if chain.is_empty() {
            return Err(TlsError::NoCertificate {
                file: self.certificate.clone(),
            });
        }
        Ok(chain)
    }

    fn key(&self, pem: &[u8]) -> Result<PrivateKeyDer<'static>, TlsError> {
        let file = || self.key.clone();
        PrivateKeyDer::from_pem_slice(pem).map_err(|error| match error {
            PemError::NoItemsFound if pem.windows(LOCKED.len()).any(|part| part == LOCKED) => {
                TlsError::LockedKey { file: file() }
            }
            PemError::NoItemsFound => TlsError::NoKey { file: file() },
            error => malformed(&self.key, &error),
        })
    }
}

impl Contents {
    /// By which it is told whether they have changed.
    pub(super) fn hash(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        for part in [&self.certificate, &*self.key] {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        hash.finalize().into()
    }
}

fn malformed(file: &Path, error: &PemError) -> TlsError {
    let why = match error {
        PemError::MissingSectionEnd { .. } => "a section has no `-----END …-----`".to_owned(),
        PemError::IllegalSectionStart { .. } => "a section begins with a broken line".to_owned(),
        PemError::Base64Decode(_) => "a section is not base64".to_owned(),
        other => other.to_string(),
    };
    TlsError::Malformed {
        file: file.to_owned(),
        why,
    }
}
