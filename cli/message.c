#include "message.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg/report.h>

#include "advice.h"

size_t cli_hostile(const char *text)
{
    const unsigned char *c = (const unsigned char *)text;
    if (*c < 0x20 || *c == 0x7F)
        return 1;
    if (c[0] == 0xC2 && ((c[1] >= 0x80 && c[1] <= 0x9F) || c[1] == 0xAD))
        return 2;
    if (c[0] == 0xD8 && c[1] == 0x9C)
        return 2;
    bool general = c[0] == 0xE2 &&
                   ((c[1] == 0x80 && ((c[2] >= 0x8B && c[2] <= 0x8F) || (c[2] >= 0xA8 && c[2] <= 0xAE))) ||
                    (c[1] == 0x81 && c[2] >= 0xA0 && c[2] <= 0xAF));
    if (general || (c[0] == 0xEF && c[1] == 0xBB && c[2] == 0xBF))
        return 3;
    return c[0] == 0xF3 && c[1] == 0xA0 && c[2] && c[3] ? 4 : 0;
}

bool cli_is_clean(const char *text)
{
    while (*text && !cli_hostile(text))
        text++;
    return !*text;
}

void cli_clean(char *text)
{
    char *to = text;
    while (*text) {
        size_t skip = cli_hostile(text);
        *to++ = skip ? '?' : *text;
        text += skip ? skip : 1;
    }
    *to = '\0';
}

static void print(const cli_call *call, const char *kind, const char *format, va_list args)
{
    char *text = NULL;
    if (vasprintf(&text, format, args) < 0)
        text = NULL;
    if (text) {
        cli_advice_prune(text, call);
        cli_clean(text);
    }
    char *list = NULL; /* at a terminal; programs read lines */
    logreg_error err;
    if (text && isatty(STDERR_FILENO) && logreg_message_text(&list, text, &err) != LOGREG_OK)
        list = NULL;
    const char *told = list ? list : text;
    fprintf(stderr, "logreg%s%s: %s%s\n", call->command ? " " : "", call->command ? call->command->name : "",
            kind, told ? told : "out of memory");
    free(list);
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
