"""The one half of faultfs-check: what faultfs passes through must be as on the disk below."""
import ctypes
import errno
import os
import subprocess

import cards
import faultlib as fl
import mounts

MIB = 1 << 20
DATA = bytes(range(256)) * (4 * MIB // 256 + 1)
DATA = DATA[:3 * MIB + 17]
libc = ctypes.CDLL(None, use_errno=True)


def fault(**options):
    """A fresh backing folder and its mount."""
    d = fl.temp_dir()
    (d / "back").mkdir()
    return d / "back", mounts.FaultFS(d / "back", d / "mnt", **options)


def error_of(function, *args):
    try:
        function(*args)
        return None
    except OSError as e:
        return errno.errorcode[e.errno]


def equal(what, got, want):
    return None if got == want else f"{what}: got {got!r:.80}, expected {want!r:.80}"


def differing(a, b):
    return [i for i in range(max(len(a), len(b))) if a[i:i + 1] != b[i:i + 1]] if a != b else []


def write(path, data, sync=False):
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(fd, view[:128 << 10]):]
        if sync:
            os.fsync(fd)
    finally:
        os.close(fd)


def rename2(a, b, flags):
    if libc.renameat2(-100, os.fsencode(a), -100, os.fsencode(b), flags):
        raise OSError(ctypes.get_errno(), "renameat2")


