#include "data/purpose.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "data/answers.h"
#include "data/role.h"

/* ---- Names ---- */

/* Of surveys, among them those of IPUMS, the GSS, ESS, NHANES, BRFSS, DHS, PISA and the census. */
static bool says_weights(const char *name)
{
    static const char weights[] =
        " perwt pweight pwt pweights hhwt hhweight finalwt finalwgt fnlwgt finalweight samplingweight "
        "samplingweights "
        "sampleweight sampwt samplewt sampwgt surveyweight surveywt svywt svyweight surveywgt designweight "
        "dweight "
        "pspwght pspweight anweight pweight dwt popweight popwt popwgt personweight perswt householdweight "
        "wtssall wtssnr wtssps wtint2yr wtmec2yr wtint4yr wtmec4yr llcpwt fwt wtsurvy earnwt wtsupp asecwt "
        "asecwth "
        "wfinstwt wfstuwt houwgt totwgt stuwgt inversepropensityweight ipw iptw ipweight weightfactor "
        "wgtfactor "
        "gewichtungsfaktor hochrechnungsfaktor designgewicht pond ponderation pond\303\251ration coefpond "
        "poidssondage "
        "ponderador ponderacion ponderaci\303\263n factorexpansion factordeexpansi\303\263n fexp facexp "
        "pesocampionario "
        "coefriporto pesoamostral weegfactor ";
    return logreg__plain_among(name, weights);
}

/* SPSS numbers what it saves: PRE_1, PGR_2, DFB0_1. */
static bool is_saved(const char *name)
{
    static const char words[] =
        " PRE PGR RES ZRE SRE SDR LRE DRE ZPR ADJ MAH COO LEV DEV LICI UICI LMCI UMCI DFF SDF COV "
        "DFB0 DFB1 SDB0 SDB1 ";
    const char *line = strrchr(name, '_');
    char stem[LOGREG__PLAIN_WORD];
    size_t n = line ? (size_t)(line - name) : 0, digits = line ? strspn(line + 1, "0123456789") : 0;
    if (!n || n >= sizeof stem || !digits || line[1 + digits])
        return false;
    memcpy(stem, name, n);
    stem[n] = '\0';
    return logreg__word_among(words, stem);
}

/* Names of SPSS, R's broom and tidymodels, Stata, SAS and scikit-learn. */
static bool says_predictions(const char *name)
{
    static const char predictions[] =
        " .fitted .resid .stdresid .se.fit .hat .cooksd .sigma .pred .predclass .predyes .predno .pred1 "
        ".pred0 "
        "fitted fittedvalues fittedvalue residual residuals deviance.residuals pearsonresidual "
        "devianceresidual "
        "studentizedresidual standardizedresidual "
        "predicted prediction predictions predictedvalue predictedprobability predictedprob predprob "
        "predprobability "
        "predictedclass predclass predictedlabel predictedgroup pred preds yhat ypred yprob yscore yproba "
        "phat pihat xbeta "
        "linearpredictor linpred fittedprob fittedprobability probofevent probability probability(%) "
        "winprobability modelscore modelprobability "
        "from into vorhersage vorhergesagt vorhersagewert pr\303\251diction predicho predicci\303\263n "
        "previsto previsione ";
    size_t n = strlen(name);
    bool sas = n > 2 && *name == '_' && name[n - 1] == '_'; /* _FROM_, _INTO_ */
    bool word = logreg__plain_among(name, " from into ");
    return is_saved(name) || (word ? sas : logreg__plain_among(name, predictions));
}

static bool says_training(const char *name)
{
    return logreg__plain_among(
        name,
        " istrain istraining train training trainset trainingset intrain istest test testset testingset "
        "intest isvalid validation validationset isvalidation holdout isholdout ");
}

/* ---- What they hold ---- */

/* From 0 on, more than two different ones; as 0 and 1 alone: of two. */
static bool holds(const logreg__column *c, size_t rows, bool two)
{
    size_t n = 0;
    double value[3];
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        size_t k = 0;
        if (isnan(x))
            continue;
        if (x < 0)
            return false;
        while (k < n && value[k] != x)
            k++;
        if (k == n && n < 3)
            value[n++] = x;
    }
    return two ? n == 2 && value[0] + value[1] == 1 : n > 2;
}

/* Training rows are 0, others of the same file 1; a preview is 3: -1, none of them. */
static int part_of(const char *label)
{
    return logreg__plain_among(label, " train training trainset trainingset learn learning ") ? 0
           : logreg__plain_among(label, " test testing testset valid validation validate val dev holdout ")
               ? 1
           : logreg__plain_among(label, " surveypreview surveytest spam ") ? 3
                                                                           : -1;
}

