#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

const int rushes_O_DIRECT = O_DIRECT;
const int rushes_O_NOATIME = O_NOATIME;
const int rushes_RENAME_NOREPLACE = RENAME_NOREPLACE;

int rushes_renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
    return renameat2(from_folder, from, to_folder, to, flags);
}
int rushes_syncfs(int descriptor) { return syncfs(descriptor); }
void rushes_write_out(int descriptor, int64_t offset, int64_t count) {
    sync_file_range(descriptor, offset, count,
                    SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER);
}
int rushes_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }
int rushes_fallocate(int descriptor, int64_t size) { return fallocate(descriptor, 0, 0, size); }
ssize_t rushes_flistxattr(int descriptor, char *names, size_t size) { return flistxattr(descriptor, names, size); }
ssize_t rushes_fgetxattr(int descriptor, const char *name, void *value, size_t size) {
    return fgetxattr(descriptor, name, value, size);
}
int rushes_fsetxattr(int descriptor, const char *name, const void *value, size_t size) {
    return fsetxattr(descriptor, name, value, size, 0);
}
int rushes_window_columns(int descriptor) {
    struct winsize size;
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
void rushes_name_this_thread(const char *name) { pthread_setname_np(pthread_self(), name); }
int rushes_is_foreground(int descriptor) { return tcgetpgrp(descriptor) == getpgrp(); }
uint64_t rushes_major(uint64_t device) { return major(device); }
uint64_t rushes_minor(uint64_t device) { return minor(device); }

// A signal handler may only touch what is async-signal-safe: one int per signal and write(2).
static int signal_pipe = -1;
static void forward(int number) {
    int saved = errno;
    unsigned char byte = (unsigned char)number;
    ssize_t ignored = write(signal_pipe, &byte, 1);
    (void)ignored;
    errno = saved;
}
int rushes_forward_signal(int number, int pipe_end) {
    struct sigaction action;
    sigset_t one;
    /* nohup and its like ignore a hang-up on purpose, and mean us. */
    if (number == SIGHUP && sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN) return 0;
    memset(&action, 0, sizeof action);
    action.sa_handler = forward;
    action.sa_flags = SA_RESTART;
    signal_pipe = pipe_end;
    /* A program that started us from a thread which blocks signals has handed that down to us. */
    sigemptyset(&one);
    sigaddset(&one, number);
    if (pthread_sigmask(SIG_UNBLOCK, &one, NULL) != 0) return -1;
    return sigaction(number, &action, NULL);
}
int rushes_limit_process(pid_t process, uint64_t memory, uint64_t seconds) {
    struct rlimit space = {memory, memory}, time = {seconds, seconds};
    if (prlimit(process, RLIMIT_AS, &space, NULL) != 0) return -1;
    return prlimit(process, RLIMIT_CPU, &time, NULL);
}
