/* Segments are dealt to threads in runs of a power of two, so that each run is a whole subtree of the one tree that joins all
 * segments; joining the runs in order then gives the same tree, whatever the number of runs.
 *
 * The tree is that of a binary counter: sums of equal size join, the earlier on the left; at the end what is left joins
 * from the right. Equation (10) of docs/mathematics.md.
 */
#include "engine/fold.h"

#include <omp.h>
#include <stdatomic.h>

#include "base/error.h"
#include "base/memory.h"

/* Levels of the tree: segment numbers are below 2^LEVELS. */
#define LEVELS 52

#define SEGMENT_BLOCKS (LOGREG__SEGMENT_ROWS / LOGREG__BLOCK_ROWS)

/* Runs for each thread, so that none waits long for another. */
#define RUNS_PER_THREAD 4

typedef struct {
    const logreg__problem *problem;
    const logreg__kernel *kernel;
    size_t m, input, size, output, scratch; /* doubles */
    const double *inputs;
    double *out;
    size_t n, n_blocks, n_segments, run_length, n_runs;
    double *run; /* n_runs accumulators of m * size */
} walk_plan;

typedef struct {
    double *slot[LEVELS];
    bool full[LEVELS];
} tree;

static void join(const walk_plan *plan, double *acc, const double *later, double *scratch)
{
    for (size_t i = 0; i < plan->m; i++) {
        double *a = acc + i * plan->size;
        const double *b = later + i * plan->size;
        if (plan->kernel->combine)
            plan->kernel->combine(plan->problem, a, b, scratch);
        else
            for (size_t j = 0; j < plan->size; j++)
                a[j] += b[j];
    }
}

/* Puts a leaf into the tree; returns a buffer to use for the next leaf, NULL if memory ran out. */
static double *tree_push(tree *t, const walk_plan *plan, double *leaf, double *scratch)
{
    size_t level = 0;
    for (; t->full[level]; level++) {
        join(plan, t->slot[level], leaf, scratch);
        double *sum = t->slot[level];
        t->slot[level] = leaf;
        t->full[level] = false;
        leaf = sum;
    }
    double *spare = t->slot[level];
    t->slot[level] = leaf;
    t->full[level] = true;
    return spare ? spare : logreg__new_raw(plan->m * plan->size, sizeof(double));
}

/* Joins what the tree holds into *to, and empties it. */
static void tree_finish(tree *t, const walk_plan *plan, double *to, double *scratch)
{
    const double *sum = NULL;
    for (size_t level = 0; level < LEVELS; level++) {
        if (!t->full[level])
            continue;
        if (sum)
            join(plan, t->slot[level], sum, scratch);
        sum = t->slot[level];
        t->full[level] = false;
    }
    memcpy(to, sum, plan->m * plan->size * sizeof *to);
}

static void tree_clear(tree *t)
{
    for (size_t level = 0; level < LEVELS; level++)
        free(t->slot[level]);
}

/* ---- One thread ---- */

typedef struct {
    logreg__scratch *blocks;
    double *Z, *value, *ones, *zeros, *filled, *scratch, *leaf;
    const double **value_at;
    size_t ones_in_Z; /* rows of the column of ones that stand in Z */
    tree tree;
} worker;

static bool worker_init(worker *w, const walk_plan *plan)
{
    const logreg__design *d = plan->problem->design;
    *w = (worker){
        .blocks = logreg__scratch_new(d),
        .Z = logreg__new_lines(d->n_dense * LOGREG__BLOCK_ROWS),
        .value = logreg__new_raw(d->n_groups * LOGREG__BLOCK_ROWS, sizeof(double)),
        .value_at = logreg__new(d->n_groups, sizeof(const double *)),
        .ones = logreg__new_raw(LOGREG__BLOCK_ROWS, sizeof(double)),
        .zeros = logreg__new(LOGREG__BLOCK_ROWS, sizeof(double)),
        .filled = logreg__new_raw(3 * LOGREG__BLOCK_ROWS, sizeof(double)),
        .scratch = logreg__new_lines(plan->scratch),
        .leaf = logreg__new_raw(plan->m * plan->size, sizeof(double)),
    };
    for (size_t r = 0; w->ones && r < LOGREG__BLOCK_ROWS; r++)
        w->ones[r] = 1;
    return w->blocks && w->Z && w->value && w->value_at && w->ones && w->zeros && w->filled && w->scratch &&
           w->leaf;
}

