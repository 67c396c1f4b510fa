/* A learning curve as a table and a drawing, and as JSON. */
#include <logreg/report.h>

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "report/json/document.h"
#include "report/page/figure.h"
#include "report/options.h"
#include "report/curves/plot.h"
#include "report/summary/summary.h"
#include "report/page/table.h"
#include "report/json/values.h"

enum { TRAIN, TRAIN_SD, TEST, TEST_SD, ACCURACY, ACCURACY_SD, AUC, AUC_SD, N_COLUMNS };

enum { OF_TRAIN, OF_TEST, N_LAYERS };
static const logreg__layer layers[N_LAYERS] = {{LOGREG__DIM, '.'}, {LOGREG__HUE, 0}};

static void put(char *mean, char *sd, const logreg_spread *s, const logreg__signs *sign)
{
    if (!isnan(s->mean))
        logreg__figure_fixed(mean, s->mean, 4, sign);
    if (!isnan(s->sd))
        logreg__figure_fixed(sd, s->sd, 4, sign);
}

static void fill(logreg__table_row *row, size_t i, int room, const void *data)
{
    const logreg_learning_point *p = &((const logreg_learning_curve *)data)->point[i];
    const logreg__signs *sign = row->label.sign;
    (void)room;
    logreg__page_format(&row->label, "  %zu", p->n);
    put(row->cell[TRAIN], row->cell[TRAIN_SD], &p->log_loss.train, sign);
    put(row->cell[TEST], row->cell[TEST_SD], &p->log_loss.test, sign);
    put(row->cell[ACCURACY], row->cell[ACCURACY_SD], &p->accuracy.test, sign);
    put(row->cell[AUC], row->cell[AUC_SD], &p->auc.test, sign);
}

static void write_table(logreg__page *page, const logreg_learning_curve *c)
{
    static const logreg__table_column column[N_COLUMNS] = {
        [TRAIN] = {"fitted to", 1, "log loss"},   [TRAIN_SD] = {"SD", 1, NULL},
        [TEST] = {"held out", 1, NULL},           [TEST_SD] = {"SD", 1, NULL},
        [ACCURACY] = {"held out", 1, "accuracy"}, [ACCURACY_SD] = {"SD", 1, NULL},
        [AUC] = {"held out", 1, "AUC"},           [AUC_SD] = {"SD", 1, NULL},
    };
    int columns = c->n_classes > 2 ? AUC : N_COLUMNS;
    logreg__write_title(page, "Rows fitted to");
    logreg__table_print(page, &(logreg__table){c->n_points, columns, column, fill, c});
}

static double loss_of(const logreg_learning_point *p, int layer)
{
    return layer == OF_TRAIN ? p->log_loss.train.mean : p->log_loss.test.mean;
}

/* Dots of the line between neighbouring points; what is not finite leaves a gap. */
static bool draw_line(logreg__plot *plot, const logreg_learning_curve *c, int layer)
{
    int n = 2 * plot->canvas.columns;
    int *y = logreg__new_raw((size_t)n, sizeof *y);
    if (!y)
        return false;
    for (int x = 0; x < n; x++) {
        double at = logreg__plot_value(plot, x);
        y[x] = -1;
        for (size_t i = 1; i < c->n_points; i++) {
            const logreg_learning_point *p = &c->point[i - 1], *q = &c->point[i];
            double from = loss_of(p, layer), to = loss_of(q, layer);
            if (at < (double)p->n || at > (double)q->n || !isfinite(from) || !isfinite(to))
                continue;
            y[x] = logreg__plot_y(plot, from + (to - from) * (at - (double)p->n) / (double)(q->n - p->n));
        }
    }
    const logreg__dashes dotted = {{1, 3}}, solid = {{0}};
    logreg__canvas_line(&plot->canvas, layer, 0, y, n, layer == OF_TRAIN ? &dotted : &solid);
    free(y);
    return true;
}

/* false: memory is out. */
static bool draw(logreg__page *page, const logreg_learning_curve *c, int height)
{
    double low = INFINITY, high = -INFINITY;
    size_t drawn = 0;
    for (size_t i = 0; i < c->n_points; i++)
        for (int layer = 0; layer < N_LAYERS; layer++) {
            double y = loss_of(&c->point[i], layer);
            low = isfinite(y) ? fmin(low, y) : low;
            high = isfinite(y) ? fmax(high, y) : high;
            drawn += isfinite(y);
        }
    if (c->n_points < 2 || drawn < 2 || !(high > low))
        return true;
    logreg__plot plot = {0};
    double margin = (high - low) / 20;
    bool ok =
        logreg__plot_start(&plot, page, height, (double)c->point[0].n, (double)c->point[c->n_points - 1].n,
                           low - margin, high + margin, 0, 0, layers, N_LAYERS);
    for (int layer = 0; ok && layer < N_LAYERS; layer++)
        ok = draw_line(&plot, c, layer);
    if (ok) {
        logreg__write_title(page, "Log loss");
        logreg__plot_print(page, &plot, "rows fitted to");
        logreg__page_add(page, "Solid: of the rows held out. Dotted: of the rows fitted to.\n");
    }
    logreg__plot_free(&plot);
    return ok;
}

