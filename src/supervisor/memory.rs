//! How much memory a process takes, where the platform tells it in a file.

/// Bytes that a process holds in memory; nothing where the platform does not say.
pub(super) fn resident(pid: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    read(&status)
}

fn read(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::{read, resident};

    #[test]
    fn the_platform_tells_in_kilobytes() {
        assert_eq!(read("Name:\tdeqi\nVmRSS:\t  108844 kB\nThreads:\t8\n"), Some(108_844 * 1024));
        assert_eq!(read("Name:\tdeqi\n"), None);
        if cfg!(target_os = "linux") {
            assert!(resident(std::process::id()).is_some_and(|bytes| bytes > 100_000));
        }
    }
}
