#!/usr/bin/env python3
"""Runs one command and prints: exit status, wall seconds, CPU seconds (user + system), peak RSS in KiB.

Usage: measure.py LOG COMMAND [ARGUMENT ...]      (the command's output goes to LOG)

CPU and RSS are those of the command and of every process it waited for, as wait4 reports them.
Work the kernel does later on the command's behalf (writing dirty pages back) is in neither.
The kernel counts this process, before it becomes the command, in the peak RSS: about 10 MiB is the least it shows.
"""
import os
import sys
import time

log, command = sys.argv[1], sys.argv[2:]
started = time.monotonic()
child = os.fork()
if child == 0:
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(output, 1)
    os.dup2(output, 2)
    try:
        os.execvp(command[0], command)
    except OSError as error:
        os.write(2, f"{command[0]}: {error.strerror}\n".encode())
        os._exit(127)
_, status, usage = os.wait4(child, 0)
wall = time.monotonic() - started
print(os.waitstatus_to_exitcode(status), f"{wall:.3f}", f"{usage.ru_utime + usage.ru_stime:.3f}", usage.ru_maxrss)
