//! The file by which a socket is found.

use std::fs::{Permissions, remove_file, set_permissions, symlink_metadata};
use std::io::{Error, ErrorKind, Result};
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt};
use std::os::unix::net::UnixStream as Probe;
use std::path::{Path, PathBuf};

use tokio::net::{UnixListener, UnixSocket};

/// A socket's file, which goes when the server does.
#[derive(Debug)]
pub(in crate::serve) struct SocketFile {
    path: PathBuf,
    /// Which file it is: another server may have put its own in the place.
    device: u64,
    inode: u64,
}

impl SocketFile {
    fn at(path: &Path) -> Result<Self> {
        let known = symlink_metadata(path)?;
        Ok(Self {
            path: path.to_owned(),
            device: known.dev(),
            inode: known.ino(),
        })
    }
}

impl Drop for SocketFile {
    fn drop(&mut self) {
        let is_ours = symlink_metadata(&self.path)
            .is_ok_and(|known| known.dev() == self.device && known.ino() == self.inode);
        if is_ours && let Err(error) = remove_file(&self.path) {
            tracing::warn!(path = %self.path.display(), %error, "cannot remove the socket");
        }
    }
}

/// Begins to listen at a path, with these permissions or else those that the umask leaves.
///
/// Nobody gets in before they are set: who connects to a socket that does not listen yet is refused.
///
/// # Errors
/// If somebody listens there, if what is there is no socket, or what the system says.
pub(in crate::serve) fn listen_at(
    path: &Path,
    mode: Option<u32>,
    backlog: u32,
) -> Result<(UnixListener, SocketFile)> {
    clear(path)?;
    let socket = UnixSocket::new_stream()?;
    socket.bind(path)?;
    let file = SocketFile::at(path)?;
    if let Some(mode) = mode {
        set_permissions(path, Permissions::from_mode(mode))?;
    }
    Ok((socket.listen(backlog)?, file))
}

/// Removes the socket of a server that is gone.
fn clear(path: &Path) -> Result<()> {
    let Ok(known) = symlink_metadata(path) else {
        return Ok(());
    };
    if !known.file_type().is_socket() {
        let message = "something that is no socket is there";
        return Err(Error::new(ErrorKind::AlreadyExists, message));
    }
    match Probe::connect(path) {
        Err(error) if error.kind() == ErrorKind::ConnectionRefused => remove_file(path),
        Err(error) => Err(error),
        Ok(_) => Err(ErrorKind::AddrInUse.into()),
    }
}
