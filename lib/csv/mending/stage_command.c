/* Stages of a plan: the shell's commands for them. Lines are counted as the file has them. */
#include "csv/layout/again.h"
#include "csv/layout/parted.h"
#include "csv/layout/sections.h"
#include "csv/mending/command.h"
#include "csv/mending/plan.h"

#include <stdarg.h>
#include <string.h>

/* As many names are listed. */
enum { LISTED = 16 };

size_t logreg__stages_line(const logreg__csv *csv, size_t line)
{
    size_t gone = 0, above = 0;
    for (size_t i = 0; csv->plan && i < csv->plan->n; i++) {
        const logreg__stage *s = &csv->plan->stage[i];
        if (s->kind == LOGREG__STAGE_ABOVE && s->a > above)
            above = s->a;
        else if (s->kind == LOGREG__STAGE_LINES && s->b < line)
            gone += s->b - s->a + 1;
        else if (s->kind == LOGREG__STAGE_JOIN && s->a < line)
            gone++;
    }
    return line - gone - (above ? above - 1 : 0) - (csv->plan ? csv->plan->above_header : 0);
}

typedef struct {
    char *room;
    size_t used, file, pieces;
} pipe_text;

static size_t room_left(const pipe_text *p)
{
    return p->used < LOGREG__COMMAND ? LOGREG__COMMAND - p->used : 0;
}

__attribute__((format(printf, 2, 3))) static void add(pipe_text *p, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    p->used += (size_t)vsnprintf(p->room + (room_left(p) ? p->used : 0), room_left(p), format, args);
    va_end(args);
}

static void begin(pipe_text *p)
{
    if (p->pieces == 1)
        p->file = p->used;
    add(p, p->pieces++ ? " | " : "");
}

/* Lines by their numbers: all in one. */
static void add_lines(pipe_text *p, const logreg__plan *plan)
{
    size_t n = 0, last = 0;
    for (size_t i = 0; i < plan->n; i++)
        if (plan->stage[i].kind >= LOGREG__STAGE_ABOVE && plan->stage[i].kind <= LOGREG__STAGE_BELOW) {
            last = i;
            n++;
        }
    if (!n)
        return;
    begin(p);
    const logreg__stage *only = &plan->stage[last];
    if (n == 1 && only->kind == LOGREG__STAGE_ABOVE) {
        add(p, "tail -n +%zu", only->a);
        return;
    }
    if (n == 1 && only->kind == LOGREG__STAGE_BELOW) {
        add(p, "head -n %zu", only->a - 1);
        return;
    }
    add(p, n > 1 ? "sed '" : "sed ");
    for (size_t i = 0, told = 0; i < plan->n; i++) {
        const logreg__stage *s = &plan->stage[i];
        const char *apart = told ? ";" : "";
        told++;
        if (s->kind == LOGREG__STAGE_ABOVE)
            add(p, s->a > 2 ? "%s1,%zud" : "%s%zud", apart, s->a - 1);
        else if (s->kind == LOGREG__STAGE_BELOW)
            add(p, "%s%zu,$d", apart, s->a);
        else if (s->kind == LOGREG__STAGE_LINES && s->a < s->b)
            add(p, "%s%zu,%zud", apart, s->a, s->b);
        else if (s->kind == LOGREG__STAGE_LINES)
            add(p, "%s%zud", apart, s->a);
        else
            told--;
    }
    add(p, n > 1 ? "'" : "");
}

/* Lines that repeat the header. */
static void add_headers(pipe_text *p, bool loose, const logreg__csv *csv)
{
    bool mark = csv->mark || csv->plan->marked;
    const char *unmark = mark ? "sub(/^\\357\\273\\277/, \"\")" : "";
    size_t line = logreg__stages_line(csv, csv->header_line);
    if (loose)
        add(p,
            "awk '{ %s%sk = tolower($0); gsub(/[\" \\t\\r]/, \"\", k) } NR == %zu { h = k } NR <= %zu || k "
            "!= h'",
            unmark, mark ? "; " : "", line, line);
    else
        add(p, "awk '%s%s%sNR == %zu { h = $0 } NR <= %zu || $0 != h'", mark ? "{ " : "", unmark,
            mark ? " } " : "", line, line);
}

