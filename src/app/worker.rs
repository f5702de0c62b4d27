//! Work in a thread of its own, one piece at a time: however often a visitor starts and stops it, it never piles up.

use std::fmt;
use std::thread::JoinHandle;

type Work = Box<dyn FnOnce() + Send>;

/// One thread at most, and the newest piece of work that waits for it.
#[derive(Default)]
pub(super) struct Worker {
    running: Option<JoinHandle<()>>,
    next: Option<Work>,
}

impl fmt::Debug for Worker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Worker").field("running", &self.running).field("waits", &self.next.is_some()).finish()
    }
}

impl Worker {
    /// Does something soon. What waited before it is no longer wanted.
    pub(super) fn work(&mut self, work: impl FnOnce() + Send + 'static) {
        self.next = Some(Box::new(work));
        self.tend();
    }

    /// Does not do what waits.
    pub(super) fn give_up(&mut self) {
        self.next = None;
    }

    /// Begins what waits once the work before it has ended. Whether something still waits.
    pub(super) fn tend(&mut self) -> bool {
        if self.running.as_ref().is_none_or(JoinHandle::is_finished) {
            self.running = self.next.take().map(std::thread::spawn);
        }
        self.next.is_some()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc::channel;
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use super::Worker;

    #[test]
    fn whoever_starts_and_stops_without_end_keeps_one_thread_busy_and_gets_the_last() {
        let (at_once, most, done) =
            (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(Vec::new())));
        let (go, wait) = channel::<()>();
        let mut wait = Some(wait);
        let mut worker = Worker::default();
        for number in 0..20 {
            let (at_once, most, done) = (Arc::clone(&at_once), Arc::clone(&most), Arc::clone(&done));
            // The first takes until all were asked for.
            let wait = wait.take();
            worker.work(move || {
                most.fetch_max(at_once.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                if let Some(wait) = wait {
                    wait.recv().unwrap();
                }
                done.lock().unwrap().push(number);
                at_once.fetch_sub(1, Ordering::SeqCst);
            });
        }
        worker.give_up();
        assert!(!worker.tend(), "what is given up does not wait");
        let last = Arc::clone(&done);
        worker.work(move || last.lock().unwrap().push(20));
        assert!(worker.tend(), "the last waits for the first");
        go.send(()).unwrap();
        for _ in 0..1000 {
            worker.tend();
            if done.lock().unwrap().len() == 2 {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        assert_eq!((most.load(Ordering::SeqCst), done.lock().unwrap().clone()), (1, vec![0, 20]));
    }
}