static void worker_clear(worker *w)
{
    logreg__scratch_free(w->blocks);
    free(w->Z);
    free(w->value);
    free(w->value_at);
    free(w->ones);
    free(w->zeros);
    free(w->filled);
    free(w->scratch);
    free(w->leaf);
    tree_clear(&w->tree);
}

/* Zeros after the rows of a column. */
static void fill_up(double *column, size_t rows, size_t full_rows)
{
    memset(column + rows, 0, (full_rows - rows) * sizeof *column);
}

/* A copy of a vector with zeros after its rows, where there are rows to fill. */
static const double *filled(double *room, const double *x, size_t rows, size_t full_rows)
{
    if (rows == full_rows)
        return x;
    memcpy(room, x, rows * sizeof *room);
    fill_up(room, rows, full_rows);
    return room;
}

/* Centres and scales a block's columns. The column of ones stays in Z from block to block. */
static void prepare_dense(worker *w, const logreg__problem *p, const logreg__block *block, size_t full_rows)
{
    const logreg__design *d = p->design;
    if (d->intercept && w->ones_in_Z != block->rows) {
        memcpy(w->Z, w->ones, block->rows * sizeof *w->Z);
        fill_up(w->Z, block->rows, full_rows);
        w->ones_in_Z = block->rows;
    }
    for (size_t j = d->intercept; j < d->n_dense; j++) {
        double *z = w->Z + j * LOGREG__BLOCK_ROWS;
        p->inner->standardise(z, block->dense[j], block->rows, p->centre[j], p->factor[j]);
        fill_up(z, block->rows, full_rows);
    }
}

static void prepare(logreg__walk *walk, worker *w, const logreg__block *block)
{
    const logreg__problem *p = walk->problem;
    const logreg__design *d = p->design;
    size_t rows = block->rows, full = (rows + LOGREG__LANES - 1) / LOGREG__LANES * LOGREG__LANES;
    prepare_dense(w, p, block, full);
    for (size_t g = 0; g < d->n_groups; g++) {
        double *v = w->value + g * LOGREG__BLOCK_ROWS;
        w->value_at[g] = block->value[g] ? v : NULL;
        if (block->value[g])
            p->inner->standardise(v, block->value[g], rows, 0, p->factor[d->n_dense + g]);
    }
    double *room = w->filled;
    walk->rows = rows;
    walk->full_rows = full;
    walk->Z = w->Z;
    walk->code = block->code;
    walk->value = w->value_at;
    walk->y = block->y ? filled(room, block->y, rows, full) : NULL;
    walk->w = filled(room + LOGREG__BLOCK_ROWS, block->w ? block->w : w->ones, rows, full);
    walk->offset =
        block->offset ? filled(room + 2 * LOGREG__BLOCK_ROWS, block->offset, rows, full) : w->zeros;
}

static void do_segment(const walk_plan *plan, worker *w, size_t segment)
{
    const logreg__problem *p = plan->problem;
    size_t n = p->design->n, i = segment * SEGMENT_BLOCKS;
    size_t end = plan->n_blocks - i < SEGMENT_BLOCKS ? plan->n_blocks : i + SEGMENT_BLOCKS;
    logreg__walk walk = {.problem = p, .scratch = w->scratch};
    memset(w->leaf, 0, plan->m * plan->size * sizeof *w->leaf);
    for (; i < end; i++) {
        logreg__block block;
        size_t first = (p->sample ? p->sample[i] : i) * LOGREG__BLOCK_ROWS;
        size_t rows = n - first < LOGREG__BLOCK_ROWS ? n - first : LOGREG__BLOCK_ROWS;
        logreg__design_block(&block, p->design, first, rows, w->blocks);
        prepare(&walk, w, &block);
        for (size_t j = 0; j < plan->m; j++) {
            const double *input = plan->input ? plan->inputs + j * plan->input : NULL;
            size_t row = j * plan->n + i * LOGREG__BLOCK_ROWS;
            double *out = plan->output ? plan->out + row * plan->output : NULL;
            plan->kernel->block(&walk, input, w->leaf + j * plan->size, out);
        }
    }
}

