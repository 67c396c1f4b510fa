/* The most memory that a program had at a time.
 *
 *     peak COMMAND...     prints the bytes; what the command prints on standard output is dropped
 *
 * A program of its own, since a process that forks from a large one counts that one's memory as its own.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: peak COMMAND...\n");
        return 2;
    }
    pid_t child = fork();
    if (child == 0) {
        int nowhere = open("/dev/null", O_WRONLY);
        if (nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0)
            execvp(argv[1], argv + 1);
        perror(argv[1]);
        _exit(127);
    }
    int status;
    struct rusage used;
    if (child < 0 || wait4(child, &status, 0, &used) < 0) {
        perror("peak");
        return 1;
    }
    printf("%lld\n", 1024LL * used.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
