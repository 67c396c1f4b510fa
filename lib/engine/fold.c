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
#include "engine/fold_block.h"

/* Levels of the tree: segment numbers are below 2^LEVELS. */
#define LEVELS 52

#define SEGMENT_BLOCKS (LOGREG__SEGMENT_ROWS / LOGREG__BLOCK_ROWS)

/* Runs for each thread, so that none waits long for another: few where their sums take much room. */
#define RUNS_PER_THREAD 32
#define FEW_RUNS_PER_THREAD 4
#define MUCH_ROOM 4096

/* A block of more columns has no room in a near cache. They are made a few at a time, each time that they are asked for, where so few inputs ask, and blocks are so few that room for all of
 * them, which is slow to come by, would hardly serve again. */
#define MOST_SIDE_BY_SIDE 512
#define FEW_INPUTS 2
#define FEW_BLOCKS 4

/* A job, its sizes in doubles (that of a partial sum), and where its accumulators stand among those of all jobs. */
typedef struct {
    logreg__job job;
    size_t input, size, output, first;
} task;

typedef struct {
    const logreg__problem *problem;
    task *task;
    size_t n_tasks, size, scratch; /* size: of the accumulators of all jobs */
    size_t n, n_blocks, n_segments, run_length, n_runs;
    const logreg__sets *sets; /* walk from set to set; NULL: from block to block */
    bool by_columns;          /* blocks make columns as they are asked for */
    double **run;             /* the sums of each of n_runs runs, NULL before they are made */
} walk_plan;

typedef struct {
    double *slot[LEVELS];
    bool full[LEVELS];
} tree;

static void join(const walk_plan *plan, double *acc, const double *later, double *scratch)
{
    for (const task *t = plan->task; t < plan->task + plan->n_tasks; t++)
        for (size_t i = 0; i < t->job.m; i++) {
            double *a = acc + t->first + i * t->size;
            const double *b = later + t->first + i * t->size;
            if (t->job.kernel->combine)
                t->job.kernel->combine(plan->problem, a, b, scratch);
            else
                for (size_t j = 0; j < t->size; j++)
                    a[j] += b[j];
        }
}

/* Puts a leaf into the tree; returns a buffer that it no longer needs, or NULL. */
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
    return spare;
}

/* Joins what the tree holds, and empties it; its other buffers serve again. The caller frees the sum. */
static double *tree_finish(tree *t, const walk_plan *plan, double *scratch)
{
    double *sum = NULL;
    size_t at = 0;
    for (size_t level = 0; level < LEVELS; level++) {
        if (!t->full[level])
            continue;
        if (sum)
            join(plan, t->slot[level], sum, scratch);
        at = level;
        sum = t->slot[level];
        t->full[level] = false;
    }
    t->slot[at] = NULL;
    return sum;
}

static void tree_clear(tree *t)
{
    for (size_t level = 0; level < LEVELS; level++)
        free(t->slot[level]);
}

/* ---- One thread ---- */

typedef struct {
    logreg__block_room own, *room; /* own: where the problem has none */
    double *scratch, *leaf;
    tree tree;
} worker;

static bool worker_init(worker *w, const walk_plan *plan)
{
    bool alone = plan->n_runs == 1 && plan->problem->room;
    *w = (worker){.scratch = logreg__new_lines(plan->scratch),
                  .leaf = logreg__new_raw(plan->size, sizeof(double))};
    w->room = alone ? plan->problem->room : &w->own;
    return (alone || logreg__block_room_init(&w->own, plan->problem)) && w->scratch && w->leaf;
}

static void worker_clear(worker *w)
{
    if (w->room == &w->own)
        logreg__block_room_clear(&w->own);
    free(w->scratch);
    free(w->leaf);
    tree_clear(&w->tree);
}

static void clear(const walk_plan *plan, double *acc)
{
    for (const task *t = plan->task; t < plan->task + plan->n_tasks; t++)
        for (size_t i = 0; i < t->job.m; i++) {
            double *a = acc + t->first + i * t->size;
            if (t->job.kernel->clear)
                t->job.kernel->clear(plan->problem, a);
            else
                memset(a, 0, t->size * sizeof *a);
        }
}

static void do_sets(const walk_plan *plan, worker *w, size_t segment)
{
    const size_t *first = plan->sets->segment + segment;
    clear(plan, w->leaf);
    for (size_t set = first[0]; set < first[1]; set++)
        for (const task *t = plan->task; t < plan->task + plan->n_tasks; t++)
            for (size_t j = 0; j < t->job.m; j++)
                t->job.kernel->set(plan->problem, set, t->input ? t->job.input + j * t->input : NULL,
                                   w->leaf + t->first + j * t->size, w->scratch);
}

