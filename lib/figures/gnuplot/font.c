/* gnuplot draws with whatever font there is and says nothing, so that pictures would only look worse: a look at the folders in which systems keep fonts tells. The
 * user's own do not count, since gnuplot runs without an environment. */
#include <fts.h>
#include <string.h>
#include <strings.h>

#include <logreg/figures.h>

#include "figures/gnuplot/font.h"

bool logreg__font_within(const char *const *folders)
{
    bool found = false;
    FTS *tree = fts_open((char *const *)folders, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
    FTSENT *entry;
    while (tree && !found && (entry = fts_read(tree)))
        found = entry->fts_info != FTS_D && entry->fts_info != FTS_DP &&
                strncasecmp(entry->fts_name, "Lato-Regular", 12) == 0;
    if (tree)
        fts_close(tree);
    return found;
}

bool logreg_figure_has_font(void)
{
    static const char *const folders[] = {"/usr/share/fonts", "/usr/local/share/fonts", NULL};
    return logreg__font_within(folders);
}