size_t logreg__wanted_part(char *const *label, size_t n)
{
    enum { MOST = 4 };
    size_t training = SIZE_MAX, others = 0, previews = 0, answers = SIZE_MAX;
    for (size_t l = 0; l < n; l++) {
        int part = part_of(label[l]);
        training = part == 0 ? l : training;
        others += part == 1;
        previews += part == 3;
        answers = part < 0 ? l : answers;
    }
    if (training != SIZE_MAX && others && 1 + others == n)
        return training;
    return previews && answers != SIZE_MAX && n <= MOST && previews + 1 == n ? answers : SIZE_MAX;
}

logreg__purpose logreg__purpose_of(const logreg__column *c, size_t rows)
{
    if (c->kind == LOGREG_CATEGORY)
        return logreg__wanted_part(c->levels, c->n_levels) != SIZE_MAX ? LOGREG__PARTS
               : says_predictions(c->name)                             ? LOGREG__PREDICTIONS
                                                                       : LOGREG__NO_PURPOSE;
    return says_weights(c->name) && holds(c, rows, false)   ? LOGREG__WEIGHTS
           : says_predictions(c->name)                      ? LOGREG__PREDICTIONS
           : says_training(c->name) && holds(c, rows, true) ? LOGREG__PARTS
                                                            : LOGREG__NO_PURPOSE;
}

/* ---- Tables of counts ---- */

/* More different values than these are measured. */
enum { FEW = 40 };

/* The number of each cell of a column among its different values, to code[]. 0: there are too many; else how many. */
static size_t number_values(uint32_t *code, const logreg__column *c, size_t rows)
{
    double value[FEW];
    size_t n = 0, limit = c->kind == LOGREG_CATEGORY ? c->n_levels + 1 : 0;
    if (limit > FEW)
        return 0;
    for (size_t i = 0; i < rows; i++) {
        double x =
            c->kind == LOGREG_NUMERIC ? logreg__column_number(c, i) : (double)logreg__column_code(c, i);
        size_t k = 0;
        while (k < n && value[k] != x && !(isnan(x) && isnan(value[k])))
            k++;
        if (k == FEW)
            return 0;
        if (k == n)
            value[n++] = x;
        code[i] = (uint32_t)k;
    }
    return n;
}

bool logreg__tabulates(const logreg_frame *frame, const size_t *column, size_t n)
{
    enum { FEWEST = 4, SHARE = 4 };
    size_t rows = frame->n_rows, cells = 1;
    uint32_t *code = logreg__new_raw(rows, sizeof *code);
    size_t *cell = logreg__new(rows, sizeof *cell);
    bool few = code && cell && rows >= FEWEST && n;
    for (size_t k = 0; k < n && few; k++) {
        size_t values = number_values(code, &frame->column[column[k]], rows);
        few = values && cells * values <= SHARE * rows;
        for (size_t i = 0; i < rows && few; i++)
            cell[i] += cells * code[i];
        cells *= few ? values : 1;
    }
    bool *seen = few ? logreg__new(cells, sizeof *seen) : NULL;
    bool different = seen != NULL;
    for (size_t i = 0; i < rows && different; i++) {
        different = !seen[cell[i]];
        seen[cell[i]] = true;
    }
    free(code);
    free(cell);
    free(seen);
    return different;
}

static int compare(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* Adds a column's values to keys of rows, which stand for combinations so far; false: too many values or combinations. */
static bool add_to_keys(uint64_t *key, uint64_t *combinations, uint32_t *code, const logreg__column *c,
                        size_t rows)
{
    enum { ROWS_EACH = 2 };
    bool category = c->kind == LOGREG_CATEGORY;
    size_t values = category ? c->n_levels + 1 : number_values(code, c, rows);
    if (!values || ROWS_EACH * (values - category) > rows || *combinations > UINT64_MAX / values)
        return false;
    for (size_t i = 0; i < rows; i++)
        key[i] = key[i] * values + (!category                       ? code[i]
                                    : logreg__cell_is_missing(c, i) ? c->n_levels
                                                                    : logreg__column_code(c, i));
    *combinations *= values;
    return true;
}

bool logreg__lists_cases(const logreg_frame *frame, size_t j)
{
    enum { FEWEST = 4 };
    size_t rows = frame->n_rows, others = 0;
    uint64_t *key = logreg__new(rows, sizeof *key), combinations = 1;
    uint32_t *code = logreg__new_raw(rows, sizeof *code);
    bool list = key && code && rows >= FEWEST;
    for (size_t k = 0; k < frame->n_columns && list; k++) {
        const logreg__column *c = &frame->column[k];
        bool counts_on = c->kind == LOGREG_NUMERIC && logreg__counts_on(c, rows);
        if (k == j || counts_on || logreg_frame_is_condition(frame, k))
            continue;
        list = add_to_keys(key, &combinations, code, c, rows);
        others++;
    }
    if (list)
        qsort(key, rows, sizeof *key, compare);
    for (size_t i = 1; i < rows && list; i++)
        list = key[i] != key[i - 1];
    free(key);
    free(code);
    return list && others > 1;
}

bool logreg_frame_predicts(const logreg_frame *frame, size_t j)
{
    return logreg__purpose_of(&frame->column[j], frame->n_rows) == LOGREG__PREDICTIONS;
}