def passthrough(**options):
    back, fs = fault(**options)
    m = fs.path
    card = cards.make_card(fl.temp_dir() / "card", 120, 30 * MIB)
    os.symlink("first take.mov", card / "CLIP" / "link")
    os.link(card / "INDEX.TXT", card / "HARD")
    os.setxattr(card / "INDEX.TXT", "user.note", b"x" * 300)
    fl.sh("cp", "-a", card, m / "in")
    fl.sh("cp", "-a", m / "in", card.parent / "out")
    for label, top in (("into the mount", back / "in"), ("out of the mount", card.parent / "out")):
        r = subprocess.run(["diff", "-r", "--no-dereference", card, top], capture_output=True, text=True)
        listing = [fl.sh("find", t, "-mindepth", "1", "!", "-type", "d",
                         "-printf", "%P %y %m %n %s %T@ %U %l\n").splitlines() for t in (card, top)]
        fl.ok(f"pass-through {options or ''}: cp -a {label} is equal",
              [r.stdout, equal("listing", sorted(listing[1]), sorted(listing[0])),
               equal("xattr", os.getxattr(top / "INDEX.TXT", "user.note"), b"x" * 300)])

    p = []
    write(m / "a", b"one")
    p.append(equal("O_EXCL on a file which exists",
                   error_of(os.open, m / "a", os.O_CREAT | os.O_EXCL | os.O_WRONLY), "EEXIST"))
    os.close(os.open(m / "b", os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    p.append(equal("RENAME_NOREPLACE over a file", error_of(rename2, m / "a", m / "b", 1), "EEXIST"))
    rename2(m / "a", m / "c", 1)
    p.append(equal("after RENAME_NOREPLACE", (back / "c").read_bytes(), b"one"))
    rename2(m / "b", m / "c", 2)
    p.append(equal("after RENAME_EXCHANGE", (back / "b").read_bytes(), b"one"))
    os.rename(m / "b", m / "c")
    p.append(equal("rename replaces", (back / "c").read_bytes(), b"one"))
    os.link(m / "c", m / "d")
    p.append(equal("link count", os.stat(m / "d").st_nlink, 2))
    p.append(equal("one inode", os.stat(m / "d").st_ino, os.stat(m / "c").st_ino))
    os.unlink(m / "c")
    p.append(equal("link count after unlink", os.stat(m / "d").st_nlink, 1))
    os.mkdir(m / "dir", 0o750)
    p.append(equal("rmdir of a full folder", (write(m / "dir" / "x", b""), error_of(os.rmdir, m / "dir"))[1],
                   "ENOTEMPTY"))
    os.unlink(m / "dir" / "x")
    os.rmdir(m / "dir")
    p.append(equal("rmdir", os.path.lexists(back / "dir"), False))
    os.truncate(m / "d", 1000)
    os.utime(m / "d", ns=(1_234_567_890_123_456_789, 987_654_321_987_654_321))
    os.chmod(m / "d", 0o4711)
    os.chown(m / "d", 12, 34)
    s, t = os.stat(back / "d"), os.stat(m / "d")
    for field in ("st_size", "st_atime_ns", "st_mtime_ns", "st_mode", "st_uid", "st_gid"):
        p.append(equal(field, getattr(t, field), getattr(s, field)))
    p.append(equal("mtime in ns", s.st_mtime_ns, 987_654_321_987_654_321))
    fd = os.open(m / "d", os.O_RDWR)
    os.pwrite(fd, b"abc", 5 * MIB + 3)
    p.append(equal("offsets", os.pread(fd, 5, 5 * MIB + 1), b"\0\0abc"))
    p.append(equal("offsets in the backing file", (back / "d").read_bytes()[5 * MIB + 1:], b"\0\0abc"))
    p.append(equal("fallocate", error_of(os.posix_fallocate, fd, 0, 6 * MIB), None))
    p.append(equal("size after fallocate", os.fstat(fd).st_size, 6 * MIB))
    os.ftruncate(fd, 10)
    p.append(equal("ftruncate", os.stat(back / "d").st_size, 10))
    os.unlink(m / "d")
    os.write(fd, b"still")
    p.append(equal("an unlinked open file", (os.pread(fd, 5, 0), os.fstat(fd).st_nlink), (b"still", 0)))
    os.fsync(fd)
    os.fdatasync(fd)
    os.close(fd)
    write(m / "app", b"12")
    fd = os.open(m / "app", os.O_WRONLY | os.O_APPEND)
    os.write(fd, b"34")
    os.write(fd, b"56")
    os.close(fd)
    p.append(equal("O_APPEND", (back / "app").read_bytes(), b"123456"))
    d = os.open(m, os.O_RDONLY | os.O_DIRECTORY)
    os.fsync(d)
    os.close(d)
    os.symlink("/nowhere", m / "sl")
    os.utime(m / "sl", ns=(5, 7), follow_symlinks=False)
    p.append(equal("symlink", (os.readlink(m / "sl"), os.lstat(back / "sl").st_mtime_ns), ("/nowhere", 7)))
    os.setxattr(m / "app", "user.k", b"v")
    p.append(equal("listxattr", os.listxattr(m / "app"), ["user.k"]))
    os.removexattr(m / "app", "user.k")
    p.append(equal("removexattr", os.listxattr(back / "app"), []))
    a, b = os.statvfs(m), os.statvfs(back)
    p.append(equal("statfs", (a.f_blocks, a.f_bsize), (b.f_blocks, b.f_bsize)))
    os.mkdir(m / "many")
    for i in range(3000):
        os.close(os.open(m / "many" / f"a rather long file name, number {i:05d}", os.O_CREAT | os.O_WRONLY))
    p.append(equal("readdir of 3000 files", sorted(os.listdir(m / "many")), sorted(os.listdir(back / "many"))))
    write(m / "odir", DATA)
    p.append(equal("O_DIRECT read", mounts.read_direct(m / "odir") == DATA, True))
    os.mkdir(m / "open")
    os.chmod(m / "open", 0o777)
    os.chmod(m.parent, 0o711)  # a private temp folder bars the other user
    child = os.fork()  # what another user makes belongs to that user
    if child == 0:
        try:
            os.setgid(34567)
            os.setuid(34567)
            os.close(os.open(m / "open" / "theirs", os.O_CREAT | os.O_WRONLY))
            os.mkdir(m / "open" / "folder")
            os._exit(0)
        except OSError:
            os._exit(1)
    if os.waitpid(child, 0)[1] == 0:
        p.append(equal("owner of a file", os.stat(back / "open" / "theirs").st_uid, 34567))
        p.append(equal("owner of a folder", os.stat(back / "open" / "folder").st_gid, 34567))
    elif all(os.stat(q).st_mode & 1 for q in m.parents):  # $TMPDIR may be private
        p.append("another user could not write into an open folder")
    fl.ok(f"pass-through {options or ''}: single calls", p)
    fl.ok(f"pass-through {options or ''}: no fault was logged", [str(x) for x in fs.log()])
