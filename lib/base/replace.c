#include "base/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"

static logreg_status fail_io(const char *path, int error, logreg_error *err)
{
    char why[128];
    return logreg__fail(err, LOGREG_EIO, "cannot write '%s': %s", path, strerror_r(error, why, sizeof why));
}

/* Writes all of data to a new file, and to the disk. Returns 0 or errno. */
static int write_new(const char *path, const char *data, size_t n, mode_t mode)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd < 0)
        return errno;
    int error = 0;
    while (n > 0 && !error) {
        ssize_t done = write(fd, data, n);
        if (done < 0 && errno != EINTR)
            error = errno;
        if (done > 0) {
            n -= (size_t)done;
            data += done;
        }
    }
    if (!error && fsync(fd) != 0)
        error = errno;
    if (close(fd) != 0 && !error)
        error = errno;
    return error;
}

/* The name beside must be free: the process and a count keep writers apart. Returns 0 or errno. */
static int write_beside(char *beside, size_t room, const char *path, const char *data, size_t n)
{
    int error = EEXIST;
    for (int i = 0; i < 100 && error == EEXIST; i++) {
        snprintf(beside, room, "%s.%ld-%d.part", path, (long)getpid(), i);
        error = write_new(beside, data, n, 0666);
    }
    if (error == EEXIST)
        return error;
    if (!error && rename(beside, path) != 0)
        error = errno;
    if (error)
        unlink(beside);
    return error;
}

logreg_status logreg__replace_file(const char *path, const char *data, size_t n, logreg_error *err)
{
    struct stat there;
    if (stat(path, &there) == 0 && !S_ISREG(there.st_mode))
        return logreg__fail(err, LOGREG_EIO, "cannot write '%s': it is no regular file", path);
    char *real = realpath(path, NULL);
    const char *target = real ? real : path;
    size_t room = strlen(target) + 40;
    char *beside = logreg__new_raw(room, 1);
    logreg_status status = LOGREG_OK;
    if (!beside) {
        status = logreg__fail_memory(err);
    } else {
        int error = write_beside(beside, room, target, data, n);
        if (error)
            status = fail_io(path, error, err);
    }
    free(beside);
    free(real);
    return status;
}
