/* Operations on attributes: modes, owners, sizes, times, extended attributes, the volume. */
#define _GNU_SOURCE
#include "faultfs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/statvfs.h>
#include <sys/xattr.h>
#include <unistd.h>

static void op_getattr(fuse_req_t req, fuse_ino_t ino, struct fuse_file_info *fi)
{
	struct stat st;
	(void)fi;
	if (fstatat(node_of(ino)->fd, "", &st, AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW) < 0)
		fuse_reply_err(req, errno);
	else
		fuse_reply_attr(req, &st, 0);
}

static void op_setattr(fuse_req_t req, fuse_ino_t ino, struct stat *st, int set,
		       struct fuse_file_info *fi)
{
	struct node *n = node_of(ino);
	struct proc_name path = proc_of(n);
	int res = 0;
	if (set & FUSE_SET_ATTR_MODE)
		res = chmod(path.s, st->st_mode);
	if (res == 0 && (set & (FUSE_SET_ATTR_UID | FUSE_SET_ATTR_GID)))
		res = fchownat(n->fd, "", set & FUSE_SET_ATTR_UID ? st->st_uid : (uid_t)-1,
			       set & FUSE_SET_ATTR_GID ? st->st_gid : (gid_t)-1,
			       AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW);
	if (res == 0 && (set & FUSE_SET_ATTR_SIZE))
		res = fi ? ftruncate(fi->fh, st->st_size) : truncate(path.s, st->st_size);
	if (res == 0 && (set & (FUSE_SET_ATTR_ATIME | FUSE_SET_ATTR_MTIME))) {
		struct timespec t[2] = { { 0, UTIME_OMIT }, { 0, UTIME_OMIT } };
		if (set & FUSE_SET_ATTR_ATIME)
			t[0] = st->st_atim;
		if (set & FUSE_SET_ATTR_MTIME)
			t[1] = st->st_mtim;
		if (set & FUSE_SET_ATTR_ATIME_NOW)
			t[0].tv_nsec = UTIME_NOW;
		if (set & FUSE_SET_ATTR_MTIME_NOW)
			t[1].tv_nsec = UTIME_NOW;
		res = utimensat(n->fd, "", t, AT_EMPTY_PATH); /* also right for a symlink */
	}
	if (res == -1)
		fuse_reply_err(req, errno);
	else
		op_getattr(req, ino, fi);
}

static void op_statfs(fuse_req_t req, fuse_ino_t ino)
{
	struct statvfs st;
	if (fstatvfs(node_of(ino)->fd, &st) < 0)
		fuse_reply_err(req, errno);
	else
		fuse_reply_statfs(req, &st);
}

static void op_setxattr(fuse_req_t req, fuse_ino_t ino, const char *name, const char *value,
			size_t size, int flags)
{
	reply(req, setxattr(proc_of(node_of(ino)).s, name, value, size, flags));
}

static void op_removexattr(fuse_req_t req, fuse_ino_t ino, const char *name)
{
	reply(req, removexattr(proc_of(node_of(ino)).s, name));
}

/* getxattr, or listxattr when name is NULL; size 0 asks for the size. */
static void get_xattr(fuse_req_t req, fuse_ino_t ino, const char *name, size_t size)
{
	struct proc_name path = proc_of(node_of(ino));
	char *buf = size ? malloc(size) : NULL;
	if (size && !buf) {
		fuse_reply_err(req, ENOMEM);
		return;
	}
	ssize_t n = name ? getxattr(path.s, name, buf, size) : listxattr(path.s, buf, size);
	if (n < 0)
		fuse_reply_err(req, errno);
	else if (size)
		fuse_reply_buf(req, buf, n);
	else
		fuse_reply_xattr(req, n);
	free(buf);
}

static void op_getxattr(fuse_req_t req, fuse_ino_t ino, const char *name, size_t size)
{
	get_xattr(req, ino, name, size);
}

static void op_listxattr(fuse_req_t req, fuse_ino_t ino, size_t size)
{
	get_xattr(req, ino, NULL, size);
}

void attributes_into(struct fuse_lowlevel_ops *ops)
{
	ops->getattr = op_getattr;
	ops->setattr = op_setattr;
	ops->statfs = op_statfs;
	ops->setxattr = op_setxattr;
	ops->removexattr = op_removexattr;
	ops->getxattr = op_getxattr;
	ops->listxattr = op_listxattr;
}
