/* What is said of a header that stands further down with other columns, and the command that brings the rows below it under the first. */
#include "csv/layout/again.h"
#include "csv/mending/command.h"

#include <ctype.h>
#include <string.h>

/* A list of names in a sentence ends at so many bytes. */
enum { LIST = 160 };

typedef struct {
    char list[LIST];
    size_t used, n;
} naming;

static void add(naming *to, const char *text, size_t n)
{
    char shown[LOGREG__SHOWN];
    bool room = to->used + LOGREG__SHOWN + 8 < LIST;
    if (room)
        to->used += (size_t)snprintf(to->list + to->used, LIST - to->used, "%s'%s'", to->n ? ", " : "",
                                     logreg__show(shown, text, n));
    else if (strcmp(to->list + to->used - 2, "..") != 0)
        to->used += (size_t)snprintf(to->list + to->used, LIST - to->used, ", ..");
    to->n++;
}

/* Cells of the row that are no names of the header; then names that the row lacks. */
static void name_others(naming *fresh, naming *missing, const logreg__again *again, const logreg__row *row,
                        const logreg__csv *csv)
{
    for (size_t k = 0; k < row->n; k++) {
        logreg__cell cell = logreg__again_cell(&row->cell[k]);
        if (cell.n && !logreg__again_find(again, &cell, csv->plan))
            add(fresh, cell.text, cell.n);
    }
    for (size_t j = 0; j < again->width; j++)
        for (size_t i = 0; i < again->n; i++)
            if (again->name[i].column == j && !again->name[i].seen)
                add(missing, again->name[i].text, again->name[i].n);
}

/* Can the command write the name between its quotes? To room in small letters. */
static bool keep_plain(char room[LOGREG__SHOWN], const char *text, size_t n)
{
    if (n >= LOGREG__SHOWN)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (!(text[i] & 0x80) && !isalnum((unsigned char)text[i]) && !strchr("_ .-", text[i]))
            return false;
        room[i] = (char)logreg__again_small(text[i]);
    }
    room[n] = '\0';
    return true;
}

/* Where one cell is no name, and one name is missing, keeps for the command that they are the same. Else the plan has no such. */
static bool keep_pair(const logreg__again *again, const logreg__row *row, const logreg__csv *csv)
{
    logreg__plan *plan = csv->plan;
    bool ok = true;
    for (size_t k = 0; k < row->n && ok; k++) {
        logreg__cell cell = logreg__again_cell(&row->cell[k]);
        if (cell.n && !logreg__again_find(again, &cell, plan))
            ok = keep_plain(plan->alias, cell.text, cell.n);
    }
    for (size_t i = 0; i < again->n && ok; i++)
        if (!again->name[i].seen)
            ok = keep_plain(plan->aliased, again->name[i].text, again->name[i].n);
    if (!ok)
        *plan->alias = '\0';
    return ok;
}

/* "AT other columns: 'bmi' is new and would be left out, 'town' is missing (--exclude town keeps these rows in a fit)" */
static void write_others(char *room, size_t size, const char *at, const naming *fresh, const naming *missing)
{
    size_t used = (size_t)snprintf(room, size, "%s other columns:", at);
    if (fresh->n)
        used += (size_t)snprintf(room + used, size - used, " %s %s new and would be left out%s", fresh->list,
                                 fresh->n == 1 ? "is" : "are", missing->n ? "," : "");
    if (missing->n)
        snprintf(room + used, size - used, " %s %s missing (--exclude keeps these rows in a fit)",
                 missing->list, missing->n == 1 ? "is" : "are");
}

logreg_status logreg__again_fail(const logreg__again *again, const logreg__row *row, const logreg__csv *csv)
{
    naming fresh = {.n = 0}, missing = {.n = 0}, names = {.n = 0};
    char what[400 + 3 * LIST], at[300];
    snprintf(at, sizeof at, "%.200s:%zu: the header stands in this line again, with", csv->file, row->line);
    name_others(&fresh, &missing, again, row, csv);
    bool pair = fresh.n == 1 && missing.n == 1 && row->n == again->width;
    if (pair && logreg__again_in_place(again)) {
        logreg__stage line = {LOGREG__STAGE_LINES, row->line, row->line};
        snprintf(what, sizeof what, "%s %s in place of %s", at, fresh.list, missing.list);
        return logreg__fail_stages(csv, &line, 1, what,
                                   "; if the column is the same, take the line out: ", "");
    }
    for (size_t k = 0; k < row->n; k++) {
        logreg__cell cell = logreg__again_cell(&row->cell[k]);
        add(&names, cell.text, cell.n);
    }
    pair = pair && keep_pair(again, row, csv);
    bool others = (fresh.n || missing.n) && !pair;
    if (pair)
        snprintf(what, sizeof what, "%s its columns in another order: %s (of which %s is taken for %s)", at,
                 names.list, fresh.list, missing.list);
    else if (!others)
        snprintf(what, sizeof what, "%s its columns in another order: %s", at, names.list);
    else
        write_others(what, sizeof what, at, &fresh, &missing);
    return logreg__fail_stages(csv, &(logreg__stage){LOGREG__STAGE_ORDER, 0, 0}, 1, what,
                               others ? "; bring the rows below under the names of the first one: "
                                      : "; bring the rows below into the order of the first one: ",
                               "");
}

const char *logreg__again_piece(char room[LOGREG__COMMAND], const logreg__csv *csv)
{
    char rows[LOGREG__COMMAND], alias[2 * LOGREG__SHOWN + 40] = "";
    if (*csv->plan->alias)
        snprintf(alias, sizeof alias, "$_ eq q(%s) and $_ = q(%s) for @n; ", csv->plan->alias,
                 csv->plan->aliased);
    snprintf(rows, sizeof rows,
             "@n = n; %s%%at = (); @at{@n} = 0..$#n; $k = 2 * grep exists $at{$_}, @s; "
             "if ($k > @s && $k > grep length, @n) { @p = map $at{$_} // 1e6, @h; next } "
             "@F = map $_ // \"\", @F[@p] if @p && @F > 1",
             alias);
    static const char header[] =
        "sub n { $F[-1] =~ s/\\r//; map lc s/^[\"\\s\\xbb\\xbf\\xef]+|[\"\\s]+$//gr, "
        "@F } @h = n; @s = grep /[^\\d .,+-]/, @h";
    return logreg__cells_piece(room, &(logreg__cells){.header = header, .rows = rows}, csv);
}
