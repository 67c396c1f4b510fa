#include "units.h"

#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "values.h"

static int read_one(logreg_unit *unit, const cli_call *call, char *item, bool rows)
{
    char *size = strrchr(item, '=');
    if (!size || size == item || !size[1])
        return cli_fail(call, CLI_USAGE, "--unit takes NAME=SIZE, such as age=10, not '%s'", item);
    *size++ = '\0';
    bool sd = strcmp(size, "sd") == 0, iqr = strcmp(size, "iqr") == 0;
    *unit = (logreg_unit){.variable = item, .kind = sd ? LOGREG_UNIT_SD : LOGREG_UNIT_IQR};
    if ((sd || iqr) && !rows)
        return cli_fail(call, CLI_USAGE,
                        "--unit %s=%s needs the rows, which a saved model does not keep; give a number", item,
                        size);
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
