// The few Linux calls and constants that Swift's Glibc module does not show, under plain prototypes.
// No logic lives here: every function is one call.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

extern const int rushes_O_DIRECT;
extern const int rushes_O_NOATIME;
extern const int rushes_RENAME_NOREPLACE;

int rushes_renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags);
int rushes_syncfs(int descriptor);
/// Writes a range of dirty pages out and waits for that; promises nothing about the device's own cache.
void rushes_write_out(int descriptor, int64_t offset, int64_t count);
/// A file without a name in memory, closed when another program takes the process over.
int rushes_memory_file(const char *name);
int rushes_fallocate(int descriptor, int64_t size);
ssize_t rushes_flistxattr(int descriptor, char *names, size_t size);
ssize_t rushes_fgetxattr(int descriptor, const char *name, void *value, size_t size);
int rushes_fsetxattr(int descriptor, const char *name, const void *value, size_t size);
int rushes_window_columns(int descriptor);
void rushes_name_this_thread(const char *name);
/// Answers 1 when the process holds a terminal's foreground, 0 otherwise.
int rushes_is_foreground(int descriptor);
/// The device number a block device special file stands for, or 0.
uint64_t rushes_major(uint64_t device);
uint64_t rushes_minor(uint64_t device);
/// Installs the same plain handler for one signal; it writes the signal's number to `pipe_end`.
int rushes_forward_signal(int signal_number, int pipe_end);
/// Limits another process of the same user: bytes of address space, seconds of processor time.
int rushes_limit_process(pid_t process, uint64_t memory, uint64_t seconds);
