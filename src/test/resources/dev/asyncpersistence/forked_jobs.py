"""Runs what a file lists, each in a process and directory of its own, but the processes are copies of one that has loaded what all of them need."""

import os
import signal
import subprocess
import sys
import time

# How long a job that was told to end may take for it.
GRACE_SECONDS = 5


class Fork:
    """A copy of this process, which need not load its modules again. To be used as a `subprocess.Popen` is."""

    def __init__(self):
        self.pid = os.fork()

    def poll(self):
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        return os.waitstatus_to_exitcode(status) if pid else None

    def terminate(self):
        # On this signal the development mode prints what each thread is doing.
        os.kill(self.pid, signal.SIGABRT)

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)


class Job:
    """A directory, arguments for the script that runs in it, and the process that does so."""

    def __init__(self, line):
        self.directory, *self.arguments = line.split("\t")
        self.is_late = False

    def start(self, seconds):
        """Returns a second time, and true, in a process that is to do the job."""
        self.deadline = time.monotonic() + seconds
        self.process = Fork() if hasattr(os, "fork") else self.interpreter()
        return self.process.pid == 0

    def interpreter(self):
        command = sys.orig_argv[: sys.orig_argv.index("--all")] + self.arguments
        with self.create("output.txt") as output, self.create("errors.txt") as errors:
            return subprocess.Popen(command, cwd=self.directory, stdout=output, stderr=errors)

    def enter(self):
        """Makes of this process what `interpreter` would have started."""
        for name, descriptor in ("output.txt", 1), ("errors.txt", 2):
            with self.create(name) as file:
                os.dup2(file.fileno(), descriptor)
        os.chdir(self.directory)
        sys.argv[1:] = self.arguments

    def has_ended(self):
        status = self.process.poll()
        if status is not None:
            self.report(status)
        elif time.monotonic() > self.deadline:
            self.stop()
        return status is not None

    def stop(self):
        if self.is_late:
            self.process.kill()
        else:
            self.process.terminate()
        self.is_late = True
        self.deadline += GRACE_SECONDS

    def report(self, status):
        with self.create("status.txt") as file:
            file.write(b"late" if self.is_late else b"%d" % status)

    def create(self, name):
        return open(os.path.join(self.directory, name), "wb")


def read_jobs(file):
    with open(file, encoding="utf-8") as lines:
        return [Job(line) for line in lines.read().splitlines()]


def run_all(jobs, seconds):
    """Returns None when all have ended and, in the process that is to do it, each job."""
    waiting = jobs[::-1]
    running = []
    while waiting or running:
        while waiting and len(running) < (os.cpu_count() or 1):
            job = waiting.pop()
            if job.start(seconds):
                return job
            running.append(job)
        running = [job for job in running if not job.has_ended()]
        time.sleep(0.002)
    return None


def enter():
    """With `--all JOBS SECONDS` as the script's arguments, does all jobs of that file, each in at most so many seconds.

    Returns in the process of each, with the job's arguments in the place of the script's, so that it ends as any script does, with nothing
    left to return to.
    """
    if sys.argv[1] == "--all":
        job = run_all(read_jobs(sys.argv[2]), float(sys.argv[3]))
        if job is None:
            sys.exit()
        job.enter()
