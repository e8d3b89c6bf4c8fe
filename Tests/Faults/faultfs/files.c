/* Operations on open files: here most faults strike. */
#define _GNU_SOURCE
#include "faultfs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* O_DIRECT would bind our buffers to the disk's block size; O_APPEND would move
 * the offsets the kernel has worked out already; O_NOFOLLOW would stop at /proc. */
static int backing_flags(int flags)
{
	return (flags & ~(O_DIRECT | O_APPEND | O_NOFOLLOW)) | O_CLOEXEC;
}

static void cache_flags(struct fuse_file_info *fi)
{
	fi->direct_io = opt.direct;
	fi->keep_cache = opt.keepcache;
}

static void op_open(fuse_req_t req, fuse_ino_t ino, struct fuse_file_info *fi)
{
	int fd = open(proc_of(node_of(ino)).s, backing_flags(fi->flags) & ~(O_CREAT | O_EXCL));
	if (fd < 0) {
		fuse_reply_err(req, errno);
		return;
	}
	fi->fh = fd;
	cache_flags(fi);
	if (fuse_reply_open(req, fi) == -ENOENT)
		close(fd);
}

static void op_create(fuse_req_t req, fuse_ino_t p, const char *name, mode_t mode,
		      struct fuse_file_info *fi)
{
	const struct fuse_ctx *c = fuse_req_ctx(req);
	struct fuse_entry_param e;
	int fd = openat(node_of(p)->fd, name, backing_flags(fi->flags) | O_CREAT | O_NOFOLLOW, mode);
	if (fd < 0) {
		fuse_reply_err(req, errno);
		return;
	}
	if (c->uid != geteuid() || c->gid != getegid())
		(void)!fchown(fd, c->uid, c->gid);
	int err = find(p, name, &e);
	if (err) {
		close(fd);
		fuse_reply_err(req, err);
		return;
	}
	if (p == FUSE_ROOT_ID && !strcmp(name, RELEASE_NAME)) { /* a knock, not a file */
		unlinkat(node_of(p)->fd, name, 0);
		atomic_store(&released, true);
	}
	fi->fh = fd;
	cache_flags(fi);
	if (fuse_reply_create(req, &e, fi) == -ENOENT) {
		close(fd);
		drop(e.ino, 1);
	}
}

static void op_read(fuse_req_t req, fuse_ino_t ino, size_t size, off_t off,
		    struct fuse_file_info *fi)
{
	struct node *n = node_of(ino);
	int64_t at;
	if (concerns(SLOW, n))
		pause_ms(opt.ms);
	/* Once the limit is passed it stays passed, so later requests hang too. */
	if (concerns(HANG_READ, n) && atomic_fetch_add(&total, size) + size > fault_bytes &&
	    !atomic_load(&released) && strike_node(n, off, size)) {
		int err = hang(req);
		if (err) {
			fuse_reply_err(req, err);
			return;
		}
	}
	if (concerns(READ_ERROR, n) && covers(off, size, at_of(fi->fh)) && strike_node(n, off, size)) {
		fuse_reply_err(req, EIO);
		return;
	}
	char *buf = malloc(size);
	ssize_t got = buf ? pread(fi->fh, buf, size, off) : -1;
	if (got < 0) {
		fuse_reply_err(req, buf ? errno : ENOMEM);
		free(buf);
		return;
	}
	if (concerns(SECOND_READ, n) && covers(off, got, at = at_of(fi->fh))) {
		pthread_mutex_lock(&lock);
		bool again = n->reads++ > 0;
		pthread_mutex_unlock(&lock);
		if (again && strike_node(n, off, size))
			buf[at - off] ^= 1;
	}
	if (concerns(GROW, n))
		grow_once(n, off, size);
	fuse_reply_buf(req, buf, got);
	free(buf);
}

static void op_write(fuse_req_t req, fuse_ino_t ino, const char *data, size_t size, off_t off,
		     struct fuse_file_info *fi)
{
	struct node *n = node_of(ino);
	int64_t at = fault_at < 0 ? 0 : fault_at;
	char *bent = NULL;
	if (concerns(SLOW, n))
		pause_ms(opt.ms);
	if (concerns(HANG_WRITE, n) && atomic_fetch_add(&total, size) + size > fault_bytes &&
	    !atomic_load(&released) && strike_node(n, off, size)) {
		int err = hang(req);
		if (err) {
			fuse_reply_err(req, err);
			return;
		}
	}
	if (concerns(WRITE_ERROR, n) && covers(off, size, at) && strike_node(n, off, size)) {
		fuse_reply_err(req, EIO);
		return;
	}
	/* As on a full disk a small write may still fit after a large one did not. */
	if (concerns(FULL, n) && atomic_fetch_add(&total, size) + size > fault_bytes) {
		atomic_fetch_sub(&total, size);
		if (strike_node(n, off, size)) {
			fuse_reply_err(req, ENOSPC);
			return;
		}
	}
	if (concerns(FLIP_WRITE, n) && covers(off, size, at) && strike_node(n, off, size)) {
		bent = malloc(size);
		if (!bent) {
			fuse_reply_err(req, ENOMEM);
			return;
		}
		memcpy(bent, data, size);
		bent[at - off] ^= 1;
	}
	ssize_t put = pwrite(fi->fh, bent ? bent : data, size, off);
	if (put < 0)
		fuse_reply_err(req, errno);
	else
		fuse_reply_write(req, put);
	free(bent);
}

static void op_flush(fuse_req_t req, fuse_ino_t ino, struct fuse_file_info *fi)
{
	bool writable = (fcntl(fi->fh, F_GETFL) & O_ACCMODE) != O_RDONLY;
	if (writable && concerns(FAIL_FSYNC, node_of(ino)) && strike_node(node_of(ino), 0, 0))
		fuse_reply_err(req, EIO);
	else
		reply(req, close(dup(fi->fh))); /* what the backing store says at close */
}

static void op_fsync(fuse_req_t req, fuse_ino_t ino, int datasync, struct fuse_file_info *fi)
{
	if (concerns(FAIL_FSYNC, node_of(ino)) && strike_node(node_of(ino), 0, 0))
		fuse_reply_err(req, EIO);
	else
		reply(req, datasync ? fdatasync(fi->fh) : fsync(fi->fh));
}

static void op_release(fuse_req_t req, fuse_ino_t ino, struct fuse_file_info *fi)
{
	(void)ino;
	close(fi->fh);
	fuse_reply_err(req, 0);
}

static void op_fallocate(fuse_req_t req, fuse_ino_t ino, int mode, off_t off, off_t len,
			 struct fuse_file_info *fi)
{
	if (concerns(FULL, node_of(ino)) && atomic_load(&total) + len > fault_bytes &&
	    strike_node(node_of(ino), off, len))
		fuse_reply_err(req, ENOSPC);
	else
		reply(req, fallocate(fi->fh, mode, off, len));
}

static void op_lseek(fuse_req_t req, fuse_ino_t ino, off_t off, int whence,
		     struct fuse_file_info *fi)
{
	off_t res = lseek(fi->fh, off, whence);
	(void)ino;
	if (res < 0)
		fuse_reply_err(req, errno);
	else
		fuse_reply_lseek(req, res);
}

void files_into(struct fuse_lowlevel_ops *ops)
{
	ops->open = op_open;
	ops->create = op_create;
	ops->read = op_read;
	ops->write = op_write;
	ops->flush = op_flush;
	ops->fsync = op_fsync;
	ops->release = op_release;
	ops->fallocate = op_fallocate;
	ops->lseek = op_lseek;
}
