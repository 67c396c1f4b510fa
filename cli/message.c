#include "message.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* What a terminal would obey becomes '?': C0 and DEL, and C1 in UTF-8 (0xC2 0x80 .. 0x9F). */
static void clean(char *text)
{
    unsigned char *c = (unsigned char *)text;
    for (; *c; c++) {
        if (*c < 0x20 || *c == 0x7F)
            *c = '?';
        else if (c[0] == 0xC2 && c[1] >= 0x80 && c[1] <= 0x9F)
            c[0] = c[1] = '?';
    }
}

static void print(const cli_call *call, const char *kind, const char *format, va_list args)
{
    char *text = NULL;
    if (vasprintf(&text, format, args) < 0)
        text = NULL;
    if (text)
        clean(text);
    fprintf(stderr, "logreg%s%s: %s%s\n", call->command ? " " : "", call->command ? call->command->name : "",
            kind, text ? text : "out of memory");
    free(text);
}

int cli_fail(const cli_call *call, int code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    print(call, "", format, args);
    va_end(args);
    if (code == CLI_USAGE)
        fprintf(stderr, "Try 'logreg %s%s--help'.\n", call->command ? call->command->name : "",
                call->command ? " " : "");
    return code;
}

int cli_fail_error(const cli_call *call, const logreg_error *err)
{
    int code = err->status == LOGREG_EIO ? CLI_IO : err->status == LOGREG_EINVAL ? CLI_USAGE : CLI_DATA;
    return cli_fail(call, code, "%s", err->message);
}

int cli_fail_memory(const cli_call *call)
{
    return cli_fail(call, CLI_DATA, "out of memory");
}

void cli_note(const cli_call *call, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    print(call, "note: ", format, args);
    va_end(args);
}
