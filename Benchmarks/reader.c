// reader.c - the yardstick for reading a tree from its device: what hashing in place is measured against.
//
// What it is: a plain C program that reads every file below a folder past the page cache, once, with four
// requests of up to 4 MiB in flight. What it is not: a check. It hashes nothing and compares nothing.
//
// Build: cc -O2 -Wall -Wextra -pthread -o reader reader.c        (Linux)
// Usage: reader FOLDER
//
// How it works: the tree becomes a list of blocks of at most 4 MiB, those of one file beside each other;
// each of four threads takes the next one, opens its file (O_DIRECT), reads into a buffer on huge pages, closes.
// A large file therefore has four requests in flight, and so have many small ones.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    READERS = 4,                    // requests in flight
    PAGE = 4096,                    // alignment of direct I/O
    HUGE = 2 << 20,                 // alignment of the buffers, so that huge pages can back them
    BLOCK = 4 << 20,                // longest single request
    OPEN_FOLDERS = 64,              // for the walk
};

typedef struct { char *path; off_t offset; size_t length; } Block;

static Block *blocks;
static size_t block_count, file_count;
static long long total_bytes;
static atomic_size_t next_block;

static void die(const char *what, const char *path) {
    fprintf(stderr, "reader: %s %s: %s\n", what, path, strerror(errno));
    _exit(1);
}

static void add_block(char *path, off_t offset, size_t length) {
    if ((block_count & (block_count - 1)) == 0) {       // doubles at each power of two
        blocks = realloc(blocks, (block_count ? block_count * 2 : 1) * sizeof *blocks);
        if (blocks == NULL) die("cannot allocate", "blocks");
    }
    blocks[block_count++] = (Block){ path, offset, length };
}

static int visit(const char *path, const struct stat *status, int kind, struct FTW *where) {
    (void)where;
    if (kind != FTW_F || !S_ISREG(status->st_mode)) return 0;
    char *kept = strdup(path);
    if (kept == NULL) die("cannot allocate", path);
    file_count++;
    total_bytes += status->st_size;
    for (off_t offset = 0; offset < status->st_size; offset += BLOCK) {
        off_t left = status->st_size - offset;
        add_block(kept, offset, left < BLOCK ? (size_t)left : BLOCK);
    }
    return 0;
}

static void *reader(void *argument) {
    (void)argument;
    void *bytes;
    if ((errno = posix_memalign(&bytes, HUGE, BLOCK)) != 0) die("cannot allocate", "a buffer");
    madvise(bytes, BLOCK, MADV_HUGEPAGE);               // one long request instead of many pages; a hint only
    size_t index;
    while ((index = atomic_fetch_add(&next_block, 1)) < block_count) {
        const Block *block = &blocks[index];
        int fd = open(block->path, O_RDONLY | O_DIRECT | O_NOATIME | O_CLOEXEC);
        if (fd < 0) die("cannot open", block->path);
        size_t padded = (block->length + PAGE - 1) / PAGE * PAGE;
        ssize_t got = pread(fd, bytes, padded, block->offset);
        if (got >= 0 && (size_t)got != block->length) errno = EIO;      // it changed while it was read
        if (got != (ssize_t)block->length) die("cannot read", block->path);
        close(fd);
    }
    return NULL;
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fprintf(stderr, "usage: reader FOLDER\n");
        return 1;
    }
    if (nftw(argv[1], visit, OPEN_FOLDERS, FTW_PHYS) != 0) die("cannot list", argv[1]);
    pthread_t threads[READERS];
    for (int i = 0; i < READERS; i++)
        if ((errno = pthread_create(&threads[i], NULL, reader, NULL)) != 0) die("cannot start", "a thread");
    for (int i = 0; i < READERS; i++) pthread_join(threads[i], NULL);
    printf("%zu files, %lld bytes, read\n", file_count, total_bytes);
    return 0;
}
