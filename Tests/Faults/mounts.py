"""Mounts, loop devices and faultfs; each is given back at the end."""
import mmap
import os
import subprocess
from pathlib import Path

import faultlib as fl


def read_direct(path, size=None):
    """Reads a file with O_DIRECT, past the page cache."""
    fd = os.open(path, os.O_RDONLY | os.O_DIRECT)
    try:
        out = bytearray()
        buf = mmap.mmap(-1, 1 << 20)  # page-aligned, as O_DIRECT wants
        while n := os.preadv(fd, [buf], len(out)):
            out += buf[:n]
        return bytes(out)
    finally:
        os.close(fd)


def mount(source, path, *options, type=None):
    Path(path).mkdir(parents=True, exist_ok=True)
    fl.later(fl.unmount, path)
    fl.sh("mount", *(["-t", type] if type else []), *(["-o", ",".join(options)] if options else []),
       source, path)
    return Path(path)


def loop(image, direct=False, *options):
    """Attaches a loop device; it is detached at the end."""
    with fl.Uninterrupted():
        device = fl.sh("losetup", "--find", "--show", f"--direct-io={'on' if direct else 'off'}", *options, image)
        fl.later(detach, device)
    return device


def detach(device):
    subprocess.run(["losetup", "-d", device], capture_output=True)


def usable_loop_or_skip(count=1):
    """Containers often show the device nodes but refuse them; try once."""
    with fl.Scope():
        d = fl.temp_dir()
        try:
            (d / "i").write_bytes(bytes(1 << 20))
            loop(d / "i")
        except RuntimeError as e:
            fl.skip_all(f"These tests need loop devices, and attaching one failed ({e}).", count)


_faultfs = None


def build_faultfs():
    """$FAULTFS, or faultfs/ compiled into a temporary folder. Raises with the reason when neither works."""
    global _faultfs
    if _faultfs:
        return _faultfs
    if os.environ.get("FAULTFS"):
        _faultfs = os.environ["FAULTFS"]
        return _faultfs
    out = fl.temp_dir() / "faultfs"
    flags = fl.sh("pkg-config", "--cflags", "--libs", "fuse3").split()
    sources = sorted((fl.HERE / "faultfs").glob("*.c"))
    fl.sh(os.environ.get("CC", "cc"), "-O2", "-Wall", "-Wextra", *sources, "-o", out, *flags)
    _faultfs = str(out)
    return _faultfs


def usable_fuse_or_skip(count=1):
    try:
        build_faultfs()
    except (RuntimeError, FileNotFoundError) as e:
        fl.skip_all(f"These tests need libfuse3 and a C compiler, and building faultfs failed ({e}).", count)
    with fl.Scope():
        d = fl.temp_dir()
        (d / "b").mkdir()
        try:
            FaultFS(d / "b", d / "m")
        except RuntimeError as e:
            fl.skip_all(f"These tests need FUSE, and mounting failed ({e}).", count)


class FaultFS:
    """faultfs, mounted. FaultFS(backing, mountpoint, fault='slow', ms=5)"""

    def __init__(self, backing, path, **options):
        self.path = Path(path)
        self.path.mkdir(exist_ok=True)
        logs = fl.temp_dir("faults.log.")
        self.log_path = logs / "log"
        self.log_path.touch()
        options["log"] = self.log_path
        self.errors = open(logs / "errors", "w+")
        program = build_faultfs()
        with fl.Uninterrupted():
            self.proc = subprocess.Popen(
                [program, backing, path, "-f", "-o", ",".join(f"{k}={v}" for k, v in options.items())],
                stdin=subprocess.DEVNULL, stdout=self.errors, stderr=self.errors, start_new_session=True)
            fl.later(self.close)
        if not fl.wait_for(lambda: str(self.path) in fl.mounts(), 20, self.proc):
            self.errors.seek(0)
            raise RuntimeError("faultfs: " + (self.errors.read().strip() or "no mount appeared"))

    def log(self):
        """The faults which have happened: [kind, name, offset, size]."""
        # names may hold spaces: kind is the first word, offset and size the last two
        rows = []
        for line in self.log_path.read_text(errors="replace").splitlines():
            kind, rest = line.split(" ", 1)
            rows.append([kind, *rest.rsplit(" ", 2)])
        return rows

    def fired(self):
        return bool(self.log())

    def must_have_fired(self):
        return None if self.fired() else "the fault never happened, so nothing was tested"

    def release(self):
        """By a file rather than SIGUSR1, which faultfs-check tries too."""
        (self.path / ".faultfs-release").touch()

    def die(self):
        """kill -9 of the daemon: what waits for it gets an error, as when a cable is pulled."""
        if self.proc.poll() is None:
            self.proc.kill()
        self.proc.wait()

    def close(self):
        self.die()
        fl.unmount(self.path)
