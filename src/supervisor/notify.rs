//! Tells systemd that all is well, by datagrams to the socket that it names. Elsewhere it tells nobody.

/// Where to tell it.
#[derive(Debug, Default)]
pub(super) struct Notify {
    #[cfg(target_os = "linux")]
    socket: Option<(std::os::unix::net::UnixDatagram, std::os::unix::net::SocketAddr)>,
    is_ready: bool,
}

impl Notify {
    /// The socket of this name: a path, or an abstract one after `@`.
    #[cfg(target_os = "linux")]
    pub(super) fn to(name: Option<&str>) -> Self {
        use std::os::linux::net::SocketAddrExt as _;
        use std::os::unix::net::{SocketAddr, UnixDatagram};
        let address = |name: &str| match name.strip_prefix('@') {
            Some(name) => SocketAddr::from_abstract_name(name).ok(),
            None => SocketAddr::from_pathname(name).ok(),
        };
        let socket = name.and_then(address).and_then(|to| Some((UnixDatagram::unbound().ok()?, to)));
        Self { socket, is_ready: false }
    }

    /// Nowhere.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn to(_name: Option<&str>) -> Self {
        Self::default()
    }

    /// Says that the service has started; only the first time is one.
    pub(super) fn say_ready(&mut self) {
        if !self.is_ready {
            self.is_ready = true;
            self.say("READY=1");
        }
    }

    /// Sends some words, such as `WATCHDOG=1`.
    #[cfg(target_os = "linux")]
    pub(super) fn say(&self, words: &str) {
        if let Some((socket, to)) = &self.socket {
            // If it is not heard, systemd starts everything anew, which is what it is for.
            let _unheard = socket.send_to_addr(words.as_bytes(), to);
        }
    }

    /// Says it to nobody.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn say(&self, _words: &str) {}
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::os::linux::net::SocketAddrExt as _;
    use std::os::unix::net::{SocketAddr, UnixDatagram};

    use super::Notify;

    #[test]
    fn both_kinds_of_sockets_hear_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notify");
        let abstract_name = format!("deqi-test-{}", std::process::id());
        let address = SocketAddr::from_abstract_name(&abstract_name).unwrap();
        let ears = [UnixDatagram::bind(&path).unwrap(), UnixDatagram::bind_addr(&address).unwrap()];
        for (ear, name) in ears.iter().zip([path.to_str().unwrap().to_owned(), format!("@{abstract_name}")]) {
            Notify::to(Some(&name)).say("WATCHDOG=1");
            let mut heard = [0; 32];
            let length = ear.recv(&mut heard).unwrap();
            assert_eq!(&heard[..length], b"WATCHDOG=1");
        }
        Notify::to(None).say("READY=1");
    }
}
