/* Replacing a file whole. The bytes go to a new file beside it, to the disk, and then take its name in one step; last the
 * folder goes to the disk, without which the new name might be forgotten. */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <logreg/base.h>

#include "base/error.h"
#include "base/memory.h"

/* All n bytes; 0 or errno. */
static int write_all(int fd, const char *data, size_t n)
{
    while (n > 0) {
        ssize_t done = write(fd, data, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return done < 0 ? errno : EIO;
        data += done;
        n -= (size_t)done;
    }
    return 0;
}

/* Writes, syncs and closes; 0 or errno. */
static int fill(int fd, const char *data, size_t n)
{
    int error = write_all(fd, data, n);
    if (!error && fsync(fd) != 0)
        error = errno;
    if (close(fd) != 0 && !error)
        error = errno;
    return error;
}

/* A folder that cannot be opened or synced is left to the system. */
static int sync_folder(char *path)
{
    int fd = open(dirname(path), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return 0;
    int error = fsync(fd) != 0 && errno != EINVAL && errno != EROFS ? errno : 0;
    close(fd);
    return error;
}

/* before: the file as it is, NULL if there is none; beside: room for its path and 40 bytes more. */
static int replace(const char *path, char *beside, size_t room, const char *data, size_t n,
                   const struct stat *before)
{
    int fd = -1;
    /* The process and a count keep writers apart. */
    for (int i = 0; i < 100 && fd < 0; i++) {
        snprintf(beside, room, "%s.%ld-%d.part", path, (long)getpid(), i);
        fd = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd < 0 && errno != EEXIST)
            break;
    }
    if (fd < 0)
        return errno;
    int error = before && fchmod(fd, before->st_mode & 07777) != 0 ? errno : 0;
    int written = fill(fd, data, n);
    error = error ? error : written;
    if (!error && rename(beside, path) != 0)
        error = errno;
    if (error) {
        unlink(beside);
        return error;
    }
    return sync_folder(beside);
}

logreg_status logreg_file_replace(const char *path, const void *data, size_t n, logreg_error *err)
{
    struct stat link, file;
    if (stat(path, &file) == 0 && !S_ISREG(file.st_mode))
        return logreg__fail(err, LOGREG_EIO, "cannot write '%s': it is no regular file", path);
    /* A symbolic link stays; the file that it points to is replaced. */
    char *real = lstat(path, &link) == 0 && S_ISLNK(link.st_mode) ? realpath(path, NULL) : logreg__copy(path);
    int error = real ? 0 : errno;
    if (!error) {
        bool there = stat(real, &file) == 0;
        size_t room = strlen(real) + 40;
        char *beside = logreg__new_raw(room, 1);
        if (!beside)
            error = ENOMEM;
        else
            error = replace(real, beside, room, data, n, there ? &file : NULL);
        free(beside);
    }
    free(real);
    if (!error)
        return LOGREG_OK;
    if (error == ENOMEM)
        return logreg__fail_memory(err);
    char why[128];
    return logreg__fail(err, LOGREG_EIO, "cannot write '%s': %s", path, strerror_r(error, why, sizeof why));
}
