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

#include "base/file.h"

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

/* Opens a new file beside the path: the process and a count keep writers apart. -1: errno says why. */
static int open_beside(char *beside, size_t room, const char *path)
{
    int fd = -1;
    for (int i = 0; i < 100 && fd < 0; i++) {
        snprintf(beside, room, "%s.%ld-%d.part", path, (long)getpid(), i);
        fd = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd < 0 && errno != EEXIST)
            break;
    }
    return fd;
}

/* before: the file as it is, NULL if there is none. Returns 0 or errno; then there is no new file. */
static int write_beside(logreg__replacement *r, const char *data, size_t n, const struct stat *before)
{
    size_t room = strlen(r->path) + 40;
    char *beside = logreg__new_raw(room, 1);
    int fd = beside ? open_beside(beside, room, r->path) : -1;
    int error = !beside ? ENOMEM : fd < 0 ? errno : 0;
    if (fd >= 0) {
        error = before && fchmod(fd, before->st_mode & 07777) != 0 ? errno : 0;
        int written = fill(fd, data, n);
        error = error ? error : written;
        if (error)
            unlink(beside);
    }
    if (error)
        free(beside);
    else
        r->beside = beside;
    return error;
}

static logreg_status fail(const char *path, int error, logreg_error *err)
{
    if (error == ENOMEM)
        return logreg__fail_memory(err);
    char why[128];
    return logreg__fail(err, LOGREG_EIO, "cannot write '%s': %s", path, strerror_r(error, why, sizeof why));
}

logreg_status logreg__replacement_begin(logreg__replacement *r, const char *path, const void *data, size_t n,
                                        logreg_error *err)
{
    struct stat link, file;
    *r = (logreg__replacement){0};
    if (stat(path, &file) == 0 && !S_ISREG(file.st_mode))
        return logreg__fail(err, LOGREG_EIO, "cannot write '%s': it is no regular file", path);
    /* A symbolic link stays; the file that it points to is replaced. */
    r->path = lstat(path, &link) == 0 && S_ISLNK(link.st_mode) ? realpath(path, NULL) : logreg__copy(path);
    int error = r->path ? 0 : errno;
    bool there = !error && stat(r->path, &file) == 0;
    /* A file that may not be written to is not replaced either, though its folder would allow it. */
    if (there && faccessat(AT_FDCWD, r->path, W_OK, AT_EACCESS) != 0)
        error = errno;
    if (!error)
        error = write_beside(r, data, n, there ? &file : NULL);
    return error ? fail(path, error, err) : LOGREG_OK;
}

logreg_status logreg__replacement_commit(logreg__replacement *r, logreg_error *err)
{
    if (rename(r->beside, r->path) != 0)
        return fail(r->path, errno, err);
    int error = sync_folder(r->beside);
    free(r->beside);
    r->beside = NULL;
    return error ? fail(r->path, error, err) : LOGREG_OK;
}

void logreg__replacement_clear(logreg__replacement *r)
{
    if (r->beside)
        unlink(r->beside);
    free(r->beside);
    free(r->path);
    *r = (logreg__replacement){0};
}

logreg_status logreg_file_replace(const char *path, const void *data, size_t n, logreg_error *err)
{
    logreg__replacement r;
    logreg_status status = logreg__replacement_begin(&r, path, data, n, err);
    if (status == LOGREG_OK)
        status = logreg__replacement_commit(&r, err);
    logreg__replacement_clear(&r);
    return status;
}
