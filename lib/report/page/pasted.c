#include "report/page/pasted.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

/* Programs that sentences have commands of: words of a script that stand before the file. */
static const struct {
    const char *name;
    size_t scripts;
} program[] = {{"perl", 1}, {"sed", 1},  {"awk", 1},  {"grep", 1}, {"Rscript", 1}, {"tr", 2},
               {"head", 0}, {"tail", 0}, {"gzip", 0}, {"zstd", 0}, {"iconv", 0}};

enum { PROGRAMS = sizeof program / sizeof *program };

/* Bytes of a word as a shell reads it; 0: there is none, or a quote stays open. */
static size_t word(const char *text)
{
    const char *p = text;
    while (*p && *p != ' ')
        if (*p == '\'' || *p == '"') {
            char quote = *p;
            bool escapes = quote == '"' || (p > text && p[-1] == '$');
            for (p++; *p && *p != quote; p++)
                p += escapes && *p == '\\' && p[1];
            if (!*p)
                return 0;
            p++;
        } else {
            p += *p == '\\' && p[1] ? 2 : 1;
        }
    return (size_t)(p - text);
}

/* Without the marks at its end that are the sentence's. */
static size_t bare(const char *text, size_t n)
{
    while (n > 1 && strchr(".,:;)", text[n - 1]))
        n--;
    return n;
}

/* Behind a word and the blank; NULL: the text ends with it. */
static const char *next(const char *p, size_t n)
{
    return n && p[n] == ' ' ? p + n + 1 : NULL;
}

static size_t find_program(const char *text, size_t n)
{
    size_t k = 0;
    while (k < PROGRAMS && (strlen(program[k].name) != n || memcmp(program[k].name, text, n) != 0))
        k++;
    return k;
}

/* One program of a pipe. Moves *end, which begins at it, behind it and its arguments; false: it is none. The first has the file behind. */
static bool pass_stage(const char **end, bool first)
{
    size_t n = word(*end), k = find_program(*end, n), scripts = 0;
    const char *p = next(*end, n);
    bool sound = k < PROGRAMS && p;
    while (sound && p && *p == '-' && isalnum((unsigned char)p[1])) {
        bool value =
            !program[k].scripts && p[2] == ' ' && strchr("nft", p[1]); /* head -n 4, iconv -f latin1 */
        for (size_t words = value ? 2 : 1; p && words; words--) {
            n = word(p);
            *end = p + bare(p, n);
            p = next(p, n);
        }
    }
    while (sound && p && scripts < program[k].scripts && (*p == '\'' || isdigit((unsigned char)*p))) {
        n = word(p);
        *end = p + bare(p, n);
        p = next(p, n);
        scripts++;
    }
    sound = sound && (scripts > 0) == (program[k].scripts > 0);
    if (!first || !sound || !p)
        return sound && !first;
    if (strncmp(p, "< ", 2) == 0)
        p += 2;
    n = word(p);
    *end = p + bare(p, n);
    return n > 0;
}

size_t logreg__pasted_command(const char *text)
{
    const char *end = text, *more;
    if (!pass_stage(&end, true))
        return 0;
    while (strncmp(end, " | ", 3) == 0) {
        more = end + 3;
        if (!pass_stage(&more, false))
            break;
        end = more;
    }
    return (size_t)(end - text);
}

size_t logreg__pasted_option(const char *text)
{
    size_t n = 2;
    if (strncmp(text, "--", 2) != 0)
        return 0;
    while (isalpha((unsigned char)text[n]) || text[n] == '-')
        n++;
    if (text[n] != ' ' && text[n] != '=')
        return 0;
    n++;
    if (text[n] != '\'' && strncmp(text + n, "$'", 2) != 0)
        return 0;
    size_t value = word(text + n);
    return value ? n + value : 0;
}
