"""Runs a program and counts what blocks the event loop; with the argument `strict` blocking is an error."""

import asyncio
import gc
import runpy
import sys
import time

program, mode = sys.argv[1:]
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


time.sleep = sleep
try:
    runpy.run_path(program, run_name="__main__")
except Exception as e:
    print("uncaught", type(e).__name__, e)
gc.collect()
with open("blocked.txt", "w") as file:
    file.write(str(blocked))
