/* What the parts of faultfs share; faultfs.c says what it does. */
#ifndef FAULTFS_H
#define FAULTFS_H
#define FUSE_USE_VERSION 31
#include <fuse_lowlevel.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#define RELEASE_NAME ".faultfs-release"

enum kind {
	NONE, READ_ERROR, SECOND_READ, FLIP_WRITE, WRITE_ERROR, HANG_WRITE, HANG_READ, FAIL_FSYNC,
	FAIL_FSYNCDIR, FULL, GROW, SLOW, FAIL_RENAME, NO_NOREPLACE, NO_LINK, KINDS
};
extern const char *const kind_name[KINDS];

/* Options as given (char *) and as understood. */
struct options {
	char *fault, *name, *contains, *at, *bytes, *log, *backing;
	int times, ms, direct, keepcache, intr;
};
extern struct options opt;
extern enum kind fault;
extern int64_t fault_at; /* -1: the default of the kind */
extern uint64_t fault_bytes;
extern int log_fd;

/* One file of BACKING, known to the kernel by the address of this record. */
struct node {
	struct node *next; /* in its hash bucket */
	int fd; /* O_PATH */
	dev_t dev;
	ino_t ino;
	uint64_t lookups;
	char *name;
	unsigned reads; /* answers which held byte at= */
	bool regular, grown;
};

extern pthread_mutex_t lock; /* the table, names, counters, opt.times */
extern struct node root;
extern atomic_uint_fast64_t total; /* bytes read or written by matching files */
extern atomic_bool released;

/* nodes.c: files of BACKING by the number the kernel has for them. */
struct node *node_of(fuse_ino_t ino);

/* The name under /proc reaches the very file behind an O_PATH descriptor. */
struct proc_name { char s[40]; };
struct proc_name proc_of(const struct node *n);
/* Fills e for parent/name and counts one lookup. Returns an errno, 0 is success. */
int find(fuse_ino_t parent, const char *name, struct fuse_entry_param *e);
void drop(fuse_ino_t ino, uint64_t count);
void reply(fuse_req_t req, int res);

/* faults.c: whether the fault strikes, and what it does. */
bool name_matches(const char *name);
bool concerns(enum kind k, struct node *n);
/* Takes one of the times= and writes it down; false when they are used up. Call without the lock. */
bool strike(const char *name, int64_t off, size_t size);
bool strike_node(struct node *n, int64_t off, size_t size);
bool covers(int64_t off, size_t size, int64_t at);
/* The byte the fault is about; for reads the middle of the file by default. */
int64_t at_of(int fd);
void pause_ms(long ms);
int hang(fuse_req_t req);
void grow_once(struct node *n, int64_t off, size_t size);

/* Each part enters its operations into the table. */
void names_into(struct fuse_lowlevel_ops *ops);
void attributes_into(struct fuse_lowlevel_ops *ops);
void folders_into(struct fuse_lowlevel_ops *ops);
void files_into(struct fuse_lowlevel_ops *ops);

#endif
