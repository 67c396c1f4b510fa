/* Tables in the notation of a language: JSON, SQL, R. Where a common tool reads it the sentence has the command that makes CSV of it. */
#include "csv/mending/command.h"
#include "csv/source/source.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/error.h"

/* What is left of the first bytes. */
typedef struct {
    const char *at, *end;
} text;

static text past_blanks(text t)
{
    while (t.at < t.end && isspace((unsigned char)*t.at))
        t.at++;
    return t;
}

static bool begins(text t, const char *words)
{
    size_t n = strlen(words);
    return (size_t)(t.end - t.at) >= n && strncasecmp(t.at, words, n) == 0;
}

/* Where these words stand first, whatever their capitals and blanks, with a blank behind; NULL: nowhere. */
static const char *find(text t, const char *first, const char *second)
{
    for (size_t n = strlen(first); t.at < t.end; t.at++) {
        if (!begins(t, first))
            continue;
        text rest = past_blanks((text){t.at + n, t.end});
        size_t m = strlen(second);
        if (rest.at > t.at + n && begins(rest, second) && rest.at + m < t.end &&
            isspace((unsigned char)rest.at[m]))
            return rest.at + m;
    }
    return NULL;
}

static char next_char(text t)
{
    t = past_blanks(t);
    return t.at < t.end ? *t.at : '\0';
}

/* The sentence with its command; one without where that has no room. */
static logreg_status tell(const char *what, const char *command, const char *else_how, const logreg__csv *csv)
{
    char room[LOGREG__COMMAND];
    bool whole = command && strlen(logreg__command(room, csv, "%s", command)) + 1 < LOGREG__COMMAND;
    return whole ? logreg__fail(csv->err, LOGREG_EDATA, "%s is %s, not a CSV file; make it one: %s",
                                csv->file, what, room)
                 : logreg__fail(csv->err, LOGREG_EDATA, "%s is %s, not a CSV file; %s first", csv->file, what,
                                else_how);
}

/* ---- JSON -------------------------------------------------------------------------------------------------- */

/* Of a list of objects: names joined by points where one stands within another, in the order in which they come. */
#define OBJECTS                                                                                              \
    "map(. as $o | reduce paths(type != \"object\" and type != \"array\") as $p ({}; . + {($p | "            \
    "map(tostring) | join(\".\")): ($o | getpath($p))})) | (reduce .[] as $o ([]; . + (($o | "               \
    "keys_unsorted) "                                                                                        \
    "- .))) as $k | $k, (.[] | [.[$k[]]]) | @csv'"

/* The command of jq for what begins so: a list of objects, a line each, one within an object; or lists of values. NULL: none is known. */
static const char *jq_command(text t)
{
    text inside = {t.at + 1, t.end};
    if (*t.at == '[')
        switch (next_char(inside)) {
        case '{':
            return "jq -r '" OBJECTS;
        case '[':
            return "jq -r '.[] | @csv'";
        default:
            return "jq -r @csv";
        }
    for (const char *p = t.at; (p = memchr(p, '\n', (size_t)(t.end - p))); p++)
        if (p + 1 < t.end && p[1] == '{')
            return "jq -rs '" OBJECTS;
    for (const char *p = t.at; (p = memchr(p, '[', (size_t)(t.end - p))); p++)
        if (next_char((text){p + 1, t.end}) == '{')
            return "jq -r 'first(.[] | arrays | select(.[0] | type == \"object\")) | " OBJECTS;
    return NULL;
}

/* An object with a name, a list of such or of lists; or lines that are lists of values, which names in brackets are not. */
static bool is_json(text t)
{
    const char *line = memchr(t.at, '\n', (size_t)(t.end - t.at)), *stop = line ? line : t.end;
    char next = next_char((text){t.at + 1, t.end});
    while (stop > t.at && strchr("\r\t ", stop[-1]))
        stop--;
    if (*t.at != '[')
        return *t.at == '{' && next == '"';
    bool one = stop > t.at && memchr(t.at, ']', (size_t)(stop - t.at)) == stop - 1,
         value = next == '"' || isdigit((unsigned char)next);
    return next == '{' || next == '[' || stop == t.at + 1 || (one && value);
}

/* ---- SQL --------------------------------------------------------------------------------------------------- */

