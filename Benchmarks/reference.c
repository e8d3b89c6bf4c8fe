// reference.c - the yardstick for copying a tree to several destinations and reading every copy back.
//
// What it is: a plain multi-threaded C program that reads the source once, writes it N times and
// reads every copy back. Reading, read-back and the writing of all but small files use direct I/O;
// those files are preallocated. Files under 64 KiB are written through the page cache and flushed
// with one syncfs per batch, because that is the faster way; they too are read back from the device.
//
// What it is not: a copying tool. It computes no hashes, compares nothing, keeps no times, owners or
// modes, writes no manifest, cannot resume, and leaves half-written files behind when it fails.
// It shows what the machine can do, not what anyone should use.
//
// Build: cc -O2 -Wall -Wextra -pthread -o reference reference.c        (Linux)
// Usage: reference SOURCE DEST [DEST ...]       (the CONTENTS of SOURCE appear in each DEST)
//
// How it works: the tree becomes a list of blocks of at most 4 MiB; consecutive files form batches.
//   readers    take the next block and a free buffer, read, and queue the buffer for each destination;
//   writers    (per destination) create the file at its first block, and close it after its last one;
//              whoever writes the last block of a batch flushes the file system;
//   read-back  (per destination) walks the same list, each batch as soon as it is flushed.

#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    READERS = 8,                    // reads in flight on the source
    WRITERS = 4,                    // writes in flight on each destination
    CHECKERS = 4,                   // read-backs in flight on each destination
    BUFFERS = 24,
    PAGE = 4096,                    // alignment of direct I/O
    HUGE = 2 << 20,                 // alignment of the buffers, so that huge pages can back them
    BLOCK = 4 << 20,                // longest single read or write
    DIRECT_FROM = 64 << 10,         // shorter files are written through the page cache
    BATCH_FILES = 1000,             // a batch ends after so many files ...
    BATCH_BYTES = 1 << 30,          // ... or so many bytes
    MAX_DESTINATIONS = 16,
    LOCKS = 64,
};

typedef struct { char *path; off_t size; unsigned batch; } File;
typedef struct { unsigned file; off_t offset; } Block;
typedef struct { int fd; unsigned left; } Output;           // one file at one destination

typedef struct Buffer {
    char *bytes;
    size_t block;                   // which block it holds
    atomic_int users;               // destinations that have yet to write it
    struct Buffer *next;            // in the free list
} Buffer;

typedef struct {
    const char *path;
    int root;
    Output *outputs;                // one per file
    pthread_mutex_t locks[LOCKS];   // protect outputs[i] with locks[i % LOCKS]
    pthread_mutex_t mutex;          // protects everything below
    pthread_cond_t changed;
    Buffer *queue[BUFFERS];         // no more buffers exist, so it never overflows
    size_t head, tail;
    bool closed;
    unsigned *unwritten;            // files still to be written, per batch
    bool *flushed;                  // per batch
    atomic_size_t next_check;
} Destination;

static int source_fd;
static File *files;
static Block *blocks;
static size_t file_count, block_count, batch_count;
static off_t total_bytes;
static Destination destinations[MAX_DESTINATIONS];
static int destination_count;

static pthread_mutex_t pool_mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t pool_changed = PTHREAD_COND_INITIALIZER;
static Buffer *pool;
static size_t next_read;            // protected by pool_mutex

static void die(const char *what, const char *path) {
    fprintf(stderr, "reference: %s %s: %s\n", what, path, strerror(errno));
    _exit(1);
}

static void *grow(void *array, size_t count, size_t size) {     // doubles at each power of two
    if ((count & (count - 1)) != 0) return array;
    array = realloc(array, (count ? count * 2 : 1) * size);
    if (array == NULL) die("cannot allocate", "memory");
    return array;
}

static void *allocate(size_t count, size_t size) {
    void *memory = calloc(count ? count : 1, size);
    if (memory == NULL) die("cannot allocate", "memory");
    return memory;
}

static char *allocate_aligned(size_t size) {
    void *memory;
    if ((errno = posix_memalign(&memory, HUGE, size)) != 0) die("cannot allocate", "buffers");
    madvise(memory, size, MADV_HUGEPAGE);       // one long request instead of many pages; a hint only
    return memory;
}

static size_t block_length(const Block *block) {
    off_t left = files[block->file].size - block->offset;
    return left < BLOCK ? (size_t)left : BLOCK;
}

static size_t padded(size_t length) { return (length + PAGE - 1) / PAGE * PAGE; }

static unsigned blocks_of(off_t size) { return size == 0 ? 1 : (size + BLOCK - 1) / BLOCK; }

// ---- the source tree --------------------------------------------------------------------------

static void add_file(char *path, off_t size) {
    static size_t batch_files, batch_bytes;
    if (batch_files >= BATCH_FILES || batch_bytes >= BATCH_BYTES || batch_count == 0) {
        batch_count++;
        batch_files = batch_bytes = 0;
    }
    batch_files++;
    batch_bytes += size;
    total_bytes += size;
    files = grow(files, file_count, sizeof *files);
    for (unsigned i = 0; i < blocks_of(size); i++) {
        blocks = grow(blocks, block_count, sizeof *blocks);
        blocks[block_count++] = (Block){ .file = file_count, .offset = (off_t)i * BLOCK };
    }
    files[file_count++] = (File){ .path = path, .size = size, .batch = batch_count - 1 };
}

