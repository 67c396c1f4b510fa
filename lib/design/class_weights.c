/* Weights of classes: "balanced", or LABEL=W,.. . Labels are looked for among those that there are, so that they may hold commas and equals
 * signs. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/label.h"
#include "design/response_read.h"

/* n / (K n_c), n and n_c sums of prior weights: each class then weighs as much as any other, all of them n. */
static void balance(logreg__response *r)
{
    double n = 0;
    for (size_t c = 0; c < r->n_classes; c++)
        n += r->weight[c];
    for (size_t c = 0; c < r->n_classes; c++)
        r->factor[c] = n / ((double)r->n_classes * r->weight[c]);
}

/* The longest label that `text` begins with and an equals sign follows; n_classes: none. */
static size_t find_label(const logreg__response *r, const char *text)
{
    size_t found = r->n_classes, longest = 0;
    for (size_t c = 0; c < r->n_classes; c++) {
        size_t n = strlen(r->label[c]);
        if (strncmp(text, r->label[c], n) == 0 && text[n] == '=' && n + 1 > longest) {
            found = c;
            longest = n + 1;
        }
    }
    return found;
}

/* The class whose label stands before the equals sign, and where the number behind it begins. */
static logreg_status read_label(size_t *class, const char **number, const logreg__response *r,
                                const char *text, logreg_error *err)
{
    *class = find_label(r, text);
    if (*class < r->n_classes) {
        *number = text + strlen(r->label[*class]) + 1;
        return LOGREG_OK;
    }
    const char *equals = strchr(text, '=');
    if (!equals || equals == text)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "class weights are 'balanced' or LABEL=WEIGHT,.., such as '%s=2': '%s' is neither",
            r->label[r->n_classes - 1], text);
    char *label = logreg__new((size_t)(equals - text) + 1, 1);
    if (!label)
        return logreg__fail_memory(err);
    memcpy(label, text, (size_t)(equals - text));
    *class = logreg__label_place_in(r->label, r->n_classes, label); /* 1.0 is 1 */
    *number = equals + 1;
    logreg_status status = LOGREG_OK;
    if (*class == r->n_classes) {
        char all[400] = "";
        size_t used = 0;
        for (size_t c = 0; c < r->n_classes && used < sizeof all; c++)
            used += (size_t)snprintf(all + used, sizeof all - used, "%s'%.40s'", c ? ", " : "", r->label[c]);
        status = logreg__fail(err, LOGREG_EDATA,
                              "class weights name '%s', which is no class of the target '%s'; it has %s",
                              label, r->target->name, all);
    }
    free(label);
    return status;
}

static logreg_status read_list(logreg__response *r, const char *text, logreg_error *err)
{
    if (!*text)
        return logreg__fail(err, LOGREG_EINVAL,
                            "class weights are empty; give 'balanced' or LABEL=WEIGHT,..");
    while (*text) {
        size_t class;
        const char *number;
        logreg_status status = read_label(&class, &number, r, text, err);
        if (status != LOGREG_OK)
            return status;
        size_t n = strcspn(number, ",");
        double weight;
        if (!logreg__number_parse(&weight, number, n, '.') || !(weight > 0))
            return logreg__fail(err, LOGREG_EINVAL,
                                "the weight of class '%s' is '%.*s'; it must be a positive number: rows that "
                                "are not to count "
                                "are better left out",
                                r->label[class], (int)(n < 80 ? n : 80), number);
        if (r->factor[class] > 0)
            return logreg__fail(err, LOGREG_EINVAL, "class '%s' is given two weights", r->label[class]);
        r->factor[class] = weight;
        text = number + n;
        text += *text == ',';
    }
    for (size_t c = 0; c < r->n_classes; c++)
        r->factor[c] = r->factor[c] > 0 ? r->factor[c] : 1;
    return LOGREG_OK;
}

logreg_status logreg__class_weights_read(logreg__response *r, const char *text, logreg_error *err)
{
    if (!text)
        return LOGREG_OK;
    r->factor = logreg__new(r->n_classes, sizeof *r->factor);
    r->counted = logreg__new(r->n_classes, sizeof *r->counted);
    if (!r->factor || !r->counted)
        return logreg__fail_memory(err);
    logreg_status status = LOGREG_OK;
    if (strcmp(text, "balanced") == 0)
        balance(r);
    else
        status = read_list(r, text, err);
    for (size_t c = 0; status == LOGREG_OK && c < r->n_classes; c++) {
        r->counted[c] = r->weight[c];
        r->weight[c] *= r->factor[c];
    }
    return status;
}
