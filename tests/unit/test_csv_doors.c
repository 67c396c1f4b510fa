/* What is at a path that should be a CSV file: no file, none that may be read, nothing in it, or one that is still written. */
#include "harness.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "csv_files.h"

static char folder[] = "/tmp/logreg-doors-XXXXXX", here[4096];

static void go_to_scratch(void)
{
    strcpy(strrchr(folder, '-'), "-XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(getcwd(here, sizeof here));
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    CU_ASSERT_EQUAL_FATAL(chdir(folder), 0);
}

static void go_back(void)
{
    unlink("f.csv");
    CU_ASSERT_EQUAL(chdir(here), 0);
    CU_ASSERT_EQUAL(rmdir(folder), 0);
}

static void put(const char *text)
{
    FILE *file = fopen("f.csv", "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(text, file);
    CU_ASSERT_EQUAL_FATAL(fclose(file), 0);
}

/* Does reading a path end like this? */
static bool gives(const char *path, logreg_status want, const char *text)
{
    logreg_frame *f = NULL;
    logreg_error err = {.message = ""};
    logreg_status status = logreg_frame_read_csv(&f, path, NULL, &err);
    bool untouched = status == LOGREG_OK || !f;
    char *got = outcome(status, f, &err);
    bool ok = same_text(got, text) && status == want && untouched;
    free(got);
    return ok;
}

static void names_what_is_no_table(void)
{
    go_to_scratch();
    CU_ASSERT_TRUE(gives("f.csv", LOGREG_EIO, "f.csv cannot be opened: No such file or directory"));
    CU_ASSERT_TRUE(
        gives("f.csv/g.csv", LOGREG_EIO, "f.csv/g.csv cannot be opened: No such file or directory"));
    CU_ASSERT_TRUE(gives(".", LOGREG_EIO, ". cannot be read: Is a directory"));
    CU_ASSERT_TRUE(gives("/dev/null", LOGREG_EDATA, "/dev/null is empty"));
    CU_ASSERT_TRUE(gives("/proc/self/mem", LOGREG_EIO, "/proc/self/mem cannot be read: Input/output error"));
    put("");
    CU_ASSERT_TRUE(gives("f.csv", LOGREG_EDATA, "f.csv is empty"));
    CU_ASSERT_TRUE(gives("f.csv/", LOGREG_EIO, "f.csv/ cannot be opened: Not a directory"));
    put("a,b\n");
    CU_ASSERT_TRUE(gives("f.csv", LOGREG_EDATA, "f.csv has a header, but no rows of data"));
    CU_ASSERT_EQUAL(remove("f.csv"), 0);
    CU_ASSERT_EQUAL(symlink("f.csv", "f.csv"), 0);
    CU_ASSERT_TRUE(gives("f.csv", LOGREG_EIO, "f.csv cannot be opened: Too many levels of symbolic links"));
    go_back();
}

/* Runs it in a process of its own: true if that returned true. */
static bool in_child(bool (*run)(void))
{
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0)
        _exit(run() ? 0 : 1);
    int status = 0;
    return waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool is_refused_to_nobody(void)
{
    return (geteuid() != 0 || setuid(65534) == 0) &&
           gives("f.csv", LOGREG_EIO, "f.csv cannot be opened: Permission denied");
}

static void may_not_read(void)
{
    go_to_scratch();
    put("a,b\n1,2\n");
    CU_ASSERT_EQUAL(chmod(".", 0755), 0);
    CU_ASSERT_EQUAL(chmod("f.csv", 0), 0);
    CU_ASSERT_TRUE(in_child(is_refused_to_nobody));
    go_back();
}

static void reads_a_pipe(void)
{
    go_to_scratch();
    CU_ASSERT_EQUAL_FATAL(mkfifo("f.csv", 0600), 0);
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0) {
        int to = open("f.csv", O_WRONLY);
        bool ok = to >= 0;
        for (const char *p = "a,b\n1,x\n2,y\n"; *p && ok; p++)
            ok = write(to, p, 1) == 1;
        _exit(!ok);
    }
    CU_ASSERT_TRUE(gives("f.csv", LOGREG_OK, "a# 1 2; b: [x] [y]"));
    int status;
    CU_ASSERT_TRUE(waitpid(pid, &status, 0) == pid && status == 0);
    go_back();
}

/* ---- Files that change ---- */

static void leave(void)
{
}

static void grow(void)
{
    int file = open("f.csv", O_WRONLY | O_APPEND);
    CU_ASSERT_EQUAL(write(file, "5,", 2), 2);
    close(file);
}

static void shrink(void)
{
    CU_ASSERT_EQUAL(truncate("f.csv", 14), 0);
}

static void overwrite(void)
{
    int file = open("f.csv", O_WRONLY);
    CU_ASSERT_EQUAL(pwrite(file, "9", 1, 4), 1);
    close(file);
}

static void replace(void)
{
    CU_ASSERT_EQUAL(unlink("f.csv"), 0);
    put("other\n");
}

/* A stream that changes the file at the first row written to it, which happens in the middle of reading. */
static ssize_t change(void *cookie, const char *bytes, size_t n)
{
    (void)bytes;
    void (**how)(void) = cookie;
    (*how)();
    *how = leave;
    return (ssize_t)n;
}

static void put_long(void)
{
    FILE *file = fopen("f.csv", "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs("a,b\n1,x\nbroken\n", file);
    for (int i = 0; i < 40000; i++)
        fputs("2,y\n", file);
    CU_ASSERT_EQUAL_FATAL(fclose(file), 0);
    static const struct timespec long_ago[2] = {{1000000000, 0}, {1000000000, 0}};
    CU_ASSERT_EQUAL(utimensat(AT_FDCWD, "f.csv", long_ago, 0), 0);
}

static logreg_status read_frame(FILE *stream, const logreg_csv_options *options, logreg_error *err)
{
    logreg_frame *f = NULL;
    logreg_status status = logreg_frame_read_csv_stream(&f, stream, "f.csv", options, err);
    CU_ASSERT_EQUAL(f != NULL, status == LOGREG_OK);
    logreg_frame_free(f);
    return status;
}

static logreg_status read_split(FILE *stream, const logreg_csv_options *options, logreg_error *err)
{
    logreg_split *s = NULL;
    logreg_status status = logreg_split_csv_stream(&s, stream, "f.csv", options, NULL, err);
    CU_ASSERT_EQUAL(s != NULL, status == LOGREG_OK);
    logreg_split_free(s);
    return status;
}

static void notices_files_that_change(void)
{
    static void (*const changes[])(void) = {leave, grow, shrink, overwrite, replace};
    static logreg_status (*const readers[])(FILE *, const logreg_csv_options *,
                                            logreg_error *) = {read_frame, read_split};
    go_to_scratch();
    for (size_t i = 0; i < 10; i++) {
        put_long();
        void (*how)(void) = changes[i / 2];
        bool same = how == leave || how == replace; /* what is open stays as it is */
        FILE *stream = fopen("f.csv", "r");
        FILE *rejects = fopencookie(&how, "w", (cookie_io_functions_t){.write = change});
        setvbuf(rejects, NULL, _IONBF, 0);
        logreg_csv_options o = logreg_csv_options_default();
        o.skip_bad_rows = true;
        o.rejects = rejects;
        logreg_error err = {.message = ""};
        logreg_status status = readers[i % 2](stream, &o, &err);
        CU_ASSERT_EQUAL(status, same ? LOGREG_OK : LOGREG_EIO);
        CU_ASSERT_TRUE(same_text(
            err.message,
            same ? "" : "f.csv changed while it was read; wait until it is written, or read a copy"));
        CU_ASSERT(how == leave);
        fclose(rejects);
        fclose(stream);
    }
    go_back();
}

const test_case tests[] = {
    {"names what is no table", names_what_is_no_table},
    {"may not read", may_not_read},
    {"reads a pipe", reads_a_pipe},
    {"notices files that change", notices_files_that_change},
    {NULL, NULL},
};
