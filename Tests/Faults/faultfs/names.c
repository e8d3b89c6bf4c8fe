/* Operations on names: look up, make, link, rename, remove. */
#define _GNU_SOURCE
#include "faultfs.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/syscall.h>
#include <unistd.h>

static void reply_find(fuse_req_t req, fuse_ino_t parent, const char *name)
{
	struct fuse_entry_param e;
	int err = find(parent, name, &e);
	if (err)
		fuse_reply_err(req, err);
	else
		fuse_reply_entry(req, &e);
}

static void op_lookup(fuse_req_t req, fuse_ino_t parent, const char *name)
{
	reply_find(req, parent, name);
}

static void op_forget(fuse_req_t req, fuse_ino_t ino, uint64_t count)
{
	drop(ino, count);
	fuse_reply_none(req);
}

static void op_forget_multi(fuse_req_t req, size_t count, struct fuse_forget_data *f)
{
	for (size_t i = 0; i < count; i++)
		drop(f[i].ino, f[i].nlookup);
	fuse_reply_none(req);
}

/* What was just made belongs to the caller, not to the daemon. Answers res, after the lookup. */
static void made(fuse_req_t req, fuse_ino_t parent, const char *name, int res)
{
	const struct fuse_ctx *c = fuse_req_ctx(req);
	if (res == -1) {
		fuse_reply_err(req, errno);
		return;
	}
	if (c->uid != geteuid() || c->gid != getegid())
		(void)!fchownat(node_of(parent)->fd, name, c->uid, c->gid, AT_SYMLINK_NOFOLLOW);
	reply_find(req, parent, name);
}

static void op_mkdir(fuse_req_t req, fuse_ino_t p, const char *name, mode_t mode)
{
	made(req, p, name, mkdirat(node_of(p)->fd, name, mode));
}

static void op_mknod(fuse_req_t req, fuse_ino_t p, const char *name, mode_t mode, dev_t dev)
{
	made(req, p, name, mknodat(node_of(p)->fd, name, mode, dev));
}

static void op_symlink(fuse_req_t req, const char *to, fuse_ino_t p, const char *name)
{
	made(req, p, name, symlinkat(to, node_of(p)->fd, name));
}

static void op_link(fuse_req_t req, fuse_ino_t ino, fuse_ino_t p, const char *name)
{
	if (fault == NO_LINK && name_matches(name) && strike(name, 0, 0)) {
		fuse_reply_err(req, EPERM);
		return;
	}
	if (linkat(AT_FDCWD, proc_of(node_of(ino)).s, node_of(p)->fd, name, AT_SYMLINK_FOLLOW) < 0)
		fuse_reply_err(req, errno);
	else
		reply_find(req, p, name);
}

static void op_unlink(fuse_req_t req, fuse_ino_t p, const char *name)
{
	reply(req, unlinkat(node_of(p)->fd, name, 0));
}

static void op_rmdir(fuse_req_t req, fuse_ino_t p, const char *name)
{
	reply(req, unlinkat(node_of(p)->fd, name, AT_REMOVEDIR));
}

static void op_rename(fuse_req_t req, fuse_ino_t p, const char *name, fuse_ino_t newp,
		      const char *newname, unsigned flags)
{
	int err = 0;
	if (fault == FAIL_RENAME && name_matches(newname) && strike(newname, 0, 0))
		err = EIO;
	else if (fault == NO_NOREPLACE && flags && name_matches(newname) && strike(newname, 0, 0))
		err = EINVAL;
	else if (syscall(SYS_renameat2, node_of(p)->fd, name, node_of(newp)->fd, newname, flags) < 0)
		err = errno;
	/* The new name counts at once, also for those who hold the file open. */
	struct fuse_entry_param e;
	if (!err && !find(newp, newname, &e))
		drop(e.ino, 1);
	fuse_reply_err(req, err);
}

static void op_readlink(fuse_req_t req, fuse_ino_t ino)
{
	char buf[PATH_MAX + 1];
	ssize_t n = readlinkat(node_of(ino)->fd, "", buf, sizeof buf);
	if (n < 0 || n == (ssize_t)sizeof buf) {
		fuse_reply_err(req, n < 0 ? errno : ENAMETOOLONG);
		return;
	}
	buf[n] = 0;
	fuse_reply_readlink(req, buf);
}

void names_into(struct fuse_lowlevel_ops *ops)
{
	ops->lookup = op_lookup;
	ops->forget = op_forget;
	ops->forget_multi = op_forget_multi;
	ops->mkdir = op_mkdir;
	ops->mknod = op_mknod;
	ops->symlink = op_symlink;
	ops->link = op_link;
	ops->unlink = op_unlink;
	ops->rmdir = op_rmdir;
	ops->rename = op_rename;
	ops->readlink = op_readlink;
}
