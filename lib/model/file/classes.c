/* The classes: labels, weights, and how the rows separate them. */
#include "base/memory.h"
#include "model/file/section.h"

const char *const logreg__separation_words[3] = {"none", "quasi", "complete"};

static void put(json_t **file, const logreg_model *m)
{
    logreg__json_set(file, "separation", json_string(logreg__separation_words[m->separation]));
    logreg__json_set(file, "classes", logreg__json_texts(m->class_label, m->n_classes));
    logreg__json_set(file, "class_weights", logreg__json_reals(m->class_weight, m->n_classes));
    if (m->class_factor)
        logreg__json_set(file, "class_factors", logreg__json_reals(m->class_factor, m->n_classes));
}

static bool get_labels(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    char **label = NULL;
    size_t n = 0;
    bool ok = logreg__read_strings(&label, &n, r, file, "classes");
    if (ok && n != m->n_classes)
        ok = logreg__read_wrong(r, "classes", "has the wrong length");
    for (size_t c = 0; label && c < n; c++) {
        if (ok)
            m->class_label[c] = label[c];
        else
            free(label[c]);
    }
    free(label);
    return ok && logreg__read_distinct(m->class_label, m->n_classes, r, "classes");
}

static bool get_weights(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    bool ok = logreg__read_reals(m->class_weight, m->n_classes, false, r, file, "class_weights");
    for (size_t c = 0; ok && c < m->n_classes; c++)
        ok = m->class_weight[c] >= 0 || logreg__read_wrong(r, "class_weights", "should not be negative");
    return ok;
}

/* With class weights only. */
static bool get_factors(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    if (!logreg__read_member(r, file, "class_factors"))
        return true;
    m->class_factor = logreg__new_raw(m->n_classes, sizeof *m->class_factor);
    if (!m->class_factor)
        return logreg__read_no_memory(r);
    bool ok = logreg__read_reals(m->class_factor, m->n_classes, false, r, file, "class_factors");
    for (size_t c = 0; ok && c < m->n_classes; c++)
        ok = m->class_factor[c] > 0 || logreg__read_wrong(r, "class_factors", "should be positive");
    return ok;
}

static bool get(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    int separation = 0;
    bool ok = logreg__read_word(&separation, logreg__separation_words, 3, r,
                                logreg__read_member(r, file, "separation"), "separation");
    m->separation = (logreg_separation)separation;
    return ok && get_labels(m, r, file) && get_weights(m, r, file) && get_factors(m, r, file);
}

const logreg__section logreg__section_classes = {put, get, NULL};
