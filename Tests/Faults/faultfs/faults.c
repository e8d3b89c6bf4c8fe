/* Whether the fault strikes, and what it does. */
#define _GNU_SOURCE
#include "faultfs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

const char *const kind_name[KINDS] = {
	"none", "read-error", "second-read", "flip-write", "write-error", "hang-write", "hang-read",
	"fail-fsync", "fail-fsyncdir", "full", "grow", "slow", "fail-rename", "no-noreplace", "no-link",
};

struct options opt = { .times = -1, .ms = 10 };
enum kind fault;
int64_t fault_at = -1;
uint64_t fault_bytes;
int log_fd = -1;
atomic_uint_fast64_t total;
atomic_bool released;

bool name_matches(const char *name)
{
	size_t n = strlen(name), s = opt.name ? strlen(opt.name) : 0;
	return n >= s && (!s || !strcmp(name + n - s, opt.name)) &&
	       (!opt.contains || strstr(name, opt.contains));
}

bool concerns(enum kind k, struct node *n)
{
	if (fault != k)
		return false;
	pthread_mutex_lock(&lock);
	bool yes = n->regular && name_matches(n->name);
	pthread_mutex_unlock(&lock);
	return yes;
}

/* Takes one of the times= and writes it down; false when they are used up. Call without the lock. */
bool strike(const char *name, int64_t off, size_t size)
{
	char line[512];
	pthread_mutex_lock(&lock);
	bool yes = opt.times != 0;
	if (opt.times > 0)
		opt.times--;
	int len = snprintf(line, sizeof line, "%s %s %lld %zu\n", kind_name[fault], name,
			   (long long)off, size);
	pthread_mutex_unlock(&lock);
	if (len >= (int)sizeof line)
		len = sizeof line - 1;
	if (yes && log_fd >= 0 && write(log_fd, line, len) != len)
		perror("faultfs: log");
	return yes;
}

bool strike_node(struct node *n, int64_t off, size_t size)
{
	char name[256];
	pthread_mutex_lock(&lock);
	snprintf(name, sizeof name, "%s", n->name);
	pthread_mutex_unlock(&lock);
	return strike(name, off, size);
}

bool covers(int64_t off, size_t size, int64_t at)
{
	return off <= at && at < off + (int64_t)size;
}

/* The byte the fault is about; for reads the middle of the file by default. */
int64_t at_of(int fd)
{
	struct stat st;
	return fault_at >= 0 ? fault_at : fstat(fd, &st) == 0 ? st.st_size / 2 : 0;
}

void pause_ms(long ms)
{
	struct timespec t = { ms / 1000, ms % 1000 * 1000000 };
	while (nanosleep(&t, &t) == -1 && errno == EINTR)
		;
}

/* Polls, rather than waiting on a condition, since SIGUSR1 and an interrupt must both end it. */
int hang(fuse_req_t req)
{
	while (!atomic_load(&released)) {
		if (opt.intr && fuse_req_interrupted(req))
			return EINTR;
		pause_ms(10);
	}
	return 0;
}

void grow_once(struct node *n, int64_t off, size_t size)
{
	pthread_mutex_lock(&lock);
	bool first = !n->grown;
	n->grown = true;
	pthread_mutex_unlock(&lock);
	if (!first || !strike_node(n, off, size))
		return;
	int fd = open(proc_of(n).s, O_WRONLY | O_APPEND | O_CLOEXEC);
	char *more = calloc(1, fault_bytes);
	if (fd < 0 || !more || write(fd, more, fault_bytes) != (ssize_t)fault_bytes)
		perror("faultfs: grow");
	free(more);
	if (fd >= 0)
		close(fd);
}
