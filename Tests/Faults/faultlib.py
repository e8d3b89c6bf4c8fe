"""What the fault harnesses share: score, clean-up, running rushes.

Standard library only. Every resource is registered for clean-up as it is made, so that
a failure, Ctrl-C, SIGTERM or SIGHUP leaves no mount, loop device or folder behind.
"""
import atexit
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
DONE, DIFFERS, SOURCE, DESTINATION, OBSTACLE, INTERRUPTED = 0, 11, 40, 41, 60, 130
# The longest a single command may take; a hang is a failure, not a hung test run.
LIMIT = float(os.environ.get("FAULTS_LIMIT", "300"))

# ---- score ----

passed = failed = skipped = 0


def ok(name, problems=()):
    """Counts one check: it passes when the list of problems is empty."""
    global passed, failed
    problems = [p for p in problems if p]
    if problems:
        failed += 1
        print(f"FAIL  {name}", flush=True)
        for p in problems[:8]:
            print(f"      {p}", flush=True)
        if len(problems) > 8:
            print(f"      and {len(problems) - 8} more", flush=True)
    else:
        passed += 1
        print(f"ok    {name}", flush=True)
    return not problems


def skip(name, why):
    global skipped
    skipped += 1
    print(f"skip  {name}: {why}", flush=True)


def finish():
    tail = f", {skipped} skipped" if skipped else ""
    print(f"{passed} passed, {failed} failed{tail}", flush=True)
    sys.exit(1 if failed else 0)


def skip_all(why, count=1):
    """One sentence, the closing line, and success: what cannot run here has not failed."""
    print(why)
    print(f"0 passed, 0 failed, {count} skipped")
    sys.exit(0)


def need(root=True, fuse=False, loop=False, tools=(), count=1):
    """Ends the script with a clear sentence when this machine cannot run it."""
    if sys.platform != "linux":
        skip_all("These tests need Linux.", count)
    if root and os.geteuid() != 0:
        skip_all("These tests mount file systems and need root.", count)
    if fuse and not os.path.exists("/dev/fuse"):
        skip_all("These tests need FUSE, and /dev/fuse does not exist.", count)
    if loop and not os.path.exists("/dev/loop-control"):
        skip_all("These tests need loop devices, and /dev/loop-control does not exist.", count)
    for t in tools:
        if not shutil.which(t):
            skip_all(f"These tests need the program {t}, which is not installed.", count)


def binary_argument(usage):
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        print(f"usage: {usage}", file=sys.stderr)
        sys.exit(2)
    # Absolute, since the tests change folders.
    found = shutil.which(sys.argv[1])
    if not found:
        print(f"{sys.argv[1]} is not a program", file=sys.stderr)
        sys.exit(2)
    return os.path.abspath(found)


# ---- clean-up ----

_cleanup = []
_busy = 0
_pending = None


class Uninterrupted:
    """Between making a thing and registering its clean-up, and during clean-up, a signal waits."""

    def __enter__(self):
        global _busy
        _busy += 1

    def __exit__(self, *_):
        global _busy
        _busy -= 1
        if _busy == 0 and _pending:
            sys.exit(128 + _pending)


def later(function, *args):
    """Runs at the end, last registered first, whatever happened."""
    _cleanup.append((function, args))


def _clean(down_to=0):
    while len(_cleanup) > down_to:
        function, args = _cleanup.pop()
        try:
            function(*args)
        except Exception as e:  # one failed clean-up must not keep the others from running
            print(f"clean-up: {e}", file=sys.stderr)


def _last_clean():
    global _busy
    _busy += 1  # for good: from here a signal changes nothing
    _clean()


def _stop(number, _frame):
    global _pending
    if _busy:
        _pending = number
    else:
        sys.exit(128 + number)  # goes through atexit


atexit.register(_last_clean)
for _s in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(_s, _stop)


class Scope:
    """with Scope(): ... cleans up at its end what was registered inside."""

    def __enter__(self):
        self.mark = len(_cleanup)
        return self

    def __exit__(self, *_):
        with Uninterrupted():
            _clean(self.mark)


def temp_dir(prefix="faults."):
    """A new folder, in $TMPDIR; the path has no comma (a mount option could not hold it)."""
    with Uninterrupted():
        d = Path(tempfile.mkdtemp(prefix=prefix)).resolve()
        later(_remove, d)
    return d


def _remove(d):
    under = [m for m in mounts() if m == str(d) or m.startswith(str(d) + "/")]
    for m in reversed(under):
        unmount(m)
    # What a still standing mount holds must not be deleted through it.
    if not [m for m in mounts() if m.startswith(str(d) + "/")]:
        shutil.rmtree(d, ignore_errors=True)


# ---- commands, waiting ----

def sh(*argv, check=True):
    r = subprocess.run([str(a) for a in argv], capture_output=True, text=True,
                       errors="replace")
    if check and r.returncode:
        raise RuntimeError(f"{' '.join(map(str, argv))}: {r.stderr.strip() or r.returncode}")
    return r.stdout.strip()


def wait_for(condition, limit=60.0, proc=None):
    """Polls until the condition holds. False when the time is up, or when proc has ended without it."""
    end = time.monotonic() + limit
    while True:
        if condition():
            return True
        if proc is not None and proc.poll() is not None:
            return bool(condition())
        if time.monotonic() > end:
            return False
        time.sleep(0.005)


class Run:
    """rushes, running. Output goes to a file, so that a full pipe can never stop it."""

    def __init__(self, argv, env=None):
        self.argv = [str(a) for a in argv]
        self.out = tempfile.TemporaryFile()
        with Uninterrupted():
            self.proc = subprocess.Popen(
                self.argv, stdin=subprocess.DEVNULL, stdout=self.out, stderr=self.out,
                env={**os.environ, **(env or {})}, start_new_session=True)
            later(self.kill)

    def kill(self):
        """kill -9 to the process and whatever it has started (its own session, so only its own)."""
        if self.proc.poll() is None:
            try:
                os.killpg(self.proc.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            try:
                self.proc.wait(20)
            except subprocess.TimeoutExpired:  # in an uninterruptible wait: its mount goes next
                pass

    def poll(self):
        return self.proc.poll()

    def wait(self, limit=None):
        """The exit status, or None when the time was up (the process is killed then)."""
        try:
            return self.proc.wait(LIMIT if limit is None else limit)
        except subprocess.TimeoutExpired:
            self.kill()
            return None

    def text(self):
        self.out.seek(0)
        return self.out.read().decode("utf-8", "replace")

    def last_words(self):
        lines = [x for x in self.text().splitlines() if x.strip()]
        return "it said: " + " | ".join(lines[-3:])[-400:] if lines else "it said nothing"


def ingest_argv(rushes, card, dests, *options, roll="card"):
    argv = [rushes, "ingest", card]
    for d in dests:
        argv += ["--to", d]
    return argv + ["--as", roll, *options]


def status_is(run, got, want):
    """A problem line, or None."""
    if got == want:
        return None
    said = "did not end in time" if got is None else f"ended with {got}"
    return f"{said}, expected {want}; {run.last_words()}"


# ---- what is mounted ----

def mounts():
    """Mount points, oldest first."""
    with open("/proc/self/mountinfo", "rb") as f:
        return [line.split()[4].decode("unicode_escape") for line in f]


def unmount(path):
    path = str(path)
    while path in mounts():
        if subprocess.run(["umount", path], capture_output=True).returncode:
            sh("umount", "-l", path)


def background(function):
    """A thread, for what may hang in the kernel; daemon, so that it never keeps the script from ending."""
    t = threading.Thread(target=function, daemon=True)
    t.start()
    return t
