/* Names that stand together, in a table or a list: shortened ones that would read alike lose something else. */
#ifndef LOGREG_REPORT_PAGE_LABELS_H
#define LOGREG_REPORT_PAGE_LABELS_H

#include "report/page/page.h"

static inline int logreg__wider(int a, int b)
{
    return a > b ? a : b;
}

/* n names as logreg__page_name writes them in so much room, but that no two that differ read alike. Owned, and so is
 * each; NULL: memory is out. */
char **logreg__labels_new(const logreg__page *page, const char *const *name, size_t n, int room);
void logreg__labels_free(char **label, size_t n);

/* The same where labels are more than names: `shown` are those that stand in so much room, `whole` what they would be
 * with room enough, in characters of a page. False: memory is out. */
bool logreg__labels_part(char **shown, char *const *whole, size_t n, int room, const logreg__page *page);

/* The least room, from `least` to `most` columns, in which the fewest of n names read alike but for the parting above,
 * and some more, so that more than a letter tells them apart. */
int logreg__labels_room(const logreg__page *page, const char *const *name, size_t n, int least, int most);

#endif
