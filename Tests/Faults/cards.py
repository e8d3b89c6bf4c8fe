"""Cards for the fault harnesses, and what must hold of their copies at any moment and in the end."""
import hashlib
import os
import random
import stat
import subprocess
from pathlib import Path


def make_card(path, files, total, seed=1):
    """A camera-like card: repeatable contents, mixed sizes, an empty file, odd names, old times."""
    rnd = random.Random(seed)
    path = Path(path)
    names = []
    for i in range(files):
        reel = i // 25
        if i % 5 == 4:
            names.append(f"CLIP/R{reel:02d}/C{i:04d}.xml")
        else:
            names.append(f"CLIP/R{reel:02d}/C{i:04d}.mov")
    names[:4] = ["CLIP/first take.mov", "CLIP/Z\u00fcrich \u6771\u4eac.mov", "INDEX.TXT", "CLIP/empty.bin"]
    # Sizes over three orders of magnitude, none a multiple of a block, scaled to the total.
    weights = [0 if n.endswith("empty.bin") else rnd.choice((1, 3, 10, 30, 100, 300)) * rnd.uniform(.5, 1.5)
               for n in names]
    scale = total / sum(weights)
    for n, w in zip(names, weights):
        f = path / n
        f.parent.mkdir(parents=True, exist_ok=True)
        size = int(w * scale) | 1 if w else 0
        with open(f, "wb") as out:
            while size:
                out.write(rnd.randbytes(min(size, 1 << 20)))
                size -= min(size, 1 << 20)
        # In the past, so that no "this file has just changed" rule can be met by chance.
        t = 1_600_000_000 + rnd.randrange(10_000_000)
        os.utime(f, (t, t))
    (path / "EMPTYDIR").mkdir()
    return path


def digest(path):
    h = hashlib.sha256()
    with open(path, "rb") as f:
        while chunk := f.read(1 << 20):
            h.update(chunk)
    return h.hexdigest()


def files_below(top, without=()):
    """Relative paths of everything that is not a folder (also symlinks), without some top folders."""
    top = os.fspath(top)
    found = set()
    for where, dirs, names in os.walk(top):
        rel = os.path.relpath(where, top)
        if rel == ".":
            dirs[:] = [d for d in dirs if d not in without]
        for n in names + [d for d in dirs if os.path.islink(os.path.join(where, d))]:
            found.add(os.path.normpath(os.path.join(rel, n)))
    return found


class Card:
    """A card's files and their digests, taken once."""

    def __init__(self, path):
        self.path = Path(path)
        self.digests = {n: digest(self.path / n) for n in files_below(path)}

    def wrong_files(self, top, but=()):
        """Problems: a file below top which differs from the card's, or which the card has not."""
        top = Path(top)
        problems = []
        if not os.path.lexists(top):
            return problems
        # A history that is being put together has no name that anybody would trust.
        for n in sorted(files_below(top, without=("ascmhl", "ascmhl.rushes-partial"))):
            if n in but:
                continue
            if not stat.S_ISREG(os.lstat(top / n).st_mode):
                problems.append(f"{top / n} is not a regular file")
            elif n not in self.digests:
                problems.append(f"{top / n} is not on the card")
            elif digest(top / n) != self.digests[n]:
                problems.append(f"{top / n} differs from the card's file")
        return problems

    def missing_files(self, top, but=()):
        have = files_below(top, without=("ascmhl",)) if os.path.isdir(top) else set()
        return [f"{top}/{n} is missing" for n in sorted(set(self.digests) - have - set(but))]

    def partial_problems(self, dest, roll="card"):
        """What must hold at any moment: whatever has a final name is the card's file."""
        return self.wrong_files(Path(dest) / f"{roll}.partial") + self.wrong_files(Path(dest) / roll)

    def count_named(self, dest, roll="card"):
        return sum(len(files_below(p, without=("ascmhl", "ascmhl.rushes-partial")))
                   for p in (Path(dest) / f"{roll}.partial", Path(dest) / roll) if p.is_dir())

    def complete_alone(self, dest):
        """Complete while another destination failed: the journal stays, so that a rerun need not read it again."""
        return self.complete_problems(dest, tidy=False)

    def complete_problems(self, dest, roll="card", tidy=True):
        """What must hold after status 0. tidy=False: traces in .rushes are no matter."""
        dest = Path(dest)
        top = dest / roll
        if not top.is_dir():
            return [f"{top} does not exist"]
        problems = self.wrong_files(top) + self.missing_files(top)
        # diff -r as a second opinion, which also sees empty folders.
        r = subprocess.run(["diff", "-r", "--no-dereference", "-x", "ascmhl", self.path, top],
                           capture_output=True, text=True, errors="replace")
        if r.returncode and not problems:
            problems.append("diff -r: " + " | ".join((r.stdout + r.stderr).splitlines()[:3]))
        if os.path.lexists(dest / f"{roll}.partial"):
            problems.append(f"{dest}/{roll}.partial is still there")
        left = sorted(os.listdir(dest / ".rushes")) if (dest / ".rushes").is_dir() else []
        if tidy and left:
            problems.append(f"{dest}/.rushes is not empty: {', '.join(left[:4])}")
        mhls = sorted(p.name for p in (top / "ascmhl").glob("*.mhl"))
        if len(mhls) != 1 or not mhls[0].startswith("0001"):
            problems.append(f"{top}/ascmhl has manifests {mhls}, expected exactly one, generation 0001")
        judge = os.environ.get("JUDGE")
        if judge:
            r = subprocess.run([judge, "verify", top], capture_output=True, text=True, errors="replace")
            if r.returncode:
                said = (r.stdout + r.stderr).strip().splitlines()[-3:]
                problems.append(f"{judge} verify ended with {r.returncode}: {' | '.join(said)}")
        return problems


def not_sealed(dest, roll="card"):
    """A roll with a fault must not carry its final name."""
    return [f"{dest}/{roll} exists, though the copy is not complete"] \
        if os.path.lexists(Path(dest) / roll) else []


class Outside:
    """A folder outside the destinations, in place of /etc: a failing tool must not harm the machine."""

    def __init__(self, work):
        self.top = work / "outside"
        self.top.mkdir()
        # Names and folders which the card has too, so that a write through the link would succeed.
        for reel in ("R00", "R01"):
            (self.top / reel).mkdir()
            (self.top / "CLIP" / reel).mkdir(parents=True)
        for name in ("first take.mov", "CLIP/first take.mov", "INDEX.TXT"):
            (self.top / name).write_text("mine")
        (self.top / "victim").write_text("mine")
        self.before = self.look()

    def look(self):
        found = {}
        for where, dirs, names in os.walk(self.top):
            for n in [".", *dirs, *names]:
                f = os.path.join(where, n)
                s = os.lstat(f)
                found[os.path.normpath(f)] = (s.st_ino, s.st_mode, s.st_size, s.st_mtime_ns, s.st_ctime_ns)
        return found

    def problems(self):
        now = self.look()
        return [f"outside of the destination, {n} was made, changed or deleted"
                for n in sorted(set(now) | set(self.before)) if now.get(n) != self.before.get(n)]
