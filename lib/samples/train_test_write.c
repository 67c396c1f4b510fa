/* The two parts as files: both are written beside their places before either takes its name. */
#include <limits.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "samples/train_test.h"

/* The folder of a path. */
static bool stat_folder(const char *path, struct stat *folder)
{
    char text[PATH_MAX];
    const char *slash = strrchr(path, '/');
    int n = !slash ? 0 : slash == path ? 1 : (int)(slash - path);
    snprintf(text, sizeof text, "%.*s", n ? n : 1, n ? path : ".");
    return stat(text, folder) == 0;
}

static bool same(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Whether two paths name one file, be it there or not. */
static bool same_place(const char *a, const char *b)
{
    struct stat x, y;
    bool has_a = stat(a, &x) == 0, has_b = stat(b, &y) == 0;
    if (has_a || has_b)
        return has_a && has_b && same(&x, &y);
    const char *p = strrchr(a, '/'), *q = strrchr(b, '/');
    return strcmp(p ? p + 1 : a, q ? q + 1 : b) == 0 && stat_folder(a, &x) && stat_folder(b, &y) &&
           same(&x, &y);
}

static logreg_status check(const logreg_split *s, const char *train, const char *test, logreg_error *err)
{
    const char *path[] = {train, test};
    struct stat file;
    for (int i = 0; s->is_file && i < 2; i++)
        if (stat(path[i], &file) == 0 && file.st_dev == s->device && file.st_ino == s->inode)
            return logreg__fail(err, LOGREG_EINVAL,
                                "'%s' is the file that was read; name another to write to", path[i]);
    if (same_place(train, test))
        return logreg__fail(err, LOGREG_EINVAL, "'%s' cannot hold both parts; name two files", test);
    return LOGREG_OK;
}

/* The head and the rows of a part, as a new text of *n bytes. NULL: memory is out. */
static char *part(const logreg_split *s, bool test, size_t *n)
{
    size_t size = s->end[0];
    for (size_t i = 0; i < s->n; i++)
        size += s->test[i] == test ? s->end[i + 1] - s->end[i] : 0;
    char *text = logreg__new_raw(size, 1), *to = text;
    if (!text)
        return NULL;
    memcpy(to, s->text, s->end[0]);
    to += s->end[0];
    for (size_t i = 0; i < s->n; i++) {
        size_t length = s->test[i] == test ? s->end[i + 1] - s->end[i] : 0;
        memcpy(to, s->text + s->end[i], length);
        to += length;
    }
    *n = size;
    return text;
}

static logreg_status begin(logreg__replacement *r, const logreg_split *s, bool test, const char *path,
                           logreg_error *err)
{
    size_t n;
    char *text = part(s, test, &n);
    logreg_status status = text ? logreg__replacement_begin(r, path, text, n, err) : logreg__fail_memory(err);
    free(text);
    return status;
}

logreg_status logreg_split_write(const logreg_split *split, const char *train, const char *test,
                                 logreg_error *err)
{
    logreg__replacement first = {0}, second = {0};
    logreg_status status = check(split, train, test, err);
    if (status == LOGREG_OK)
        status = begin(&first, split, false, train, err);
    if (status == LOGREG_OK)
        status = begin(&second, split, true, test, err);
    if (status == LOGREG_OK)
        status = logreg__replacement_commit(&first, err);
    if (status == LOGREG_OK)
        status = logreg__replacement_commit(&second, err);
    logreg__replacement_clear(&first);
    logreg__replacement_clear(&second);
    return status;
}
