//! An nginx of one's own, in a folder that goes with it.

use std::fs;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

pub struct Nginx {
    pub address: SocketAddr,
    folder: PathBuf,
    process: Child,
}

impl Nginx {
    /// Runs with these servers. In their text `LISTEN` is the address that it gets, and `LOGS` the folder of its
    /// logs. With `default` it also has the log that it writes by itself.
    pub fn start(servers: &str, default: bool) -> Self {
        let address = free();
        let folder = std::env::temp_dir().join(format!(
            "gutcheck-nginx-{}-{}",
            std::process::id(),
            address.port()
        ));
        fs::create_dir_all(&folder).unwrap();
        let logs = folder.display().to_string();
        let servers = servers
            .replace("LISTEN", &address.to_string())
            .replace("LOGS", &logs);
        let log = if default {
            format!("access_log {logs}/access.log; error_log {logs}/error.log;")
        } else {
            String::new()
        };
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path {logs}/{kind};"))
            .concat();
        let user = if fs::metadata("/proc/self").is_ok_and(|own| owner(&own) == 0) {
            "user root;"
        } else {
            ""
        };
        let config = format!(
            "{user} daemon off; pid {logs}/pid; error_log {logs}/start.log; events {{}} \
             http {{ {temporary} {log}\n{servers}\n}}"
        );
        let file = folder.join("nginx.conf");
        fs::write(&file, config).unwrap();
        let process = Command::new(program())
            .args(["-p", &logs, "-e", &format!("{logs}/start.log"), "-c"])
            .arg(&file)
            .spawn()
            .unwrap();
        let started = Self {
            address,
            folder,
            process,
        };
        started.wait();
        started
    }

    fn wait(&self) {
        let begun = Instant::now();
        while TcpStream::connect(self.address).is_err() {
            let said = self.log("start.log");
            assert!(begun.elapsed() < Duration::from_secs(20), "{said}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// What stands in one of its logs.
    pub fn log(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(name)).unwrap_or_default()
    }

    /// What stands in all files that it wrote, besides its settings.
    pub fn everything(&self) -> String {
        let files = fs::read_dir(&self.folder).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        let logs = names.filter(|name| name.ends_with(".log"));
        logs.map(|name| self.log(&name)).collect()
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Asked to end, so that it ends its workers as well.
        let pid = self.process.id().to_string();
        let _ = Command::new("kill").args(["-TERM", &pid]).status();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn owner(file: &fs::Metadata) -> u32 {
    std::os::unix::fs::MetadataExt::uid(file)
}

/// Debian keeps it where only root looks.
fn program() -> &'static str {
    ["/usr/sbin/nginx", "/usr/local/sbin/nginx"]
        .into_iter()
        .find(|path| fs::exists(path).is_ok_and(|there| there))
        .unwrap_or("nginx")
}

/// An address of this machine at which nobody listens.
pub fn free() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap()
}
