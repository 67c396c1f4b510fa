/* Where the column of a name stands. Wide files ask this of every column, several times. */
#include <stdlib.h>
#include <string.h>

#include "data/frame.h"

#define HASH_NONFATAL_OOM 1
#include <uthash.h>

struct logreg__named {
    size_t column;
    UT_hash_handle hh; /* by the name that the column owns */
};

bool logreg__frame_note_name(logreg_frame *frame, size_t column)
{
    struct logreg__named *item = calloc(1, sizeof *item);
    if (!item)
        return false;
    const char *name = frame->column[column].name;
    item->column = column;
    HASH_ADD_KEYPTR(hh, frame->named, name, strlen(name), item);
    if (!item->hh.tbl) { /* memory ran out */
        free(item);
        return false;
    }
    return true;
}

void logreg__frame_forget_names(logreg_frame *frame)
{
    struct logreg__named *item, *next;
    HASH_ITER(hh, frame->named, item, next)
    {
        HASH_DEL(frame->named, item);
        free(item);
    }
}

/* Is that the name, with a blank where it has ends of lines, as messages show it? */
static bool shows_as(const char *name, const char *shown)
{
    while (*name && *shown) {
        bool line_end = *name == '\n' || *name == '\r';
        if (*shown != (line_end ? ' ' : *name))
            return false;
        shown++;
        for (name++; line_end && (*name == '\n' || *name == '\r' || *name == ' ');)
            name++;
    }
    return !*name && !*shown;
}

size_t logreg_frame_find(const logreg_frame *frame, const char *name)
{
    struct logreg__named *item;
    HASH_FIND(hh, frame->named, name, strlen(name), item);
    if (item)
        return item->column;
    for (size_t j = 0; j < frame->n_columns && strchr(name, ' '); j++)
        if (strpbrk(frame->column[j].name, "\r\n") && shows_as(frame->column[j].name, name))
            return j;
    return SIZE_MAX;
}

size_t logreg__frame_find_next(const logreg_frame *frame, const char *name, size_t last)
{
    size_t next = last + 1; /* 0 at first */
    bool is_it = next < frame->n_columns && strcmp(frame->column[next].name, name) == 0;
    return is_it ? next : logreg_frame_find(frame, name);
}

const logreg__column *logreg__frame_column(const logreg_frame *frame, const char *name)
{
    size_t j = name ? logreg_frame_find(frame, name) : SIZE_MAX;
    return j == SIZE_MAX ? NULL : &frame->column[j];
}