static void add_side(pipe_text *p, size_t side, const logreg__csv *csv)
{
    char header[40], rows[64], piece[LOGREG__COMMAND];
    snprintf(header, sizeof header, "$#F = %zu", side - 1);
    snprintf(rows, sizeof rows, "$#F = %zu if $#F > %zu", side - 1, side - 1);
    add(p, "%s", logreg__cells_piece(piece, &(logreg__cells){.header = header, .rows = rows}, csv));
}

/* Two rows of names become one. */
static void add_join(pipe_text *p, size_t line, const logreg__csv *csv)
{
    char d[8];
    size_t at = logreg__stages_line(csv, line);
    logreg__delimiter_perl(d, csv->options.delimiter);
    add(p,
        "perl -lne '@F = /(?:^|%s)((?:\"[^\"]*\"|[^%s])*)/g if $. <= %zu; %ss/^ +|[\\r\"]| +$//g for @F; "
        "if ($. == %zu) { @h = @F; next } "
        "if ($. == %zu) { for (0..$#F) { $n = $h[$_ + 1]; "
        "$F[$_] = \"\" if $h[$_] ne $g && $h[$_] && ($F[$_] =~ /Response$/ || ($n ? $n ne $h[$_] : !$F[$_ + "
        "1])); "
        "$g = $h[$_] || $g; $F[$_] = q(\") . join(\"_\", grep $_, $F[$_] ? $g : $h[$_], $F[$_]) . q(\") } "
        "$_ = join \"%s\", @F } print'",
        d, d, at + 1, csv->mark ? "s/^\\xef\\xbb\\xbf// for @F; " : "", at, at + 1, d);
}

/* Is there a name before it that gets the same number? */
static bool numbered_before(const logreg__stage *s, const logreg__plan *plan)
{
    for (const logreg__stage *t = plan->stage; t < s; t++)
        if (t->kind == LOGREG__STAGE_NAME && t->b == s->b)
            return true;
    return false;
}

/* Numbers behind all names that come again, where there are too many to list: each is its own, whatever other names there are. */
static const char number_all[] = "@k = map s/^[\"\\s\\xef\\xbb\\xbf]+|[\"\\s]+$//gr, @F; $n{$_} = 1 for @k; "
                                 "for (0..$#F) { $s{$k[$_]}++ or next; "
                                 "$i = 2; $i++ while $n{\"$k[$_]_$i\"}++; $F[$_] =~ s/(?=\"?\\s*$)/_$i/ }";

/* Puts the number of the name that stage s numbers behind it, and behind those of the later ones that get the same. */
static void add_number(pipe_text *p, const logreg__stage *s, const logreg__plan *plan)
{
    char others[LOGREG__COMMAND] = "";
    pipe_text list = {.room = others};
    for (const logreg__stage *t = s + 1; t < plan->stage + plan->n; t++)
        if (t->kind == LOGREG__STAGE_NAME && t->b == s->b)
            add(&list, ",%zu", t->a);
    if (*others)
        add(p, "s/(?=\"?\\s*$)/_%zu/ for @F[%zu%s]", s->b, s->a, others);
    else
        add(p, "$F[%zu] =~ s/(?=\"?\\s*$)/_%zu/", s->a, s->b);
}

static void add_names(pipe_text *p, const logreg__csv *csv)
{
    char header[LOGREG__COMMAND], piece[LOGREG__COMMAND];
    const logreg__plan *plan = csv->plan;
    pipe_text names = {.room = header};
    size_t numbered = 0, told = 0;
    for (size_t i = 0; i < plan->n; i++)
        numbered += plan->stage[i].kind == LOGREG__STAGE_NAME && plan->stage[i].b;
    for (const logreg__stage *s = plan->stage; s < plan->stage + plan->n; s++) {
        bool before = s->b && (numbered > LISTED ? told > 0 : numbered_before(s, plan));
        if (s->kind != LOGREG__STAGE_NAME || before)
            continue;
        if (names.used)
            add(&names, "; ");
        told += s->b > 0;
        if (!s->b)
            add(&names, "$F[%zu] = \"V%zu\"", s->a, s->a + 1);
        else if (numbered > LISTED)
            add(&names, "%s", number_all);
        else
            add_number(&names, s, plan);
    }
    if (!names.used)
        return;
    begin(p);
    add(p, "%s", logreg__cells_piece(piece, &(logreg__cells){.header = header}, csv));
}

