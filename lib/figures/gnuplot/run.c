#include "figures/gnuplot/run.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"
#include "base/text.h"

/* Bytes that a picture, and a complaint, may have. */
#define PICTURE_MOST ((size_t)256 << 20)
#define COMPLAINT_MOST 4096

/* Milliseconds between two looks at whether it has ended. */
#define LOOK 2

/* A run: its ends of the pipes and what came through them. */
typedef struct {
    int script; /* descriptor that it reads */
    int out[2], err[2];
    pid_t pid; /* 0: not started, or waited for */
    double deadline;
    bool late;
    logreg__text picture, complaint;
} run;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* The script in memory that has a descriptor: nothing is written to a pipe that nobody may read. Returns 0 or errno. */
static int open_script(run *r, const char *script)
{
    r->script = memfd_create("script", MFD_CLOEXEC);
    if (r->script < 0)
        return errno;
    size_t n = strlen(script);
    while (n > 0) {
        ssize_t done = write(r->script, script, n);
        if (done < 0 && errno != EINTR)
            return errno;
        if (done > 0) {
            n -= (size_t)done;
            script += done;
        }
    }
    return lseek(r->script, 0, SEEK_SET) < 0 ? errno : 0;
}

/* Starts it in a process group of its own, with default signals and no descriptor but three. Returns 0 or errno. */
static int start(run *r, const char *program, const char *const *arguments)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    sigset_t none, all;
    char *const environment[] = {NULL};
    sigemptyset(&none);
    sigfillset(&all);
    int error = posix_spawn_file_actions_init(&files);
    if (error)
        return error;
    error = posix_spawnattr_init(&how);
    if (error) {
        posix_spawn_file_actions_destroy(&files);
        return error;
    }
    int step[] = {posix_spawn_file_actions_adddup2(&files, r->script, STDIN_FILENO),
                  posix_spawn_file_actions_adddup2(&files, r->out[1], STDOUT_FILENO),
                  posix_spawn_file_actions_adddup2(&files, r->err[1], STDERR_FILENO),
                  posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1),
                  posix_spawnattr_setpgroup(&how, 0),
                  posix_spawnattr_setsigmask(&how, &none),
                  posix_spawnattr_setsigdefault(&how, &all),
                  posix_spawnattr_setflags(&how, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                                     POSIX_SPAWN_SETSIGDEF)};
    for (size_t i = 0; !error && i < sizeof step / sizeof *step; i++)
        error = step[i];
    if (!error)
        error = posix_spawn(&r->pid, program, &files, &how, (char *const *)arguments, environment);
    if (error)
        r->pid = 0;
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&how);
    return error;
}

/* Takes what a pipe holds now, keeping no more than `most` bytes; false at its end. Too large a picture counts as an end. */
static bool drain(logreg__text *text, int fd, size_t most)
{
    char buffer[65536];
    ssize_t n = read(fd, buffer, sizeof buffer);
    if (n < 0)
        return errno == EINTR || errno == EAGAIN;
    size_t keep = text->length < most ? most - text->length : 0;
    keep = keep < (size_t)n ? keep : (size_t)n;
    logreg__text_add_bytes(text, buffer, keep);
    return n > 0 && !text->failed;
}

/* Reads both pipes to their ends, or to the deadline. */
static void listen_to(run *r)
{
    struct pollfd pipes[2] = {{r->out[0], POLLIN, 0}, {r->err[0], POLLIN, 0}};
    while (pipes[0].fd >= 0 || pipes[1].fd >= 0) {
        double left = r->deadline - now();
        if (!(left > 0)) {
            r->late = true;
            return;
        }
        if (poll(pipes, 2, (int)fmin(1000, ceil(1000 * left))) < 0 && errno != EINTR)
            return;
        if (pipes[0].revents && !drain(&r->picture, r->out[0], PICTURE_MOST))
            pipes[0].fd = -1;
        if (pipes[1].revents && !drain(&r->complaint, r->err[0], COMPLAINT_MOST))
            pipes[1].fd = -1;
        pipes[0].revents = pipes[1].revents = 0;
    }
}

/* Waits for the end, and kills what is late with all that it started. Returns the wait status, -1 if there is none. */
static int finish(run *r)
{
    int status = -1;
    const struct timespec pause = {.tv_nsec = LOOK * 1000000L};
    while (!r->late) {
        pid_t done = waitpid(r->pid, &status, WNOHANG);
        if (done == r->pid)
            break;
        if (done < 0 && errno != EINTR) {
            status = -1;
            break;
        }
        nanosleep(&pause, NULL);
        r->late = now() > r->deadline;
    }
    if (r->late) {
        kill(-r->pid, SIGKILL);
        while (waitpid(r->pid, &status, 0) < 0 && errno == EINTR)
            ;
    }
    r->pid = 0;
    return status;
}

static void close_all(run *r)
{
    int fd[] = {r->script, r->out[0], r->out[1], r->err[0], r->err[1]};
    for (size_t i = 0; i < sizeof fd / sizeof *fd; i++)
        if (fd[i] >= 0)
            close(fd[i]);
}

/* What it complained of: the first line that is no warning, nor the command with the mark below it. */
static const char *first_line(logreg__text *complaint)
{
    char *rest = complaint->start, *line;
    while ((line = strsep(&rest, "\r\n"))) {
        line += strspn(line, " \t^");
        if (*line && !strstr(line, "warning:") && strncmp(line, "gnuplot>", 8) != 0)
            return line;
    }
    return "it gave no reason";
}

static logreg_status judge(run *r, int status, double seconds, const char *name, const char *program,
                           logreg_error *err)
{
    if (r->late)
        return logreg__fail(err, LOGREG_EIO, "%s (%s) took longer than %g seconds and was stopped", name,
                            program, seconds);
    if (r->picture.failed)
        return logreg__fail_memory(err);
    if (WIFSIGNALED(status))
        return logreg__fail(err, LOGREG_EIO, "%s (%s) was ended by signal %d", name, program,
                            WTERMSIG(status));
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return logreg__fail(err, LOGREG_EIO, "%s (%s) failed: %s", name, program, first_line(&r->complaint));
    return LOGREG_OK;
}

logreg_status logreg__run(char **said, size_t *n, const char *program, const char *const *arguments,
                          const char *input, double seconds, logreg_error *err)
{
    run r = {.script = -1, .out = {-1, -1}, .err = {-1, -1}, .deadline = now() + seconds};
    int error = open_script(&r, input);
    if (!error && (pipe2(r.out, O_CLOEXEC) != 0 || pipe2(r.err, O_CLOEXEC) != 0))
        error = errno;
    if (!error)
        error = start(&r, program, arguments);
    logreg_status status = LOGREG_OK;
    if (error) {
        char why[128];
        status = logreg__fail(err, LOGREG_EIO, "cannot run %s (%s): %s", *arguments, program,
                              strerror_r(error, why, sizeof why));
    } else {
        close(r.out[1]);
        close(r.err[1]);
        r.out[1] = r.err[1] = -1;
        listen_to(&r);
        status = judge(&r, finish(&r), seconds, *arguments, program, err);
    }
    close_all(&r);
    free(r.complaint.start);
    *n = r.picture.length;
    char *drawn = logreg__text_take(&r.picture);
    if (status == LOGREG_OK)
        *said = drawn;
    else
        free(drawn);
    return status;
}