static void do_segment(const walk_plan *plan, worker *w, size_t segment)
{
    size_t i = segment * SEGMENT_BLOCKS;
    size_t end = plan->n_blocks - i < SEGMENT_BLOCKS ? plan->n_blocks : i + SEGMENT_BLOCKS;
    logreg__walk walk = {.problem = plan->problem, .by_columns = plan->by_columns, .scratch = w->scratch};
    clear(plan, w->leaf);
    for (; i < end; i++) {
        logreg__block_show(&walk, w->room, i, plan->n_blocks);
        for (const task *t = plan->task; t < plan->task + plan->n_tasks; t++)
            for (size_t j = 0; j < t->job.m; j++) {
                const double *input = t->input ? t->job.input + j * t->input : NULL;
                size_t row = j * plan->n + i * LOGREG__BLOCK_ROWS;
                double *out = t->output ? t->job.out + row * t->output : NULL;
                t->job.kernel->block(&walk, input, w->leaf + t->first + j * t->size, out);
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
        if (plan->sets)
            do_sets(plan, w, s);
        else
            do_segment(plan, w, s);
        w->leaf = tree_push(&w->tree, plan, w->leaf, w->scratch);
        if (!w->leaf)
            w->leaf = logreg__new_raw(plan->size, sizeof(double));
        if (!w->leaf)
            return false;
    }
    plan->run[run] = tree_finish(&w->tree, plan, w->scratch);
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

static size_t ask(size_t (*size)(const logreg__problem *), const logreg__problem *problem)
{
    return size ? size(problem) : 0;
}

static void hand_out(const logreg__problem *problem, const task *t, const double *sum)
{
    const logreg__kernel *kernel = t->job.kernel;
    size_t size = ask(kernel->size, problem);
    for (size_t i = 0; i < t->job.m; i++)
        if (kernel->finish)
            kernel->finish(problem, t->job.acc + i * size, sum + i * t->size);
        else if (size)
            memcpy(t->job.acc + i * size, sum + i * size, size * sizeof *sum);
}

/* Joins the runs, leaves of the upper part of the tree, and hands the sums out. */
static bool join_runs(const walk_plan *plan)
{
    tree t = {.full = {false}};
    double *scratch = logreg__new_raw(plan->scratch, sizeof *scratch);
    if (!scratch)
        return false;
    for (size_t r = 0; r < plan->n_runs; r++) {
        free(tree_push(&t, plan, plan->run[r], scratch));
        plan->run[r] = NULL;
    }
    double *sum = tree_finish(&t, plan, scratch);
    for (const task *a = plan->task; a < plan->task + plan->n_tasks; a++)
        hand_out(plan->problem, a, sum + a->first);
    tree_clear(&t);
    free(sum);
    free(scratch);
    return true;
}

static void free_runs(const walk_plan *plan)
{
    for (size_t r = 0; plan->run && r < plan->n_runs; r++)
        free(plan->run[r]);
    free(plan->run);
}

static void plan_tasks(walk_plan *plan, const logreg__job *job)
{
    size_t inputs = 0;
    plan->by_columns = plan->problem->design->n_dense > MOST_SIDE_BY_SIDE && plan->n_blocks <= FEW_BLOCKS;
    for (size_t i = 0; i < plan->n_tasks; i++) {
        bool of_sets = plan->problem->sets && job[i].kernel->of_sets;
        const logreg__kernel *kernel = of_sets ? job[i].kernel->of_sets : job[i].kernel;
        plan->sets = of_sets ? plan->problem->sets : NULL;
        plan->task[i] = (task){.job = job[i],
                               .input = ask(kernel->input, plan->problem),
                               .size = ask(kernel->partial ? kernel->partial : kernel->size, plan->problem),
                               .output = ask(kernel->output, plan->problem),
                               .first = plan->size};
        plan->task[i].job.kernel = kernel;
        plan->size += job[i].m * plan->task[i].size;
        size_t scratch = ask(kernel->scratch, plan->problem);
        plan->scratch = scratch > plan->scratch ? scratch : plan->scratch;
        inputs += job[i].m;
        plan->by_columns = plan->by_columns && kernel->by_columns && inputs <= FEW_INPUTS;
    }
}

static void plan_blocks(walk_plan *plan)
{
    const logreg__problem *p = plan->problem;
    size_t n = p->window ? p->window : p->design->n;
    plan->n = p->sample ? p->n_sample * LOGREG__BLOCK_ROWS : n;
    plan->n_blocks = p->sample ? p->n_sample : n / LOGREG__BLOCK_ROWS + (n % LOGREG__BLOCK_ROWS != 0);
}

static void plan_runs(walk_plan *plan)
{
    size_t threads = (size_t)plan->problem->threads;
    plan->n_segments = plan->sets ? plan->sets->n_segments
                                  : plan->n_blocks / SEGMENT_BLOCKS + (plan->n_blocks % SEGMENT_BLOCKS != 0);
    size_t per_thread = plan->size > MUCH_ROOM ? FEW_RUNS_PER_THREAD : RUNS_PER_THREAD;
    plan->run_length = 1;
    while (plan->n_segments / plan->run_length > per_thread * threads)
        plan->run_length *= 2;
    plan->n_runs = plan->n_segments / plan->run_length + (plan->n_segments % plan->run_length != 0);
}

static bool do_plan(walk_plan *plan, const logreg__job *job)
{
    plan_blocks(plan);
    plan_tasks(plan, job);
    plan_runs(plan);
    for (const task *t = plan->task; plan->n_runs == 0 && t < plan->task + plan->n_tasks; t++)
        memset(t->job.acc, 0, t->job.m * ask(t->job.kernel->size, plan->problem) * sizeof *t->job.acc);
    if (plan->n_runs == 0)
        return true;
    plan->run = logreg__new(plan->n_runs, sizeof *plan->run);
    return plan->run && do_all(plan) && join_runs(plan);
}

logreg_status logreg__fold_jobs(const logreg__problem *problem, size_t n_jobs, const logreg__job *job,
                                logreg_error *err)
{
    walk_plan plan = {.problem = problem, .n_tasks = n_jobs, .task = logreg__new(n_jobs, sizeof(task))};
    bool ok = plan.task && do_plan(&plan, job);
    free_runs(&plan);
    free(plan.task);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

logreg_status logreg__fold(const logreg__problem *problem, const logreg__kernel *kernel, size_t m,
                           const double *input, double *acc, double *out, logreg_error *err)
{
    logreg__job job = {.kernel = kernel, .m = m, .input = input, .acc = acc, .out = out};
    return logreg__fold_jobs(problem, 1, &job, err);
}
