/* Whether the day or the month is first in dates of rows that stand in order of time, as forms and devices write them. */
#include "data/day_sequence.h"

#include <string.h>

#include "data/day_parts.h"
#include "data/gap.h"

enum { FEWEST_DAYS = 5, EARLY = 30 };

typedef struct {
    bool up, down;
    long last;
    size_t days; /* as long as they rise or fall all the way */
} sequence;

static void follow(sequence *s, long day)
{
    if (s->days && day != s->last) {
        s->up = s->up && day > s->last;
        s->down = s->down && day < s->last;
    }
    s->days += !s->days || day != s->last;
    s->last = day;
}

static bool is_ordered(const sequence *s)
{
    return (s->up || s->down) && s->days >= FEWEST_DAYS;
}

static void follow_both(sequence s[2], const logreg__day_parts *p)
{
    long year = p->value[2] + (p->width[2] <= 2 && p->value[2] <= EARLY ? 100 : 0);
    for (size_t first = 0; first < 2; first++) /* 0: the day */
        follow(&s[first], (year * 100 + p->value[!first]) * 100 + p->value[first]);
}

bool logreg__day_sequence(logreg__day_order *order, const logreg__column *c, size_t rows, size_t language)
{
    sequence s[2] = {{.up = true, .down = true}, {.up = true, .down = true}};
    bool rising = true, falling = true; /* as texts, so that they may have been sorted so */
    const char *before = NULL;
    for (size_t r = 0; r < rows && (s[0].up || s[0].down || s[1].up || s[1].down); r++) {
        logreg__day_parts p;
        bool dropped;
        if (logreg__cell_is_missing(c, r) || logreg__gap_text(c->levels[logreg__column_code(c, r)]))
            continue;
        const char *text = c->levels[logreg__column_code(c, r)];
        if (!logreg__day_parts_read(&p, &dropped, text, language) || p.n != 3)
            return false;
        rising = rising && !(before && strcmp(before, text) > 0);
        falling = falling && !(before && strcmp(before, text) < 0);
        before = text;
        follow_both(s, &p);
    }
    *order = is_ordered(&s[0]) ? LOGREG__DAY_FIRST : LOGREG__MONTH_FIRST;
    return is_ordered(&s[0]) != is_ordered(&s[1]) && !rising && !falling;
}
