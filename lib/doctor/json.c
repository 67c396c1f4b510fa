/* JSON of a checkup, schema "logreg.doctor/1". */
#include "doctor/checkup.h"

#include <math.h>

#include "data/sparse.h"
#include "report/json/document.h"
#include "report/json/values.h"

static json_t *delimiter(char c)
{
    return c ? json_stringn(&c, 1) : json_null();
}

static const char *line_ends(const logreg_dialect *d)
{
    if ((d->lf > 0) + (d->crlf > 0) + (d->cr > 0) > 1)
        return "mixed";
    return d->lf ? "lf" : d->crlf ? "crlf" : d->cr ? "cr" : NULL;
}

static json_t *dialect(const logreg_dialect *d)
{
    if (!d->delimiter)
        return json_null();
    json_t *object = json_object();
    logreg__json_set(&object, "delimiter", delimiter(d->delimiter));
    logreg__json_set(&object, "decimal", delimiter(d->decimal));
    logreg__json_set(&object, "header", json_boolean(d->header));
    logreg__json_set(&object, "encoding", json_string(d->encoding));
    logreg__json_set(&object, "byte_order_mark", json_boolean(d->mark));
    logreg__json_set(&object, "packing", logreg__json_name(d->packing));
    logreg__json_set(&object, "line_ends", logreg__json_name(line_ends(d)));
    logreg__json_set(&object, "quoted_cells", json_boolean(d->quoted > 0));
    return object;
}

static json_t *name_of(const logreg_checkup *c, size_t j)
{
    return logreg__json_name(j == SIZE_MAX ? NULL : logreg_frame_name(c->frame, j));
}

static json_t *classes(const logreg_checkup *c)
{
    json_t *array = json_array();
    for (size_t k = 0; k < c->n_classes; k++) {
        json_t *object = json_object();
        logreg__json_set(&object, "label", logreg__json_name(c->response->label[k]));
        logreg__json_set(&object, "n", logreg__json_count(c->response->weight[k]));
        logreg__json_append(&array, object);
    }
    return array;
}

static json_t *column(const logreg_checkup *c, size_t j)
{
    const logreg__profile *p = &c->profile[j];
    bool number = logreg_frame_kind(c->frame, j) == LOGREG_NUMERIC;
    json_t *object = json_object();
    logreg__json_set(&object, "name", logreg__json_name(logreg_frame_name(c->frame, j)));
    logreg__json_set(&object, "kind", json_string(number ? "number" : "category"));
    logreg__json_set(&object, "n_missing", logreg__json_count((double)logreg_frame_missing(c->frame, j)));
    logreg__json_set(&object, "n_distinct", logreg__json_count((double)p->distinct));
    logreg__json_set(&object, "min", logreg__json_real(number ? p->min : (double)NAN));
    logreg__json_set(&object, "max", logreg__json_real(number ? p->max : (double)NAN));
    double factor = logreg__std_error_factor(c, j);
    logreg__json_set(&object, "vif", logreg__json_real(p->vif_df ? exp(p->log_vif) : (double)NAN));
    logreg__json_set(&object, "vif_df", p->vif_df ? logreg__json_count((double)p->vif_df) : json_null());
    logreg__json_set(&object, "std_error_factor", logreg__json_real(p->vif_df ? factor : (double)NAN));
    logreg__json_set(&object, "excluded", json_boolean(!p->needed || p->taken));
    return object;
}

static json_t *finding(const logreg_finding *f)
{
    static const char *const weight[] = {
        [LOGREG_FINDING_STOPS] = "stops",
        [LOGREG_FINDING_MISLEADS] = "misleads",
        [LOGREG_FINDING_NOTE] = "note",
    };
    json_t *object = json_object();
    logreg__json_set(&object, "code", json_string(f->code));
    logreg__json_set(&object, "weight", json_string(weight[f->weight]));
    logreg__json_set(&object, "column", logreg__json_name(f->column));
    logreg__json_set(&object, "message", json_string(f->message));
    logreg__json_set(&object, "advice", json_string(f->advice));
    if (f->command)
        logreg__json_set(&object, "command", logreg__json_name(f->command));
    return object;
}

static json_t *sparse(const logreg_checkup *c)
{
    json_t *object = json_object();
    logreg__json_set(&object, "n_columns", logreg__json_count((double)c->frame->sparse->p));
    logreg__json_set(&object, "n_columns_used", logreg__json_count((double)c->census.held));
    logreg__json_set(&object, "n_nonzero", logreg__json_count((double)c->census.numbers));
    logreg__json_set(&object, "least_in_row", logreg__json_count((double)c->census.least));
    logreg__json_set(&object, "most_in_row", logreg__json_count((double)c->census.most));
    logreg__json_set(&object, "n_empty_rows", logreg__json_count((double)c->census.empty_rows));
    return object;
}

logreg_status logreg_checkup_json(char **text, const logreg_checkup *c, logreg_error *err)
{
    logreg_report_options options = logreg_report_options_default();
    logreg__document document;
    logreg_status status = logreg__document_start(&document, &options, err);
    if (status != LOGREG_OK)
        return status;
    logreg__page *page = &document.page;
    logreg__document_put(page, "schema", json_string("logreg.doctor/1"));
    logreg__document_put(page, "source", logreg__json_name(logreg_frame_source(c->frame)));
    logreg__document_put(page, "delimiter", delimiter(logreg_frame_delimiter(c->frame)));
    logreg_dialect d = logreg_frame_dialect(c->frame);
    logreg__document_put(page, "dialect", dialect(&d));
    logreg__document_put(page, "n_rows", logreg__json_count((double)logreg_frame_rows(c->frame)));
    logreg__document_put(page, "n_rejected",
                         logreg__json_count((double)logreg_frame_rejected(c->frame, NULL)));
    logreg__document_put(page, "n_excluded", logreg__json_count((double)logreg_frame_excluded(c->frame)));
    logreg__document_put(page, "formula", logreg__json_name(c->formula->text));
    logreg__document_put(page, "weights", name_of(c, c->weights));
    logreg__document_put(page, "offset", name_of(c, c->offset));
    logreg__document_put(page, "trials", name_of(c, c->trials));
    logreg__document_put(page, "target", logreg__json_name(logreg_frame_name(c->frame, c->target)));
    logreg__document_put(page, "classes", classes(c));
    size_t items = 0;
    logreg__document_open_list(page, "columns");
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++)
        logreg__document_put_item(page, column(c, j), &items);
    logreg__document_close_list(page, items);
    if (c->frame->sparse)
        logreg__document_put(page, "sparse", sparse(c));
    items = 0;
    logreg__document_open_list(page, "findings");
    for (size_t i = 0; i < logreg_checkup_findings(c); i++) {
        logreg_finding f = logreg_checkup_finding(c, i);
        logreg__document_put_item(page, finding(&f), &items);
    }
    logreg__document_close_list(page, items);
    if (c->together)
        logreg__document_put(page, "command", logreg__json_name(c->together));
    return logreg__document_finish(text, &document, err);
}
