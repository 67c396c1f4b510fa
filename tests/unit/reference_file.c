#include "reference_file.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"

/* Copies the rest of a line into a field of the given size. */
static bool put(char *field, size_t size, const char *text)
{
    size_t n = strlen(text);
    if (n >= size)
        return false;
    memcpy(field, text, n + 1);
    return true;
}

/* Reads `count` numbers and steps behind the blank that follows them. */
static bool numbers(double *value, size_t count, const char **text)
{
    for (size_t i = 0; i < count; i++) {
        char *end;
        value[i] = strtod(*text, &end);
        if (end == *text)
            return false;
        *text = end;
    }
    *text += **text == ' ';
    return true;
}

static bool read_coefficient(reference_case *c, const char *text, bool alias)
{
    double v[4] = {0, NAN, NAN, NAN};
    if (c->n_coefficients == REFERENCE_COEFFICIENTS || !numbers(v, alias ? 1 : 4, &text))
        return false;
    reference_coefficient *b = &c->coefficient[c->n_coefficients++];
    b->k = (size_t)v[0];
    b->alias = alias;
    b->estimate = v[1];
    b->std_error = v[2];
    b->p = v[3];
    return put(b->name, sizeof b->name, text);
}

static bool read_part(reference_case *c, const char *text)
{
    double v[2];
    if (c->n_parts == REFERENCE_COEFFICIENTS || !numbers(v, 2, &text))
        return false;
    reference_part *part = &c->part[c->n_parts++];
    part->column = (size_t)v[0];
    part->multiplier = v[1];
    return put(part->name, sizeof part->name, text);
}

static bool read_profile(reference_case *c, const char *text)
{
    double v[5];
    if (c->n_profiles == REFERENCE_COEFFICIENTS || !numbers(v, 5, &text))
        return false;
    reference_profile *p = &c->profile[c->n_profiles++];
    *p = (reference_profile){.k = (size_t)v[0], .low = v[1], .high = v[2], .statistic = v[3], .p = v[4]};
    return put(p->name, sizeof p->name, text);
}

static bool read_term(reference_case *c, const char *text)
{
    double v[4];
    if (c->n_terms == REFERENCE_COEFFICIENTS || !numbers(v, 4, &text))
        return false;
    reference_term *t = &c->term[c->n_terms++];
    *t = (reference_term){.df = v[0], .lr = v[1], .score = v[2], .wald = v[3]};
    return put(t->name, sizeof t->name, text);
}

static bool read_statistic(reference_case *c, const char *key, const char *text)
{
    if (c->n_statistics == REFERENCE_STATISTICS)
        return false;
    reference_statistic *s = &c->statistic[c->n_statistics++];
    for (s->count = 0; *text && s->count < 3; s->count++)
        if (!numbers(&s->value[s->count], 1, &text))
            return false;
    return s->count && !*text && put(s->key, sizeof s->key, key);
}

static bool read_line(reference_case *c, const char *key, const char *text)
{
    struct {
        const char *key;
        char *field;
        size_t size;
    } texts[] = {
        {"case", c->name, sizeof c->name},
        {"file", c->file, sizeof c->file},
        {"formula", c->formula, sizeof c->formula},
        {"weights", c->weights, sizeof c->weights},
        {"offset", c->offset, sizeof c->offset},
        {"trials", c->trials, sizeof c->trials},
        {"positive", c->positive, sizeof c->positive},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!strcmp(key, texts[i].key))
            return put(texts[i].field, texts[i].size, text);
    if (!strcmp(key, "class"))
        return c->n_classes < REFERENCE_CLASSES &&
               put(c->class_name[c->n_classes++], sizeof *c->class_name, text);
    if (!strcmp(key, "coefficient") || !strcmp(key, "alias"))
        return read_coefficient(c, text, *key == 'a');
    if (!strcmp(key, "of"))
        return read_part(c, text);
    if (!strcmp(key, "profile"))
        return read_profile(c, text);
    if (!strcmp(key, "term"))
        return read_term(c, text);
    return read_statistic(c, key, text);
}

bool reference_next(reference_case *c, FILE *file)
{
    char line[640];
    memset(c, 0, sizeof *c);
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        if (!*line && *c->name)
            return true;
        if (!*line || *line == '#')
            continue;
        char *text = strchr(line, ' ');
        if (text)
            *text++ = '\0';
        if (!text || !read_line(c, line, text)) {
            printf("# cannot read '%s' of case %s\n", line, c->name);
            CU_FAIL("a line of the reference file has an unknown form");
        }
    }
    return *c->name != '\0';
}

double reference_value(const reference_case *c, const char *key, size_t i)
{
    for (size_t s = 0; s < c->n_statistics; s++)
        if (!strcmp(c->statistic[s].key, key) && i < c->statistic[s].count)
            return c->statistic[s].value[i];
    return NAN;
}
