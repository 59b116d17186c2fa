"""Runs programs as scripts and counts how often each blocks the event loop; in the mode `strict` blocking is an error.

`runner.py PROGRAM MODE` runs one program of the working directory. `runner.py --all JOBS SECONDS` runs all those that
the file JOBS lists, each in a process and directory of its own and for at most so many seconds.
"""

import asyncio
import concurrent.futures.thread  # asyncio loads it only when needed, which would be once for nearly every program
import gc
import os
import runpy
import signal
import subprocess
import sys
import time

# How long a program that was told to end may take for it.
GRACE_SECONDS = 5

blocked = 0
really_sleep = time.sleep


def sleep(seconds):
    global blocked
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        pass
    else:
        blocked += 1
        if mode == "strict":
            raise AssertionError("this blocks the event loop")
    really_sleep(seconds)


class Fork:
    """A copy of this process, which need not load Python and asyncio again. To be used as a `subprocess.Popen` is."""

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
    """A program, its directory and the process that runs it."""

    def __init__(self, line):
        self.directory, self.program, self.mode = line.split("\t")
        self.is_late = False

    def start(self, seconds):
        """Returns a second time, and true, in a process that is to run the program."""
        self.deadline = time.monotonic() + seconds
        self.process = Fork() if hasattr(os, "fork") else self.interpreter()
        return self.process.pid == 0

    def interpreter(self):
        command = [sys.executable, "-X", "dev", "-W", "error", os.path.abspath(__file__), self.program, self.mode]
        with self.create("output.txt") as output, self.create("errors.txt") as errors:
            return subprocess.Popen(command, cwd=self.directory, stdout=output, stderr=errors)

    def enter(self):
        """Makes of this process what `interpreter` would have started."""
        for name, descriptor in ("output.txt", 1), ("errors.txt", 2):
            with self.create(name) as file:
                os.dup2(file.fileno(), descriptor)
        os.chdir(self.directory)
        sys.argv[1:] = self.program, self.mode

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
    """Returns None when all have ended and, in the process that is to run it, each job."""
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


if sys.argv[1] == "--all":
    # A job comes back up to here, so that its program ends as that of any script does, with nothing left to return to.
    job = run_all(read_jobs(sys.argv[2]), float(sys.argv[3]))
    if job is None:
        sys.exit()
    job.enter()

program, mode = sys.argv[1:]
sys.path[0] = os.getcwd()
time.sleep = sleep
try:
    runpy.run_path(program, run_name="__main__")
except Exception as e:
    print("uncaught", type(e).__name__, e)
gc.collect()
with open("blocked.txt", "w") as file:
    file.write(str(blocked))
