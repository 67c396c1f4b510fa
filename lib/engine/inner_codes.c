#include "engine/inner_level.h"

#include "data/design.h"

void AT_LEVEL(gather)(double *eta, const uint32_t *code, const double *value, size_t rows, const double *b)
{
    for (size_t r = 0; r < rows; r++)
        if (code[r] != LOGREG__NO_COLUMN)
            eta[r] += value ? value[r] * b[code[r]] : b[code[r]];
}

void AT_LEVEL(scatter)(double *g, const uint32_t *code, const double *value, size_t rows, const double *r)
{
    for (size_t i = 0; i < rows; i++)
        if (code[i] != LOGREG__NO_COLUMN)
            g[code[i]] += value ? value[i] * r[i] : r[i];
}
