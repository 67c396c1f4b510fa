/* How much room names of columns take, so that those that lose their middle stay apart. */
#include "doctor/checkup.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* How many of n names are the same in so much room as one before them; SIZE_MAX: memory is out. */
static size_t count_alike(const logreg_checkup *c, size_t n, const logreg__page *page, int room)
{
    logreg__page *label = logreg__new(n, sizeof *label);
    size_t alike = label ? 0 : SIZE_MAX;
    for (size_t j = 0; label && j < n; j++) {
        logreg__page_start_like(&label[j], page);
        logreg__page_name(&label[j], logreg_frame_name(c->frame, j), room);
        size_t k = 0;
        while (k < j && strcmp(logreg__page_string(&label[k]), logreg__page_string(&label[j])) != 0)
            k++;
        alike += k < j;
    }
    for (size_t j = 0; label && j < n; j++)
        logreg__page_free(&label[j]);
    free(label);
    return alike;
}

int logreg__room_of_names(const logreg_checkup *c, size_t n, const logreg__page *page, int least)
{
    enum { MORE = 6 }; /* so that more than a letter tells them apart */
    int best = least, most = page->width / 2;
    size_t fewest = n ? count_alike(c, n, page, least) : 0;
    for (int room = least + 2; fewest && room <= most; room += 2) {
        size_t alike = count_alike(c, n, page, room);
        best = alike < fewest ? room : best;
        fewest = alike < fewest ? alike : fewest;
    }
    return best == least || best + MORE > most ? best : best + MORE;
}
