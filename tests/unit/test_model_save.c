/* Saving a model leaves the old file or the new one, whatever happens. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "harness.h"
#include "kept_models.h"

static void a_link_and_permissions_stay(void)
{
    logreg_model *m = load_kept("factors");
    struct stat s;
    write_text("target.json", "old", 3);
    CU_ASSERT_EQUAL(chmod("target.json", 0640), 0);
    CU_ASSERT_EQUAL(symlink("target.json", "link.json"), 0);
    CU_ASSERT_EQUAL(logreg_model_save(m, "link.json", NULL), LOGREG_OK);
    CU_ASSERT_TRUE(lstat("link.json", &s) == 0 && S_ISLNK(s.st_mode));
    CU_ASSERT_TRUE(lstat("target.json", &s) == 0 && S_ISREG(s.st_mode) && (s.st_mode & 07777) == 0640);
    CU_ASSERT_TRUE(s.st_size > 100);
    remove("target.json");
    /* A link to nowhere is no place to write to. */
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_model_save(m, "link.json", &err), LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(err.message, "cannot write 'link.json': No such file or directory"));
    remove("link.json");
    CU_ASSERT_EQUAL(logreg_model_save(m, ".", &err), LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(err.message, "cannot write '.': it is no regular file"));
    CU_ASSERT_EQUAL(logreg_model_save(m, "/dev/full", &err), LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(err.message, "cannot write '/dev/full': it is no regular file"));
    logreg_model_free(m);
}

/* Runs a save as a user without rights; whether it failed as it should, with this sentence. */
static bool refused_to_nobody(logreg_model *m, const char *path, const char *sentence)
{
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0) {
        logreg_error err = {.message = ""};
        if (geteuid() == 0 && setuid(65534) != 0)
            _exit(2);
        bool refused = logreg_model_save(m, path, &err) == LOGREG_EIO;
        logreg_model_free(m); /* the copy of this process */
        _exit(!(refused && same_text(err.message, sentence)));
    }
    int status = 0;
    return waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void what_may_not_be_written_stays(void)
{
    logreg_model *m = load_kept("factors");
    char scratch[] = "/tmp/logreg-save-XXXXXX", here[4096];
    CU_ASSERT_PTR_NOT_NULL_FATAL(getcwd(here, sizeof here));
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(scratch));
    CU_ASSERT_EQUAL_FATAL(chdir(scratch), 0);
    write_text("kept.json", "old", 3);
    CU_ASSERT_EQUAL(chmod("kept.json", 0444), 0);
    CU_ASSERT_EQUAL(chmod(".", 0777), 0);
    CU_ASSERT_TRUE(refused_to_nobody(m, "kept.json", "cannot write 'kept.json': Permission denied"));
    CU_ASSERT_EQUAL(chmod("kept.json", 0666), 0);
    CU_ASSERT_EQUAL(chmod(".", 0555), 0);
    CU_ASSERT_TRUE(refused_to_nobody(m, "kept.json", "cannot write 'kept.json': Permission denied"));
    CU_ASSERT_TRUE(refused_to_nobody(m, "new.json", "cannot write 'new.json': Permission denied"));
    CU_ASSERT_EQUAL(chmod(".", 0755), 0);
    CU_ASSERT_TRUE(same_file("kept.json", "old", 3));
    CU_ASSERT_EQUAL(remove("kept.json"), 0);
    CU_ASSERT_EQUAL(chdir(here), 0);
    CU_ASSERT_EQUAL(rmdir(scratch), 0); /* nothing else was left there */
    logreg_model_free(m);
}

/* Names that files of a save in process `pid` have. */
static bool left_over(pid_t pid)
{
    char name[64];
    snprintf(name, sizeof name, "kept.json.%ld-0.part", (long)pid);
    return access(name, F_OK) == 0;
}

static void no_room_leaves_the_old_file(void)
{
    logreg_model *m = load_kept("factors");
    write_text("kept.json", "old", 3);
    struct rlimit before, small;
    CU_ASSERT_EQUAL(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 1000;
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    logreg_error err;
    logreg_status status = logreg_model_save(m, "kept.json", &err);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, handler);
    CU_ASSERT_EQUAL(status, LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(err.message, "cannot write 'kept.json': File too large"));
    CU_ASSERT_TRUE(same_file("kept.json", "old", 3));
    CU_ASSERT_FALSE(left_over(getpid()));
    remove("kept.json");
    logreg_model_free(m);
}

/* Containers and hardened systems may forbid a process to trace its child. */
static bool may_trace(void)
{
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0)
        _exit(ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0);
    int status = 0;
    CU_ASSERT_EQUAL_FATAL(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* Runs a save in a process of its own and kills it when it enters or leaves its stop-th system call. false: it ended before. */
static bool killed_at(int stop, const logreg_model *m)
{
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0) {
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
            _exit(2);
        raise(SIGSTOP);
        _exit(logreg_model_save(m, "kept.json", NULL) != LOGREG_OK);
    }
    int status = 0;
    CU_ASSERT_EQUAL_FATAL(waitpid(pid, &status, 0), pid);
    CU_ASSERT_TRUE_FATAL(WIFSTOPPED(status));
    for (int i = 0; i < stop; i++) {
        CU_ASSERT_EQUAL_FATAL(ptrace(PTRACE_SYSCALL, pid, NULL, NULL), 0);
        CU_ASSERT_EQUAL_FATAL(waitpid(pid, &status, 0), pid);
        if (!WIFSTOPPED(status)) {
            CU_ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
            return false;
        }
    }
    kill(pid, SIGKILL);
    waitpid(pid, &status, 0);
    char name[64];
    snprintf(name, sizeof name, "kept.json.%ld-0.part", (long)pid);
    remove(name);
    return true;
}

static void killed_at_any_system_call(void)
{
    if (!may_trace()) {
        skip_test("this system forbids tracing");
        return;
    }
    logreg_model *m = load_kept("factors");
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, "whole.json", NULL), LOGREG_OK);
    size_t n = 0;
    char *whole = read_text("whole.json", &n);
    int old = 0, new = 0;
    bool killed = true;
    for (int stop = 1; killed && stop < 500; stop++) {
        write_text("kept.json", "old", 3);
        killed = killed_at(stop, m);
        bool is_old = same_file("kept.json", "old", 3), is_new = same_file("kept.json", whole, n);
        if (!is_old && !is_new)
            printf("# neither old nor new at stop %d\n", stop);
        CU_ASSERT_TRUE(is_old || is_new);
        old += is_old;
        new += is_new;
    }
    printf("# killed %d times before the new file was there, %d times after\n", old, new - 1);
    CU_ASSERT_FALSE(killed);
    CU_ASSERT_TRUE(old > 8 && new > 2);
    remove("kept.json");
    remove("whole.json");
    free(whole);
    logreg_model_free(m);
}

const test_case tests[] = {
    {"a link and permissions stay", a_link_and_permissions_stay},
    {"what may not be written stays", what_may_not_be_written_stays},
    {"no room leaves the old file", no_room_leaves_the_old_file},
    {"killed at any system call", killed_at_any_system_call},
    {NULL, NULL},
};
