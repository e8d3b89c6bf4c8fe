/*
 * faultfs - a pass-through FUSE file system which lies, fails or hangs on request.
 *
 *     faultfs BACKING MOUNTPOINT [-f] [-o fault=KIND,name=SUFFIX,...]
 *
 * Everything below MOUNTPOINT is what is below BACKING. Without fault= it is a
 * plain pass-through. One fault per mount; it touches the regular files whose
 * name ends with name= and contains contains= (both default to every file;
 * the name is the one the file was last looked up, created, linked or renamed
 * under). Sizes take k, m or g.
 *
 *   fault=read-error     EIO for every read request which covers byte at=
 *                        (default: the middle of the file). The kernel reads
 *                        ahead, but asks again page by page after an error, so
 *                        a program sees EIO only at the page which holds at=.
 *   fault=second-read    byte at= (default: middle) is counted, per file, for
 *                        each read request which returns it. The first answer
 *                        is true; every later one has the byte's lowest bit
 *                        flipped. Only requests which reach this daemon count;
 *                        each open() drops the kernel's cached pages, so "open
 *                        and read again" always counts (unless keepcache=1).
 *   fault=flip-write     the lowest bit of byte at= (default 0) is stored flipped
 *   fault=write-error    EIO for every write which covers byte at= (default 0)
 *   fault=hang-write     the write which would bring the sum of written bytes
 *                        above bytes= (default 0) is not answered, nor any later
 *                        one, until: the daemon dies, SIGUSR1 arrives, or the
 *                        file MOUNTPOINT/.faultfs-release is created
 *   fault=hang-read      the same for reads
 *   fault=fail-fsync     fsync, and the flush at close of a file opened for
 *                        writing, answer EIO
 *   fault=fail-fsyncdir  fsync of a directory answers EIO (any directory)
 *   fault=full           ENOSPC for a write which would bring the sum of written
 *                        bytes above bytes= (default 0); statfs tells the truth
 *                        about BACKING, so a check of free space sees nothing
 *   fault=grow           after the first read of a file bytes= (default 4096)
 *                        bytes are really appended to it IN BACKING, once
 *   fault=slow           each read and each write takes ms= (default 10) more
 *   fault=fail-rename    rename to a matching name answers EIO
 *   fault=no-noreplace   renameat2 with any flag answers EINVAL (exFAT, NFS do so)
 *   fault=no-link        link answers EPERM (exFAT does so)
 *
 *   times=N      the fault happens N times, then no more (default: always)
 *   direct=1     the kernel keeps no pages at all (FOPEN_DIRECT_IO)
 *   keepcache=1  the kernel keeps pages over open(): what was written stays
 *                readable from memory while BACKING holds something else, like
 *                a disk which lies. Only O_DIRECT or dropped pages show it.
 *   intr=1       a hung request answers EINTR when its process is signalled;
 *                without it the process stays unkillable, as on a dead disk
 *   log=PATH     one line per fault: KIND NAME OFFSET SIZE. A test whose log is
 *                empty has tested nothing.
 *
 * Built on the low-level interface, so that one file is one inode however many
 * names it has: counters, open-unlinked files and hard links behave as on disk.
 * No writeback cache is asked for, so each write(2) is here before it returns.
 */
#define _GNU_SOURCE
#include "faultfs.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define THREADS 64 /* a hung request holds one; the kernel sends at most 12 in the background */

static const struct fuse_opt option_spec[] = {
#define OPTION(t, f) { t, offsetof(__typeof__(opt), f), 1 }
	OPTION("fault=%s", fault), OPTION("name=%s", name), OPTION("contains=%s", contains),
	OPTION("at=%s", at), OPTION("bytes=%s", bytes), OPTION("log=%s", log),
	OPTION("times=%d", times), OPTION("ms=%d", ms), OPTION("direct=%d", direct),
	OPTION("keepcache=%d", keepcache), OPTION("intr=%d", intr), FUSE_OPT_END
};

static struct fuse_session *session;

static void op_init(void *data, struct fuse_conn_info *conn)
{
	(void)data;
	/* A newer mtime would otherwise drop the pages which keepcache=1 is to keep. */
	if (opt.keepcache)
		conn->want &= ~FUSE_CAP_AUTO_INVAL_DATA;
}

/* No copy_file_range, ioctl or lock operations: the kernel falls back to reads and
 * writes, which the faults see, refuses cloning, and keeps locks itself. */
static struct fuse_lowlevel_ops all_operations(void)
{
	struct fuse_lowlevel_ops ops = { .init = op_init };
	names_into(&ops);
	attributes_into(&ops);
	folders_into(&ops);
	files_into(&ops);
	return ops;
}

static sigset_t our_signals;