static void write_notes(logreg__page *page, const logreg_learning_curve *c)
{
    size_t separated = 0, unsound = 0, fits = c->n_points * c->repeats;
    for (size_t i = 0; i < c->n_points; i++) {
        separated += c->point[i].separated;
        unsound += c->point[i].unsound;
    }
    logreg__page note;
    logreg__page_start_like(&note, page);
    if (separated)
        logreg__page_format(&note,
                            "%zu of %zu fits were separated, so that their limit was measured: a held-out "
                            "row that it is sure of "
                            "and wrong makes the log loss infinite. ",
                            separated, fits);
    if (unsound)
        logreg__page_format(&note, "%zu of %zu fits did not end as they should.", unsound, fits);
    if (separated || unsound)
        logreg__page_paragraph(page, LOGREG__PLAIN, "", 2, &note);
    else
        logreg__page_free(&note);
}

logreg_status logreg_report_learning_curve(char **text, const logreg_learning_curve *curve,
                                           const logreg_report_options *options, logreg_error *err)
{
    logreg_report_options o;
    logreg_status status = logreg__report_options_check(&o, options, err);
    if (status != LOGREG_OK)
        return status;
    logreg__page page, piece;
    logreg__page_start(&page, &o);
    logreg__page_start_like(&piece, &page);
    logreg__page_add(&piece, "Learning curve of ");
    logreg__page_name(&piece, curve->target, LOGREG__NAME_ROOM);
    logreg__page_format(
        &piece, ": %zu rows, of which %zu are held out and up to %zu fitted to, parted anew %zu time%s",
        curve->n_rows, curve->n_test, curve->n_train, curve->repeats, curve->repeats == 1 ? "" : "s");
    logreg__page_paragraph(&page, LOGREG__BOLD, "", 0, &piece);
    write_table(&page, curve);
    write_notes(&page, curve);
    if (!draw(&page, curve, o.height)) {
        logreg__page_free(&page);
        return logreg__fail_memory(err);
    }
    return logreg__page_finish(text, &page, err);
}

/* ---- JSON ---- */

static json_t *spread(const logreg_spread *s)
{
    json_t *object = json_object();
    logreg__json_set(&object, "mean", logreg__json_real(s->mean));
    logreg__json_set(&object, "sd", logreg__json_real(s->sd));
    return object;
}

static json_t *measure(const logreg_learning_measure *m)
{
    json_t *object = json_object();
    logreg__json_set(&object, "train", spread(&m->train));
    logreg__json_set(&object, "test", spread(&m->test));
    return object;
}

static json_t *point(const logreg_learning_point *p)
{
    json_t *object = json_object();
    logreg__json_set(&object, "n", logreg__json_count((double)p->n));
    logreg__json_set(&object, "log_loss", measure(&p->log_loss));
    logreg__json_set(&object, "accuracy", measure(&p->accuracy));
    logreg__json_set(&object, "auc", measure(&p->auc));
    logreg__json_set(&object, "separated", logreg__json_count((double)p->separated));
    logreg__json_set(&object, "unsound", logreg__json_count((double)p->unsound));
    return object;
}

logreg_status logreg_report_learning_curve_json(char **text, const logreg_learning_curve *c,
                                                const logreg_report_options *options, logreg_error *err)
{
    logreg_report_options o;
    logreg__document document;
    size_t items = 0;
    logreg_status status = logreg__report_options_check(&o, options, err);
    if (status == LOGREG_OK)
        status = logreg__document_start(&document, &o, err);
    if (status != LOGREG_OK)
        return status;
    logreg__page *page = &document.page;
    logreg__document_put(page, "schema", json_string("logreg.learning-curve/1"));
    logreg__document_put(page, "target", logreg__json_name(c->target));
    logreg__document_put(page, "n_classes", logreg__json_count((double)c->n_classes));
    logreg__document_put(page, "n_rows", logreg__json_count((double)c->n_rows));
    logreg__document_put(page, "n_train", logreg__json_count((double)c->n_train));
    logreg__document_put(page, "n_test", logreg__json_count((double)c->n_test));
    logreg__document_put(page, "repeats", logreg__json_count((double)c->repeats));
    logreg__document_open_list(page, "points");
    for (size_t i = 0; i < c->n_points; i++)
        logreg__document_put_item(page, point(&c->point[i]), &items);
    logreg__document_close_list(page, items);
    return logreg__document_finish(text, &document, err);
}
