/* A sentence of errors and notes, set for people. */
#include <logreg/report.h>

#include "base/error.h"
#include "base/text.h"
#include "report/page/pasted.h"

/* What is longer in bytes is set as a list; an option that is longer has a line of its own there. */
enum { LONG = 500, LONG_OPTION = 60 };

typedef struct {
    logreg__text text;
    bool items; /* the line is an item of a list of columns */
    bool ended; /* what comes next begins a line */
} setting;

static char last(const setting *s)
{
    return s->text.length ? s->text.start[s->text.length - 1] : '\0';
}

static void break_line(setting *s)
{
    if (s->text.length && strchr(" ,;", last(s)))
        s->text.length--;
    if (s->text.length && strchr(",;", last(s)))
        s->text.length--;
    logreg__text_add(&s->text, "\n  ");
    s->ended = false;
}

/* Begins the line of what is to be pasted, behind a colon. */
static void announce(setting *s)
{
    if (!s->text.length)
        return;
    if (last(s) == ' ')
        s->text.length--;
    if (last(s) == ',' || last(s) == ';')
        s->text.length--;
    logreg__text_add(&s->text, last(s) == ':' ? "\n  " : ":\n  ");
}

/* "'age' in columns 3 and 7" */
static bool is_item(const char *text)
{
    const char *end = *text == '\'' ? strchr(text + 1, '\'') : NULL;
    return end && strncmp(end, "' in column", 11) == 0;
}

/* What is to be pasted at the start of the text; 0: nothing is. */
static size_t pasted(const char *text)
{
    size_t command = logreg__pasted_command(text), option = command ? 0 : logreg__pasted_option(text);
    while (option && strchr(".,;", text[option - 1]))
        option--;
    return command ? command : option >= LONG_OPTION ? option : 0;
}

static void set(setting *s, const char *text)
{
    while (*text && !s->text.failed) {
        size_t n = pasted(text), item = is_item(text), length = s->text.length;
        bool joined = strncmp(text, "and ", 4) == 0 && length > 1 && s->text.start[length - 2] == ';',
             over = s->items && length > 1 && s->text.start[length - 2] == ';';
        if (n) {
            s->ended ? break_line(s) : announce(s);
            logreg__text_add_bytes(&s->text, text, n);
            text += n;
            text += strspn(text, ".,;");
            text += strspn(text, " ");
            s->ended = true;
            s->items = false;
            continue;
        }
        if (s->ended || joined || over || (item && length))
            break_line(s);
        s->items = item || (s->items && !over);
        n = strcspn(text, " ");
        n += strspn(text + n, " ");
        logreg__text_add_bytes(&s->text, text, n);
        text += n;
    }
}

logreg_status logreg_message_text(char **text, const char *message, logreg_error *err)
{
    setting s = {.items = false};
    if (strlen(message) <= LONG)
        logreg__text_add(&s.text, message);
    else
        set(&s, message);
    char *taken = logreg__text_take(&s.text);
    if (!taken)
        return logreg__fail_memory(err);
    *text = taken;
    return LOGREG_OK;
}