/* The rows of the table that the first INSERT names: texts and numbers, NULL as nothing. */
#define TEXTS "$s = qr/\\x27(?:[^\\x27\\\\]|\\\\.|\\x27\\x27)*\\x27/s; "
#define ROWS                                                                                                 \
    "while (/INSERT INTO\\s+\\Q$t\\E\\s*(\\([^()]*\\)\\s*)?VALUES/gi) { while "                              \
    "(/\\G[\\s,]*\\(((?:[^()\\x27]++|$s)*)\\)/gc) { print join(\",\", map { /^\\s*NULL\\s*$/i ? \"\" : "     \
    "/^\\s*N?\\x27(.*)\\x27\\s*$/s ? q(\") . ($1 =~ s/\\x27\\x27|\\\\\\x27/\\x27/gr =~ s/\"/\"\"/gr) . "     \
    "q(\") : s/\\s//gr } $1 =~ /((?:[^,\\x27]++|$s)+)/g), \"\\n\" } }'"

/* Their names, where the statement has them; where that which made the table has; nowhere. */
#define LISTED                                                                                               \
    "perl -0777 -ne '($t, $c) = /INSERT INTO\\s+([^\\s(]+)\\s*\\(([^()]*)\\)/i; print $c =~ "                \
    "s/[`\"\\[\\]]|\\s*\\n\\s*//gr, \"\\n\"; "
#define CREATED                                                                                              \
    "perl -0777 -ne '($t) = /INSERT INTO\\s+(\\S+)/i; ($c) = /CREATE "                                       \
    "TABLE[^(]*?\\Q$t\\E\\s*\\((.*?)\\)[^(),]*;/is; print join(\",\", map /^\\W*(\\w+)/, grep "              \
    "!/^\\s*(primary|unique|key|index|constraint|foreign|check|fulltext) /i, split /,(?![^(]*\\))/, $c), "   \
    "\"\\n\"; "
#define NAMELESS "perl -0777 -ne '($t) = /INSERT INTO\\s+(\\S+)/i; "

#define COPIED                                                                                               \
    "perl -lne 'if (/^COPY \\S+ \\((.*)\\) FROM stdin;/ && !$n++) { print $1 =~ s/, /\\t/gr =~ s/\"//gr; "   \
    "$on = 1 } elsif (/^\\\\\\.$/) { $on = 0 } elsif ($on) { print }'"

/* Does it begin as statements do, or a comment above them? */
static bool is_sql(text t)
{
    static const char *const words[] = {
        "INSERT INTO ", "CREATE TABLE ", "COPY ",  "DROP TABLE ",  "SET ", "BEGIN", "PRAGMA ",
        "USE ",         "LOCK TABLES ",  "START ", "DELETE FROM ", "--",   "/*"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (begins(t, words[k]))
            return true;
    return false;
}

/* What follows the table's name in the first INSERT: a list of names, or VALUES; empty: neither. */
static text behind_name(text t)
{
    const char *insert = find(t, "INSERT", "INTO");
    text name = past_blanks((text){insert ? insert : t.end, t.end});
    while (name.at < t.end && !isspace((unsigned char)*name.at) && *name.at != '(')
        name.at++;
    name = past_blanks(name);
    return begins(name, "(") || begins(name, "VALUES") ? name : (text){t.end, t.end};
}

static logreg_status tell_sql(text t, text behind, const logreg__csv *csv)
{
    static const char load[] = "load it into its database and export the table as CSV";
    if (behind.at == t.end)
        return tell("a script of SQL", COPIED, load, csv);
    bool listed = *behind.at == '(', created = find(t, "CREATE", "TABLE");
    if (listed || created)
        return tell("a script of SQL", listed ? LISTED TEXTS ROWS : CREATED TEXTS ROWS, load, csv);
    char command[LOGREG__COMMAND];
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s is a script of SQL, not a CSV file; make it one, whose columns have no names: %s, "
        "and use --no-header",
        csv->file, logreg__command(command, csv, "%s", NAMELESS TEXTS ROWS));
}

logreg_status logreg__notation_check(const char *head, size_t n, const logreg__csv *csv)
{
    bool mark = n >= LOGREG__MARK_SIZE && memcmp(head, "\xef\xbb\xbf", LOGREG__MARK_SIZE) == 0;
    text t = past_blanks((text){head + (mark ? LOGREG__MARK_SIZE : 0), head + n});
    if (t.at == t.end)
        return LOGREG_OK;
    if (is_json(t))
        return tell("JSON", jq_command(t),
                    "turn it into CSV, in Python with pandas.read_json(..).to_csv(..),", csv);
    if (begins(t, "structure(list("))
        return tell("a table in R's notation, as dput writes it",
                    "Rscript -e 'write.csv(dget(commandArgs(TRUE)), row.names = FALSE)'",
                    "read it in R with dget, and write it with write.csv", csv);
    if (!is_sql(t))
        return LOGREG_OK;
    text behind = behind_name(t);
    bool copy = memmem(t.at, (size_t)(t.end - t.at), ") FROM stdin;", 13);
    return behind.at < t.end || copy ? tell_sql(t, behind, csv) : LOGREG_OK;
}
