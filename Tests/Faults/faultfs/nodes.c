/* Files of BACKING: one record for one inode, however many names it has. */
#define _GNU_SOURCE
#include "faultfs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BUCKETS 4096

pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
struct node root;
static struct node *table[BUCKETS];

struct node *node_of(fuse_ino_t ino)
{
	return ino == FUSE_ROOT_ID ? &root : (struct node *)(uintptr_t)ino;
}

struct proc_name proc_of(const struct node *n)
{
	struct proc_name p;
	snprintf(p.s, sizeof p.s, "/proc/self/fd/%d", n->fd);
	return p;
}

static struct node **bucket_of(dev_t dev, ino_t ino)
{
	return &table[(ino ^ dev * 31) % BUCKETS];
}

static void set_name(struct node *n, const char *name)
{
	char *copy = strdup(name);
	if (copy) {
		free(n->name);
		n->name = copy;
	}
}

/* Fills e for parent/name and counts one lookup. Returns an errno, 0 is success. */
int find(fuse_ino_t parent, const char *name, struct fuse_entry_param *e)
{
	*e = (struct fuse_entry_param){ 0 }; /* timeouts 0: BACKING may change behind our back */
	int fd = openat(node_of(parent)->fd, name, O_PATH | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return errno;
	if (fstatat(fd, "", &e->attr, AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW) < 0) {
		int err = errno;
		close(fd);
		return err;
	}
	struct node **bucket = bucket_of(e->attr.st_dev, e->attr.st_ino);
	pthread_mutex_lock(&lock);
	struct node *n = *bucket;
	while (n && (n->ino != e->attr.st_ino || n->dev != e->attr.st_dev))
		n = n->next;
	if (n) {
		close(fd);
	} else {
		n = calloc(1, sizeof *n);
		if (!n || !(n->name = strdup(name))) {
			pthread_mutex_unlock(&lock);
			free(n);
			close(fd);
			return ENOMEM;
		}
		n->fd = fd;
		n->dev = e->attr.st_dev;
		n->ino = e->attr.st_ino;
		n->regular = S_ISREG(e->attr.st_mode);
		n->next = *bucket;
		*bucket = n;
	}
	set_name(n, name);
	n->lookups++;
	pthread_mutex_unlock(&lock);
	e->ino = (uintptr_t)n;
	return 0;
}

void drop(fuse_ino_t ino, uint64_t count)
{
	struct node *n = node_of(ino);
	if (n == &root)
		return;
	pthread_mutex_lock(&lock);
	n->lookups -= count;
	bool dead = n->lookups == 0;
	if (dead) {
		struct node **p = bucket_of(n->dev, n->ino);
		while (*p != n)
			p = &(*p)->next;
		*p = n->next;
	}
	pthread_mutex_unlock(&lock);
	if (dead) {
		close(n->fd);
		free(n->name);
		free(n);
	}
}

void reply(fuse_req_t req, int res) { fuse_reply_err(req, res == -1 ? errno : 0); }
