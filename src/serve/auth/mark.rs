//! By what a name and a password are known again without being kept.

use hmac::digest::CtOutput;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// A random key, which lives as long as the process.
pub(super) struct Key(Zeroizing<[u8; 64]>);

/// A hash of a name and a password with the key.
#[derive(Clone)]
pub(super) struct Mark([u8; 32]);

impl Key {
    pub(super) fn new() -> Result<Self, getrandom::Error> {
        let mut key = Zeroizing::new([0; 64]);
        getrandom::fill(key.as_mut_slice())?;
        Ok(Self(key))
    }

    /// The mark of a name and a password, or of a name alone.
    pub(super) fn mark(&self, name: &str, password: Option<&[u8]>) -> Mark {
        let mut hash = Hmac::<Sha256>::new((&*self.0).into());
        hash.update(&name.len().to_le_bytes());
        hash.update(name.as_bytes());
        hash.update(&[u8::from(password.is_some())]);
        hash.update(password.unwrap_or_default());
        Mark(hash.finalize().into_bytes().into())
    }
}

impl Mark {
    /// Whether two are the same, which takes the same time whatever they are.
    pub(super) fn is(&self, other: &Self) -> bool {
        let output = |mark: &Self| CtOutput::<Hmac<Sha256>>::from(&mark.0.into());
        output(self) == output(other)
    }

    /// A number below `count`.
    pub(super) fn choose(&self, count: usize) -> usize {
        let [first, second, ..] = self.0;
        let number = usize::from(u16::from_le_bytes([first, second]));
        number % count.max(1)
    }
}
