/* Arguments of bases, as R names and orders them: the ", df = 5, degree = 2" of bs(x, df = 5, degree = 2). */
#include "formula/basis_read.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"

/* Arguments of bases, as bits. */
enum { DEGREE = 1, DF = 2, KNOTS = 4, INTERCEPT = 8, BOUNDARY = 16, RAW = 32, SCALE = 64 };

static const struct {
    const char *name;
    int argument;
} words[] = {{"degree", DEGREE},           {"df", DF},   {"knots", KNOTS}, {"intercept", INTERCEPT},
             {"Boundary.knots", BOUNDARY}, {"raw", RAW}, {"scale", SCALE}};

/* Arguments after the first in R's order. */
static const struct {
    const logreg__basis_kind *kind;
    int order[5];
    int named; /* by its name only */
    const char *usage;
} signatures[] = {
    {&logreg__basis_poly, {DEGREE}, RAW, "poly(x, degree, raw = FALSE)"},
    {&logreg__basis_scale, {0}, SCALE, "scale(x) or scale(x, scale = FALSE)"},
    {&logreg__basis_bs,
     {DF, KNOTS, DEGREE, INTERCEPT, BOUNDARY},
     0,
     "bs(x, df, knots, degree, intercept, Boundary.knots)"},
    {&logreg__basis_ns, {DF, KNOTS, INTERCEPT, BOUNDARY}, 0, "ns(x, df, knots, intercept, Boundary.knots)"},
};

typedef struct {
    logreg__tokens *in;
    logreg__basis *basis;
    size_t signature;
    int given; /* arguments */
} parser;

/* ---- Complaints -------------------------------------------------------------------------------------------- */

static int shown(const logreg__token *token)
{
    return token->length < 60 ? (int)token->length : 60;
}

static logreg_status wrong_value(const parser *p, const char *argument, const char *what)
{
    const logreg__token *t = &p->in->token;
    bool end = t->kind == LOGREG__TOKEN_END;
    return logreg__fail(p->in->err, LOGREG_EFORMULA, "%s, character %zu: %s is %s%s%.*s%s",
                        p->in->reader.what, t->at, argument, what, end ? "" : ", not '", shown(t), t->text,
                        end ? "" : "'");
}

static logreg_status usage(const parser *p)
{
    const logreg__token *t = &p->in->token;
    return logreg__fail(p->in->err, LOGREG_EFORMULA,
                        "%s, character %zu: '%.*s' is no argument that can stand here; "
                        "it is used as %s",
                        p->in->reader.what, t->at, shown(t), t->text, signatures[p->signature].usage);
}

/* ---- Values of arguments ----------------------------------------------------------------------------------- */

static logreg_status read_count(size_t *count, parser *p, const char *argument, size_t most)
{
    double x;
    const logreg__token *t = &p->in->token;
    bool ok = t->kind == LOGREG__TOKEN_NUMBER && logreg__number_parse(&x, t->text, t->length, '.') &&
              x >= 1 && x <= (double)most && x == floor(x);
    char what[64];
    snprintf(what, sizeof what, "a whole number from 1 to %zu", most);
    if (!ok)
        return wrong_value(p, argument, what);
    *count = (size_t)x;
    return logreg__tokens_advance(p->in);
}

static logreg_status read_number(double *x, parser *p, const char *argument)
{
    bool minus = logreg__token_is(&p->in->token, "-");
    logreg_status status = minus ? logreg__tokens_advance(p->in) : LOGREG_OK;
    const logreg__token *t = &p->in->token;
    if (status)
        return status;
    if (t->kind != LOGREG__TOKEN_NUMBER || !logreg__number_parse(x, t->text, t->length, '.'))
        return wrong_value(p, argument, "a number or c(number, ..)");
    *x = minus ? -*x : *x;
    return logreg__tokens_advance(p->in);
}

/* A number, or c() of several; they are put in order. */
static logreg_status read_numbers(double **numbers, size_t *n, parser *p, const char *argument)
{
    size_t room = 0;
    bool several = p->in->token.kind == LOGREG__TOKEN_CALL && strcmp(p->in->reader.name, "c") == 0;
    logreg_status status = several ? logreg__tokens_advance(p->in) : LOGREG_OK;
    free(*numbers);
    *numbers = NULL;
    *n = 0;
    bool more = true;
    if (!status && several)
        status = logreg__tokens_advance(p->in);
    while (!status && more) {
        double x;
        status = read_number(&x, p, argument);
        if (!status && !logreg__grow(numbers, &room, *n + 1, sizeof **numbers))
            status = logreg__fail_memory(p->in->err);
        if (status)
            return status;
        size_t at = (*n)++;
        for (; at && (*numbers)[at - 1] > x; at--)
            (*numbers)[at] = (*numbers)[at - 1];
        (*numbers)[at] = x;
        more = several && logreg__token_is(&p->in->token, ",");
        if (more)
            status = logreg__tokens_advance(p->in);
    }
    if (status || !several)
        return status;
    if (!logreg__token_is(&p->in->token, ")"))
        return wrong_value(p, argument, "a number or c(number, ..)");
    return logreg__tokens_advance(p->in);
}

static logreg_status read_boundary(parser *p)
{
    double *ends = NULL;
    size_t n = 0, at = p->in->token.at;
    logreg_status status = read_numbers(&ends, &n, p, "Boundary.knots");
    if (!status && (n != 2 || !(ends[0] < ends[1])))
        status = logreg__fail(p->in->err, LOGREG_EFORMULA,
                              "%s, character %zu: Boundary.knots are two different numbers, as in c(0, 100)",
                              p->in->reader.what, at);
    for (size_t i = 0; !status && i < 2; i++)
        p->basis->boundary[i] = ends[i];
    p->basis->has_boundary = !status;
    free(ends);
    return status;
}

