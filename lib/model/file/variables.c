/* A variable of the terms: a column, or what is made of columns, with what the data decided about it. */
#include "base/memory.h"
#include "model/file/section.h"

/* ---- Writing ---- */

static void put_basis(json_t **o, const logreg__basis *b)
{
    if (!b->kind || b->kind == &logreg__basis_raw)
        return;
    if (b->alpha) {
        logreg__json_set(o, "alpha", logreg__json_reals(b->alpha, b->degree));
        logreg__json_set(o, "norm2", logreg__json_reals(b->norm2, b->degree + 1));
        return;
    }
    logreg__json_set(o, "knots", logreg__json_reals(b->knots, b->n_knots));
    logreg__json_set(o, "boundary", logreg__json_reals(b->boundary, 2));
    if (b->n_beyond)
        logreg__json_set(o, "n_beyond", logreg__json_size(b->n_beyond));
}

static void put_made(json_t **o, const logreg__made *m)
{
    logreg__json_set(o, "kind", json_string("made"));
    logreg__json_set(o, "written", json_string(m->text));
    put_basis(o, &m->basis);
}

static void put_column(json_t **o, const logreg__variable *v)
{
    bool category = v->kind == LOGREG_CATEGORY;
    logreg__json_set(o, "column", json_string(v->column));
    logreg__json_set(o, "kind", json_string(category ? "category" : "numeric"));
    logreg__json_set(o, "wrapped", json_boolean(v->wrapped));
    logreg__json_set(o, "n_missing", logreg__json_size(v->n_missing));
    if (!category) {
        logreg__json_set(o, "mean", logreg__json_real(v->mean));
        logreg__json_set(o, "min", logreg__json_real(v->min));
        logreg__json_set(o, "max", logreg__json_real(v->max));
        return;
    }
    logreg__json_set(o, "levels", logreg__json_texts(v->levels, v->n_levels));
    if (v->coding)
        logreg__json_set(o, "contrast", json_string(logreg__contrast_words[v->contrast]));
}

json_t *logreg__variable_json(const logreg__variable *v)
{
    json_t *o = json_object();
    if (v->made)
        put_made(&o, v->made);
    else
        put_column(&o, v);
    return o;
}

/* ---- Reading ---- */

/* What the data decided about a basis; `written` has said the rest. */
static bool get_basis(logreg__basis *b, logreg__model_reader *r, const json_t *object)
{
    size_t n_alpha = b->degree, n_norm = b->degree + 1;
    if (!b->kind)
        return true;
    if (b->kind == &logreg__basis_raw)
        return b->kind->prepare(b) || logreg__read_no_memory(r);
    bool poly = b->kind == &logreg__basis_poly || b->kind == &logreg__basis_scale;
    bool ok = poly ? logreg__read_list(&b->alpha, &n_alpha, r, object, "alpha") &&
                         logreg__read_list(&b->norm2, &n_norm, r, object, "norm2")
                   : logreg__read_list(&b->knots, &b->n_knots, r, object, "knots") &&
                         logreg__read_reals(b->boundary, 2, false, r, object, "boundary");
    if (!ok)
        return false;
    if (logreg__read_member(r, object, "n_beyond") &&
        !logreg__read_count(&b->n_beyond, r, object, "n_beyond"))
        return false;
    if (poly && (n_alpha != b->degree || n_norm != b->degree + 1))
        return logreg__read_wrong(r, "alpha", "and 'norm2' do not have the length that 'written' says");
    if (!logreg__basis_sound(b))
        return logreg__read_wrong(r, poly ? "norm2" : "knots",
                                  poly ? "should hold positive numbers" : "should ascend within 'boundary'");
    return b->kind->prepare(b) || logreg__read_no_memory(r);
}

static bool get_made(logreg__variable *v, logreg__model_reader *r, const json_t *object)
{
    char *written = NULL;
    logreg_error why = {.message = ""};
    if (!logreg__read_text(&written, r, object, "written", false))
        return false;
    logreg_status status = logreg__made_parse(&v->made, written, &why);
    free(written);
    if (status == LOGREG_ENOMEM)
        return logreg__read_no_memory(r);
    if (!status && !logreg__variable_level(v))
        return logreg__read_no_memory(r);
    return status ? logreg__read_wrong(r, "written", "should be a variable, such as log(x) or poly(x, 2)")
                  : get_basis(&v->made->basis, r, object);
}

static bool get_coding(logreg__variable *v, logreg__model_reader *r, const json_t *object)
{
    const json_t *word = logreg__read_member(r, object, "contrast");
    int contrast = 0;
    if (!word)
        return true;
    if (!logreg__read_word(&contrast, logreg__contrast_words, LOGREG__CONTRASTS, r, word, "contrast"))
        return false;
    v->contrast = (logreg__contrast)contrast;
    if (v->contrast == LOGREG__TREATMENT)
        return true;
    if (v->n_levels < 2 || (v->contrast == LOGREG__POLY && v->n_levels > LOGREG__MAX_POLY_LEVELS))
        return logreg__read_wrong(r, "contrast", "does not go with so many levels");
    v->coding = logreg__contrast_matrix(v->contrast, v->n_levels);
    return v->coding || logreg__read_no_memory(r);
}

bool logreg__read_variable(logreg__variable *v, logreg__model_reader *r, const json_t *object)
{
    static const char *const kinds[] = {"numeric", "category", "made"};
    int kind = 0;
    if (!logreg__read_word(&kind, kinds, 3, r, logreg__read_member(r, object, "kind"), "kind"))
        return false;
    v->kind = kind == 1 ? LOGREG_CATEGORY : LOGREG_NUMERIC;
    if (kind == 2)
        return get_made(v, r, object);
    bool ok = logreg__read_text(&v->column, r, object, "column", false) &&
              logreg__read_flag(&v->wrapped, r, object, "wrapped") &&
              logreg__read_count(&v->n_missing, r, object, "n_missing");
    if (!ok)
        return false;
    if (kind) {
        ok = logreg__read_strings(&v->levels, &v->n_levels, r, object, "levels");
        return ok && (v->n_levels > 0 || logreg__read_wrong(r, "levels", "should name one or more")) &&
               logreg__read_distinct(v->levels, v->n_levels, r, "levels") && get_coding(v, r, object);
    }
    ok = logreg__read_real(&v->mean, logreg__read_member(r, object, "mean")) &&
         logreg__read_real(&v->min, logreg__read_member(r, object, "min")) &&
         logreg__read_real(&v->max, logreg__read_member(r, object, "max"));
    if (!ok)
        return logreg__read_wrong(r, "mean", "and 'min' and 'max' should be numbers");
    return !(v->max < v->min) || logreg__read_wrong(r, "max", "is below 'min'");
}