/* Sums one run of segments into its place. false: out of memory. */
static bool do_run(const walk_plan *plan, worker *w, size_t run)
{
    size_t first = run * plan->run_length, end = first + plan->run_length;
    if (end > plan->n_segments)
        end = plan->n_segments;
    for (size_t s = first; s < end; s++) {
        do_segment(plan, w, s);
        w->leaf = tree_push(&w->tree, plan, w->leaf, w->scratch);
        if (!w->leaf)
            return false;
    }
    tree_finish(&w->tree, plan, plan->run + run * plan->m * plan->size, w->scratch);
    return true;
}

/* ---- All of them ---- */

static bool do_all(const walk_plan *plan)
{
    size_t threads =
        plan->n_runs < (size_t)plan->problem->threads ? plan->n_runs : (size_t)plan->problem->threads;
    atomic_bool ok = true;
    atomic_size_t next = 0;
#pragma omp parallel num_threads((int)threads) if (threads > 1)
    {
        worker w;
        bool mine = worker_init(&w, plan);
        while (mine && ok) {
            size_t run = atomic_fetch_add(&next, 1);
            if (run >= plan->n_runs)
                break;
            mine = do_run(plan, &w, run);
        }
        if (!mine)
            ok = false;
        worker_clear(&w);
    }
    return ok;
}

/* Joins the runs, leaves of the upper part of the tree, into acc. */
static bool join_runs(const walk_plan *plan, double *acc)
{
    size_t size = plan->m * plan->size;
    tree t = {.full = {false}};
    double *scratch = logreg__new_raw(plan->scratch, sizeof *scratch);
    double *leaf = logreg__new_raw(size, sizeof *leaf);
    for (size_t r = 0; scratch && leaf && r < plan->n_runs; r++) {
        memcpy(leaf, plan->run + r * size, size * sizeof *leaf);
        leaf = tree_push(&t, plan, leaf, scratch);
    }
    bool ok = scratch && leaf;
    if (ok)
        tree_finish(&t, plan, acc, scratch);
    tree_clear(&t);
    free(leaf);
    free(scratch);
    return ok;
}

static size_t ask(size_t (*size)(const logreg__problem *), const logreg__problem *problem)
{
    return size ? size(problem) : 0;
}

static size_t blocks_of(const logreg__design *d)
{
    return d->n / LOGREG__BLOCK_ROWS + (d->n % LOGREG__BLOCK_ROWS != 0);
}

logreg_status logreg__fold(const logreg__problem *problem, const logreg__kernel *kernel, size_t m,
                           const double *input, double *acc, double *out, logreg_error *err)
{
    walk_plan plan = {
        .problem = problem,
        .kernel = kernel,
        .m = m,
        .input = ask(kernel->input, problem),
        .size = ask(kernel->size, problem),
        .output = ask(kernel->output, problem),
        .scratch = ask(kernel->scratch, problem),
        .inputs = input,
        .out = out,
        .n = problem->sample ? problem->n_sample * LOGREG__BLOCK_ROWS : problem->design->n,
        .n_blocks = problem->sample ? problem->n_sample : blocks_of(problem->design),
        .run_length = 1,
    };
    plan.n_segments = plan.n_blocks / SEGMENT_BLOCKS + (plan.n_blocks % SEGMENT_BLOCKS != 0);
    while (plan.n_segments / plan.run_length > RUNS_PER_THREAD * (size_t)problem->threads)
        plan.run_length *= 2;
    plan.n_runs = plan.n_segments / plan.run_length + (plan.n_segments % plan.run_length != 0);
    if (plan.n_runs == 0) {
        memset(acc, 0, plan.size * m * sizeof *acc);
        return LOGREG_OK;
    }
    plan.run = logreg__new_raw(plan.n_runs * m, plan.size * sizeof *plan.run);
    bool ok = plan.run && do_all(&plan) && join_runs(&plan, acc);
    free(plan.run);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}