static void add_groups(pipe_text *p, const logreg__csv *csv)
{
    char piece[LOGREG__COMMAND];
    for (size_t i = 0; i < csv->plan->n; i++)
        if (csv->plan->stage[i].kind == LOGREG__STAGE_GROUPS) {
            begin(p);
            add(p, "%s", logreg__sections_piece(piece, &csv->plan->stage[i], csv));
        }
}

static void add_kind(pipe_text *p, const logreg__stage *stage, const logreg__csv *csv)
{
    logreg__stage_kind kind = stage->kind;
    char piece[LOGREG__COMMAND], pattern[8], delimiter[] = {csv->options.delimiter, '\0'};
    size_t header = logreg__stages_line(csv, csv->header_line);
    begin(p);
    if (kind == LOGREG__STAGE_SIDE)
        add_side(p, stage->a, csv);
    else if (kind == LOGREG__STAGE_PAGES)
        add(p, "sed -E '/^[\"%s ]*%s[\"%s\\r ]*$/Id'", logreg__delimiter_in_set(pattern, csv),
            logreg__page_pattern, pattern);
    else if (kind == LOGREG__STAGE_ORDER)
        add(p, "%s", logreg__again_piece(piece, csv));
    else if (kind == LOGREG__STAGE_PARTED)
        add(p, "%s", logreg__parted_piece(piece, stage, csv));
    else if (kind == LOGREG__STAGE_JOIN)
        add_join(p, stage->a, csv);
    else if (kind == LOGREG__STAGE_DRAWN)
        add(p, "sed -E '/^[-+|:= ]*\\r?$/d;/^[(][0-9]+ rows?/d;s/^[|] ?//;s/ ?[|]\\r?$//'");
    else if (kind == LOGREG__STAGE_SINGLE)
        add(p, "sed -E 's/(^|%s) *\\x27([^\\x27]*)\\x27/\\1\\2/g'", logreg__delimiter_pattern(pattern, csv));
    else if (kind == LOGREG__STAGE_HASH)
        add(p, "sed '%zus/^[# ]*//'", logreg__stages_line(csv, stage->a));
    else if (kind == LOGREG__STAGE_COMMENTS)
        add(p, "grep -v '^#'");
    else if (kind == LOGREG__STAGE_BARE && !stage->a)
        add(p, "sed '/%s/!d'", logreg__delimiter_pattern(pattern, csv));
    else if (kind == LOGREG__STAGE_BARE)
        add(p, "sed -E '/^([^\"%s]|\"[^\"]*\")*$/d'", logreg__delimiter_in_set(pattern, csv));
    else if (kind == LOGREG__STAGE_HEADERS || kind == LOGREG__STAGE_LOOSE)
        add_headers(p, kind == LOGREG__STAGE_LOOSE, csv);
    else if (kind == LOGREG__STAGE_ROW)
        add(p, "sed -E '%zus/^%s(\"\")?/row/'", header, csv->mark ? "(\\xef\\xbb\\xbf)*" : "");
    else
        add(p, "sed '%zus/^/row%s/'", header, *delimiter == '\t' ? "\\t" : delimiter);
}

size_t logreg__stages_write(char room[LOGREG__COMMAND], size_t *file, const logreg__csv *csv)
{
    static const logreg__stage_kind order[] = {
        LOGREG__STAGE_DRAWN, LOGREG__STAGE_COMMENTS, LOGREG__STAGE_PARTED,  LOGREG__STAGE_BARE,
        LOGREG__STAGE_PAGES, LOGREG__STAGE_SINGLE,   LOGREG__STAGE_HASH,    LOGREG__STAGE_JOIN,
        LOGREG__STAGE_ORDER, LOGREG__STAGE_SIDE,     LOGREG__STAGE_HEADERS, LOGREG__STAGE_LOOSE,
        LOGREG__STAGE_ROW,   LOGREG__STAGE_ROWS};
    pipe_text p = {.room = room};
    *room = '\0';
    if (csv->plan) {
        add_lines(&p, csv->plan);
        for (size_t k = 0; k < sizeof order / sizeof *order; k++)
            for (size_t i = 0, told = 0; i < csv->plan->n && !told; i++)
                if (csv->plan->stage[i].kind == order[k]) {
                    add_kind(&p, &csv->plan->stage[i], csv);
                    told++;
                }
        add_names(&p, csv);
        add_groups(&p, csv);
    }
    *file = p.pieces > 1 ? p.file : p.used;
    return p.used;
}
