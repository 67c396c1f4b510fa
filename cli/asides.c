/* Columns that no fit can use, for the end of a sentence on the target: who has named that need not read another. */
#include "asides.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void cli_write_item(FILE *out, const char *name)
{
    bool quoted = strpbrk(name, ",\"") || *name == ' ';
    if (quoted)
        fputc('"', out);
    for (; *name; name++)
        if (*name == '\'')
            fputs("'\\''", out);
        else
            fputs(*name == '"' ? "\"\"" : (char[]){*name, '\0'}, out);
    if (quoted)
        fputc('"', out);
}

char *cli_asides(const cli_use *uses, const logreg_frame *frame)
{
    char *text = NULL;
    size_t size, n = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        return NULL;
    for (size_t j = 0; j < logreg_frame_columns(frame); j++) {
        const char *name = logreg_frame_name(frame, j);
        if (uses[j] != CLI_FREE || !*name || logreg_frame_aside(frame, j) == LOGREG_ASIDE_NOT)
            continue;
        fputs(n++ ? "," : "; and leave out what no fit can use, --exclude '", out);
        cli_write_item(out, name);
    }
    fputs(n ? "'" : "", out);
    if (fclose(out) == 0)
        return text;
    free(text);
    return NULL;
}
