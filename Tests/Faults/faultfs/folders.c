/* Operations on open folders. */
#define _GNU_SOURCE
#include "faultfs.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static void op_opendir(fuse_req_t req, fuse_ino_t ino, struct fuse_file_info *fi)
{
	int fd = openat(node_of(ino)->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	if (!dir) {
		int err = errno;
		if (fd >= 0)
			close(fd);
		fuse_reply_err(req, err);
		return;
	}
	fi->fh = (uintptr_t)dir;
	if (fuse_reply_open(req, fi) == -ENOENT) /* the caller was interrupted: no release follows */
		closedir(dir);
}

static void op_readdir(fuse_req_t req, fuse_ino_t ino, size_t size, off_t off,
		       struct fuse_file_info *fi)
{
	DIR *dir = (DIR *)(uintptr_t)fi->fh;
	char *buf = malloc(size);
	size_t used = 0;
	int err = buf ? 0 : ENOMEM;
	(void)ino;
	if (telldir(dir) != off)
		seekdir(dir, off);
	while (!err) {
		long before = telldir(dir);
		errno = 0;
		struct dirent *d = readdir(dir);
		if (!d) {
			err = errno;
			break;
		}
		struct stat st = { .st_ino = d->d_ino, .st_mode = DTTOIF(d->d_type) };
		size_t len = fuse_add_direntry(req, buf + used, size - used, d->d_name, &st,
					       telldir(dir));
		if (len > size - used) { /* does not fit: the next request begins here */
			seekdir(dir, before);
			break;
		}
		used += len;
	}
	if (err && !used)
		fuse_reply_err(req, err);
	else
		fuse_reply_buf(req, buf, used);
	free(buf);
}

static void op_releasedir(fuse_req_t req, fuse_ino_t ino, struct fuse_file_info *fi)
{
	(void)ino;
	closedir((DIR *)(uintptr_t)fi->fh);
	fuse_reply_err(req, 0);
}

static void op_fsyncdir(fuse_req_t req, fuse_ino_t ino, int datasync, struct fuse_file_info *fi)
{
	int fd = dirfd((DIR *)(uintptr_t)fi->fh);
	if (fault == FAIL_FSYNCDIR && strike_node(node_of(ino), 0, 0))
		fuse_reply_err(req, EIO);
	else
		reply(req, datasync ? fdatasync(fd) : fsync(fd));
}

void folders_into(struct fuse_lowlevel_ops *ops)
{
	ops->opendir = op_opendir;
	ops->readdir = op_readdir;
	ops->releasedir = op_releasedir;
	ops->fsyncdir = op_fsyncdir;
}