static void *signals(void *unused)
{
	int sig;
	for (;;) {
		if (sigwait(&our_signals, &sig))
			continue;
		if (sig == SIGUSR1) {
			atomic_store(&released, true);
			continue;
		}
		/* Threads may hang by order, so nothing is joined; _exit ends all requests. */
		fuse_session_unmount(session);
		_exit(0);
	}
	return unused;
}

/* Our own loop, as libfuse's has a limit of ten threads in some versions: hung
 * requests must never keep the others, or the release file, from being served. */
static void *serve(void *unused)
{
	struct fuse_buf buf = { 0 };
	while (!fuse_session_exited(session)) {
		int n = fuse_session_receive_buf(session, &buf);
		if (n == -EINTR)
			continue;
		if (n <= 0)
			break;
		fuse_session_process_buf(session, &buf);
	}
	_exit(0); /* unmounted: hung threads, if any, have nobody left to answer to */
	return unused;
}

static bool parse_size(const char *s, uint64_t *out)
{
	char *end;
	errno = 0;
	*out = strtoull(s, &end, 10);
	int shift = *end == 'k' ? 10 : *end == 'm' ? 20 : *end == 'g' ? 30 : 0;
	*out <<= shift;
	return errno == 0 && end != s && s[0] != '-' && end[shift ? 1 : 0] == 0;
}

static int take_backing(void *data, const char *arg, int key, struct fuse_args *out)
{
	(void)data;
	(void)out;
	if (key != FUSE_OPT_KEY_NONOPT || opt.backing)
		return 1;
	opt.backing = strdup(arg);
	return 0;
}

static int fail(const char *what, const char *which)
{
	fprintf(stderr, "faultfs: %s%s%s\n", what, which ? ": " : "", which ? which : "");
	return 2;
}

int main(int argc, char **argv)
{
	struct fuse_args args = FUSE_ARGS_INIT(argc, argv);
	struct fuse_cmdline_opts cmd;
	uint64_t number;
	struct stat st;
	const struct fuse_lowlevel_ops ops = all_operations();

	if (fuse_opt_parse(&args, &opt, option_spec, take_backing) || fuse_parse_cmdline(&args, &cmd))
		return 2;
	if (cmd.show_help || !opt.backing || !cmd.mountpoint)
		return fail("usage: faultfs BACKING MOUNTPOINT [-f] [-o fault=KIND,name=SUFFIX,...]", NULL);
	while (opt.fault && fault < KINDS && strcmp(opt.fault, kind_name[fault]))
		fault++;
	if (fault == KINDS)
		return fail("no such fault", opt.fault);
	if (opt.at) {
		if (!parse_size(opt.at, &number))
			return fail("at= is not a size", opt.at);
		fault_at = number;
	}
	fault_bytes = fault == GROW ? 4096 : 0;
	if (opt.bytes && !parse_size(opt.bytes, &fault_bytes))
		return fail("bytes= is not a size", opt.bytes);
	if (opt.log && (log_fd = open(opt.log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) < 0)
		return fail(strerror(errno), opt.log);

	/* Each file the kernel knows holds a descriptor. */
	struct rlimit rl;
	if (getrlimit(RLIMIT_NOFILE, &rl) == 0) {
		rl.rlim_cur = rl.rlim_max;
		setrlimit(RLIMIT_NOFILE, &rl);
	}
	umask(0); /* the kernel has applied the caller's */
	root.fd = open(opt.backing, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (root.fd < 0 || fstat(root.fd, &st) < 0)
		return fail(strerror(errno), opt.backing);
	root.dev = st.st_dev;
	root.ino = st.st_ino;
	root.name = strdup("/");

	fuse_opt_add_arg(&args, "-ofsname=faultfs,subtype=faultfs,default_permissions");
	if (geteuid() == 0)
		fuse_opt_add_arg(&args, "-oallow_other");
	session = fuse_session_new(&args, &ops, sizeof ops, NULL);
	if (!session || fuse_session_mount(session, cmd.mountpoint))
		return 2;
	fuse_daemonize(cmd.foreground); /* before any thread; the mount stands when the parent returns */

	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&our_signals);
	sigaddset(&our_signals, SIGUSR1);
	sigaddset(&our_signals, SIGTERM);
	sigaddset(&our_signals, SIGINT);
	sigaddset(&our_signals, SIGHUP);
	pthread_sigmask(SIG_BLOCK, &our_signals, NULL);
	pthread_t t;
	int err = pthread_create(&t, NULL, signals, NULL);
	for (int i = 1; i < THREADS && !err; i++)
		err = pthread_create(&t, NULL, serve, NULL);
	if (err) {
		fuse_session_unmount(session);
		return fail(strerror(err), NULL);
	}
	serve(NULL);
	return 0;
}