static void walk(const char *folder) {          // "" is the source itself; creates the folders too
    int fd = openat(source_fd, *folder ? folder : ".", O_RDONLY | O_DIRECTORY);
    DIR *stream = fd < 0 ? NULL : fdopendir(fd);
    if (stream == NULL) die("cannot open", folder);
    struct dirent *entry;
    while (errno = 0, (entry = readdir(stream)) != NULL) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        char *path;
        struct stat info;
        if (asprintf(&path, "%s%s%s", folder, *folder ? "/" : "", entry->d_name) < 0) die("cannot name", entry->d_name);
        if (fstatat(fd, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0) die("cannot stat", path);
        if (S_ISDIR(info.st_mode)) {
            for (int d = 0; d < destination_count; d++)
                if (mkdirat(destinations[d].root, path, 0755) != 0) die("cannot create", path);
            walk(path);
            free(path);
        } else if (S_ISREG(info.st_mode)) {
            add_file(path, info.st_size);
        } else {
            fprintf(stderr, "reference: skipped, not a regular file: %s\n", path);
            free(path);
        }
    }
    if (errno != 0) die("cannot list", folder);
    closedir(stream);
}

// ---- reading ----------------------------------------------------------------------------------

static void read_block(int folder, const Block *block, char *bytes) {
    const char *path = files[block->file].path;
    size_t length = block_length(block);
    if (length == 0) return;
    int fd = openat(folder, path, O_RDONLY | O_DIRECT);
    if (fd < 0) die("cannot open", path);
    ssize_t got = pread(fd, bytes, padded(length), block->offset);
    if (got >= 0 && (size_t)got != length) errno = EIO;
    if (got != (ssize_t)length) die("cannot read", path);
    close(fd);
}

static void *reader(void *unused) {
    for (;;) {
        pthread_mutex_lock(&pool_mutex);
        while (pool == NULL && next_read < block_count) pthread_cond_wait(&pool_changed, &pool_mutex);
        if (next_read == block_count) {
            pthread_cond_broadcast(&pool_changed);
            pthread_mutex_unlock(&pool_mutex);
            return unused;
        }
        Buffer *buffer = pool;
        pool = buffer->next;
        buffer->block = next_read++;
        pthread_mutex_unlock(&pool_mutex);

        read_block(source_fd, &blocks[buffer->block], buffer->bytes);
        atomic_store(&buffer->users, destination_count);
        for (Destination *d = destinations; d < destinations + destination_count; d++) {
            pthread_mutex_lock(&d->mutex);
            d->queue[d->tail++ % BUFFERS] = buffer;
            pthread_cond_broadcast(&d->changed);
            pthread_mutex_unlock(&d->mutex);
        }
    }
}

// ---- writing ----------------------------------------------------------------------------------

static int output_fd(Destination *d, const File *file) {        // creates the file at its first block
    size_t index = file - files;
    pthread_mutex_t *lock = &d->locks[index % LOCKS];
    pthread_mutex_lock(lock);
    Output *output = &d->outputs[index];
    if (output->fd < 0) {
        bool direct = file->size >= DIRECT_FROM;
        output->fd = openat(d->root, file->path, O_WRONLY | O_CREAT | O_EXCL | (direct ? O_DIRECT : 0), 0644);
        if (output->fd < 0) die("cannot create", file->path);
        // Without it every write would extend the file, and such writes exclude each other.
        if (direct && fallocate(output->fd, 0, 0, file->size) != 0 && errno != EOPNOTSUPP)
            die("cannot preallocate", file->path);
    }
    pthread_mutex_unlock(lock);
    return output->fd;
}

static bool close_output(Destination *d, const File *file) {    // true after the last block
    size_t index = file - files;
    pthread_mutex_t *lock = &d->locks[index % LOCKS];
    pthread_mutex_lock(lock);
    Output *output = &d->outputs[index];
    bool last = --output->left == 0;
    pthread_mutex_unlock(lock);
    if (!last) return false;
    if (file->size >= DIRECT_FROM && file->size % PAGE != 0 && ftruncate(output->fd, file->size) != 0)
        die("cannot truncate", file->path);
    if (close(output->fd) != 0) die("cannot close", file->path);
    return true;
}

