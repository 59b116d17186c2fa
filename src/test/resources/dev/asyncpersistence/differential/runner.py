"""Runs programs as scripts and counts how often each blocks the event loop; in the mode `strict` blocking is an error.

`runner.py PROGRAM MODE` runs one program of the working directory. `runner.py --all JOBS SECONDS` runs many.
"""

import asyncio
import concurrent.futures.thread  # asyncio loads it only when needed, which would be once for nearly every program
import gc
import os
import runpy
import sys
import time

import forked_jobs

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


forked_jobs.enter()
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