/* Whether the token is TRUE or FALSE, T or F. */
static bool is_flag(const parser *p, bool *yes)
{
    const char *word = p->in->reader.name;
    bool name = p->in->token.kind == LOGREG__TOKEN_NAME;
    *yes = name && (strcmp(word, "TRUE") == 0 || strcmp(word, "T") == 0);
    return *yes || (name && (strcmp(word, "FALSE") == 0 || strcmp(word, "F") == 0));
}

static logreg_status read_flag(bool *flag, parser *p, const char *argument)
{
    if (!is_flag(p, flag))
        return wrong_value(p, argument, "TRUE or FALSE");
    return logreg__tokens_advance(p->in);
}

static logreg_status read_value(parser *p, int argument)
{
    logreg__basis *b = p->basis;
    switch (argument) {
    case DEGREE:
        return read_count(&b->degree, p, "degree",
                          b->kind == &logreg__basis_poly ? 1000 : LOGREG__MAX_SPLINE_DEGREE);
    case DF:
        return read_count(&b->df, p, "df", 10000);
    case KNOTS:
        b->has_knots = true;
        return read_numbers(&b->knots, &b->n_knots, p, "knots");
    case INTERCEPT:
        return read_flag(&b->intercept, p, "intercept");
    case RAW:
        return read_flag(&b->raw, p, "raw");
    case SCALE: {
        bool divide;
        logreg_status status = read_flag(&divide, p, "scale");
        b->raw = !divide;
        return status;
    }
    default:
        return read_boundary(p);
    }
}

/* ---- Arguments --------------------------------------------------------------------------------------------- */

static bool takes(const parser *p, int argument)
{
    for (size_t i = 0; i < 5; i++)
        if (signatures[p->signature].order[i] == argument)
            return true;
    return argument == signatures[p->signature].named;
}

/* The argument that a name at the token means; 0: none. */
static int named(const parser *p)
{
    for (size_t i = 0; p->in->token.kind == LOGREG__TOKEN_NAME && i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].name, p->in->reader.name) == 0 && takes(p, words[i].argument))
            return words[i].argument;
    return 0;
}

/* One argument, by its name or by its place. */
static logreg_status read_argument(parser *p)
{
    int argument = named(p);
    logreg_status status = LOGREG_OK;
    if (argument && !(p->given & argument)) {
        status = logreg__tokens_advance(p->in);
        if (!status && !logreg__token_is(&p->in->token, "="))
            return usage(p);
        if (!status)
            status = logreg__tokens_advance(p->in);
    } else {
        bool yes, flag = is_flag(p, &yes);
        if (p->in->token.kind == LOGREG__TOKEN_NAME && !flag)
            return usage(p);
        argument = 0;
        for (size_t i = 0; i < 5 && !argument; i++)
            if (!(p->given & signatures[p->signature].order[i]))
                argument = signatures[p->signature].order[i];
        if (!argument)
            return usage(p);
    }
    p->given |= argument;
    return status ? status : read_value(p, argument);
}

logreg_status logreg__basis_read(logreg__basis *basis, logreg__tokens *tokens)
{
    parser p = {.in = tokens, .basis = basis};
    while (signatures[p.signature].kind != basis->kind)
        p.signature++;
    basis->degree = basis->kind == &logreg__basis_poly || basis->kind == &logreg__basis_scale ? 1 : 3;
    logreg_status status = LOGREG_OK;
    while (!status && logreg__token_is(&tokens->token, ",")) {
        status = logreg__tokens_advance(tokens);
        if (!status)
            status = read_argument(&p);
    }
    if (basis->has_knots)
        basis->df = 0; /* as R: knots speak louder */
    if (basis->raw && basis->kind == &logreg__basis_poly)
        basis->kind = &logreg__basis_raw;
    return status;
}

/* ---- Normal form ------------------------------------------------------------------------------------------- */

static void add_numbers(logreg__text *text, const char *name, const double *x, size_t n)
{
    char number[LOGREG__NUMBER_SIZE];
    logreg__text_add(text, name);
    logreg__text_add(text, n > 1 ? "c(" : "");
    for (size_t i = 0; i < n; i++) {
        logreg__text_add(text, i ? ", " : "");
        logreg__text_add(text, logreg__number_shortest(number, x[i]));
    }
    logreg__text_add(text, n > 1 ? ")" : "");
}

void logreg__basis_write(logreg__text *text, const logreg__basis *b)
{
    bool poly = b->kind == &logreg__basis_poly || b->kind == &logreg__basis_raw;
    if (b->df)
        add_numbers(text, ", df = ", &(double){(double)b->df}, 1);
    if (b->has_knots)
        add_numbers(text, ", knots = ", b->knots, b->n_knots);
    if (poly || (b->kind == &logreg__basis_bs && b->degree != 3))
        add_numbers(text, poly ? ", " : ", degree = ", &(double){(double)b->degree}, 1);
    logreg__text_add(text, b->intercept ? ", intercept = TRUE" : "");
    logreg__text_add(text, !b->raw ? "" : poly ? ", raw = TRUE" : ", scale = FALSE");
    if (b->has_boundary)
        add_numbers(text, ", Boundary.knots = ", b->boundary, 2);
}