static void *writer(void *argument) {
    Destination *d = argument;
    for (;;) {
        pthread_mutex_lock(&d->mutex);
        while (d->head == d->tail && !d->closed) pthread_cond_wait(&d->changed, &d->mutex);
        Buffer *buffer = d->head == d->tail ? NULL : d->queue[d->head++ % BUFFERS];
        pthread_mutex_unlock(&d->mutex);
        if (buffer == NULL) return NULL;

        const Block *block = &blocks[buffer->block];
        const File *file = &files[block->file];
        size_t length = block_length(block);
        if (file->size >= DIRECT_FROM) length = padded(length);
        int fd = output_fd(d, file);
        ssize_t put = length == 0 ? 0 : pwrite(fd, buffer->bytes, length, block->offset);
        if (put >= 0 && (size_t)put != length) errno = ENOSPC;
        if (put != (ssize_t)length) die("cannot write", file->path);

        if (atomic_fetch_sub(&buffer->users, 1) == 1) {
            pthread_mutex_lock(&pool_mutex);
            buffer->next = pool;
            pool = buffer;
            pthread_cond_signal(&pool_changed);
            pthread_mutex_unlock(&pool_mutex);
        }
        if (!close_output(d, file)) continue;
        pthread_mutex_lock(&d->mutex);
        bool complete = --d->unwritten[file->batch] == 0;
        pthread_mutex_unlock(&d->mutex);
        if (!complete) continue;
        if (syncfs(d->root) != 0) die("cannot flush", d->path);
        pthread_mutex_lock(&d->mutex);
        d->flushed[file->batch] = true;
        pthread_cond_broadcast(&d->changed);
        pthread_mutex_unlock(&d->mutex);
    }
}

// ---- reading back -----------------------------------------------------------------------------

static void *checker(void *argument) {
    Destination *d = argument;
    char *bytes = allocate_aligned(BLOCK);
    size_t index;
    while ((index = atomic_fetch_add(&d->next_check, 1)) < block_count) {
        pthread_mutex_lock(&d->mutex);
        while (!d->flushed[files[blocks[index].file].batch]) pthread_cond_wait(&d->changed, &d->mutex);
        pthread_mutex_unlock(&d->mutex);
        read_block(d->root, &blocks[index], bytes);
    }
    return NULL;
}

// ---- all together -----------------------------------------------------------------------------

static pthread_t start(void *(*body)(void *), void *argument) {
    pthread_t thread;
    if ((errno = pthread_create(&thread, NULL, body, argument)) != 0) die("cannot start", "a thread");
    return thread;
}

int main(int argc, char **argv) {
    if (argc < 3 || argc - 2 > MAX_DESTINATIONS) {
        fprintf(stderr, "usage: reference SOURCE DEST [DEST ...]   (at most %d)\n", MAX_DESTINATIONS);
        return 1;
    }
    source_fd = open(argv[1], O_RDONLY | O_DIRECTORY);
    if (source_fd < 0) die("cannot open", argv[1]);
    for (int i = 2; i < argc; i++) {
        Destination *d = &destinations[destination_count++];
        d->path = argv[i];
        if (mkdir(d->path, 0755) != 0 && errno != EEXIST) die("cannot create", d->path);
        d->root = open(d->path, O_RDONLY | O_DIRECTORY);
        if (d->root < 0) die("cannot open", d->path);
    }
    walk("");

    char *arena = allocate_aligned((size_t)BUFFERS * BLOCK);
    for (size_t i = 0; i < BUFFERS; i++) {
        Buffer *buffer = allocate(1, sizeof *buffer);
        buffer->bytes = arena + i * BLOCK;
        buffer->next = pool;
        pool = buffer;
    }

    pthread_t readers[READERS], writers[MAX_DESTINATIONS][WRITERS], checkers[MAX_DESTINATIONS][CHECKERS];
    for (int n = 0; n < destination_count; n++) {
        Destination *d = &destinations[n];
        pthread_mutex_init(&d->mutex, NULL);
        pthread_cond_init(&d->changed, NULL);
        for (int i = 0; i < LOCKS; i++) pthread_mutex_init(&d->locks[i], NULL);
        d->outputs = allocate(file_count, sizeof *d->outputs);
        d->unwritten = allocate(batch_count, sizeof *d->unwritten);
        d->flushed = allocate(batch_count, sizeof *d->flushed);
        for (size_t i = 0; i < file_count; i++) {
            d->outputs[i] = (Output){ .fd = -1, .left = blocks_of(files[i].size) };
            d->unwritten[files[i].batch]++;
        }
        for (int i = 0; i < WRITERS; i++) writers[n][i] = start(writer, d);
        for (int i = 0; i < CHECKERS; i++) checkers[n][i] = start(checker, d);
    }
    for (int i = 0; i < READERS; i++) readers[i] = start(reader, NULL);

    for (int i = 0; i < READERS; i++) pthread_join(readers[i], NULL);
    for (int n = 0; n < destination_count; n++) {
        Destination *d = &destinations[n];
        pthread_mutex_lock(&d->mutex);
        d->closed = true;
        pthread_cond_broadcast(&d->changed);
        pthread_mutex_unlock(&d->mutex);
    }
    for (int n = 0; n < destination_count; n++) {
        for (int i = 0; i < WRITERS; i++) pthread_join(writers[n][i], NULL);
        if (syncfs(destinations[n].root) != 0) die("cannot flush", destinations[n].path);
    }
    for (int n = 0; n < destination_count; n++)
        for (int i = 0; i < CHECKERS; i++) pthread_join(checkers[n][i], NULL);
    printf("%zu files, %lld bytes, %d destinations, read back\n", file_count, (long long)total_bytes, destination_count);
    return 0;
}
