#include "units.h"

#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "values.h"

static int read_one(logreg_unit *unit, const cli_call *call, char *item, bool rows)
{
    char *size = strrchr(item, '=');
    bool all = strcmp(item, "sd") == 0 || strcmp(item, "iqr") == 0;
    if (!all && (!size || size == item || !size[1]))
        return cli_fail(call, CLI_USAGE,
                        "--unit takes NAME=SIZE, such as age=10, or sd or iqr for all numbers, not '%s'",
                        item);
    if (all)
        size = item;
    else
        *size++ = '\0';
    bool sd = strcmp(size, "sd") == 0, iqr = strcmp(size, "iqr") == 0;
    *unit = (logreg_unit){.variable = all ? NULL : item, .kind = sd ? LOGREG_UNIT_SD : LOGREG_UNIT_IQR};
    if ((sd || iqr) && !rows)
        return cli_fail(call, CLI_USAGE,
                        "--unit %s%s%s needs the rows, which a saved model does not keep; give %s",
                        all ? "" : item, all ? "" : "=", size, all ? "numbers by name" : "a number");
    if (sd || iqr)
        return CLI_GO_ON;
    unit->kind = LOGREG_UNIT_SIZE;
    if (!cli_number_read(&unit->size, size, strlen(size)) || !(unit->size > 0))
        return cli_fail(call, CLI_USAGE, "--unit %s=%s: '%s' is no positive number%s", item, size, size,
                        rows ? ", sd or iqr" : "");
    return CLI_GO_ON;
}

int cli_units_read(logreg_unit **units, const cli_call *call, const cli_list *list, bool rows)
{
    if (!list->n)
        return CLI_GO_ON;
    logreg_unit *unit = calloc(list->n, sizeof *unit);
    int code = unit ? CLI_GO_ON : cli_fail_memory(call);
    for (size_t i = 0; i < list->n && code == CLI_GO_ON; i++)
        code = read_one(&unit[i], call, list->item[i], rows);
    if (code == CLI_GO_ON)
        *units = unit;
    else
        free(unit);
    return code;
}
