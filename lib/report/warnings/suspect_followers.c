/* Columns that go with what the outcome's condition asks about in every row. */
#include "model/model.h"
#include "report/summary/summary.h"
#include "report/warnings/suspect.h"
#include "report/warnings/suspicions.h"

void logreg__write_following(logreg__page *page, const logreg__following *f, const char *column,
                             const char *by)
{
    static const struct {
        const char *between, *behind;
    } words[LOGREG__FOLLOWS] = {
        [LOGREG__FOLLOWS_SAME] = {" holds the same as ", ", in every row"},
        [LOGREG__FOLLOWS_UP] = {" rises with ", ", in every row"},
        [LOGREG__FOLLOWS_DOWN] = {" falls as ", ", rises"},
        [LOGREG__FOLLOWS_RANGES] = {" parts ", ", into ranges"},
        [LOGREG__FOLLOWS_LEVELS] = {" has one value for each level of ", ""},
        [LOGREG__FOLLOWS_NEARLY] = {" holds the same as ", ", in "},
    };
    logreg__page_name(page, column, LOGREG__NAME_ROOM);
    logreg__page_add(page, words[f->how].between);
    logreg__page_name(page, by, LOGREG__NAME_ROOM);
    logreg__page_add(page, ", which the target asks about");
    logreg__page_add(page, words[f->how].behind);
    if (f->how == LOGREG__FOLLOWS_NEARLY)
        logreg__page_format(page, "%zu of %zu rows", f->same, f->rows);
}

static void say(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    (void)m;
    logreg__write_following(piece, &s->follows.following, s->column, s->follows.by);
}

static void advise(logreg__page *piece, const logreg_model *m, size_t n)
{
    logreg__page_add(
        piece, n == 1 ? ". If it was made of that, or filled in with it, it says the outcome again: "
                      : ". If they were made of that, or filled in with it, they say the outcome again: ");
    logreg__suspect_without(piece, m, LOGREG__SUSPECT_FOLLOWS);
    logreg__page_format(piece, " leaves %s out.", n == 1 ? "it" : "them");
}

const logreg__suspect_kind logreg__suspect_followed = {LOGREG__SUSPECT_FOLLOWS, "; ", say, advise};
