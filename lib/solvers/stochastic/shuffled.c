#include "solvers/stochastic/shuffled.h"

#include "base/memory.h"

#define STREAM 0

/* So many numbers of rows are copied at most. */
#define MOST_COPIED ((size_t)1 << 25)

/* Where the kept rows stand, if they are not all there are. */
static bool list_places(logreg__shuffled *s, const logreg__rows *rows)
{
    if (!rows->bits)
        return true;
    s->place = logreg__new_raw(rows->n, sizeof *s->place);
    for (size_t first = 0; s->place && first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t left = rows->n - first;
        logreg__rows_list(rows, first, left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS,
                          s->place + first);
    }
    return s->place;
}

bool logreg__shuffled_init(logreg__shuffled *s, const logreg__problem *problem, uint64_t seed)
{
    const logreg__design *d = problem->design;
    *s = (logreg__shuffled){
        .problem = *problem, .whole = *problem, .design = *d, .whole_design = *d, .rows = *d->rows};
    logreg__random_init(&s->random, seed, STREAM);
    s->order = logreg__new_raw(s->rows.n, sizeof *s->order);
    s->rowwise = logreg__rowwise_new(d, MOST_COPIED);
    if (!s->order || (!s->rowwise && !list_places(s, d->rows)))
        return false;
    s->rows.order = s->order;
    s->rows.place = s->place;
    s->design.rows = &s->rows;
    s->design.standing = NULL; /* in another order */
    s->design.rowwise = s->rowwise;
    s->problem.design = &s->design;
    if ((d->rows->bits && !d->rows->copy) || d->n_derived)
        s->whole_design.rowwise = s->rowwise;
    s->whole.design = &s->whole_design;
    s->problem.room = &s->room;
    return logreg__block_room_init(&s->room, &s->problem);
}

void logreg__shuffled_clear(logreg__shuffled *s)
{
    free(s->order);
    free(s->place);
    logreg__rowwise_free(s->rowwise);
    logreg__block_room_clear(&s->room);
}

void logreg__shuffle(logreg__shuffled *s)
{
    logreg__random_permutation(&s->random, s->order, s->rows.n);
}
