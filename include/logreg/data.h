/* logreg/data.h - where rows come from: frames, CSV files, synthetic data. */
#ifndef LOGREG_DATA_H
#define LOGREG_DATA_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <gsl/gsl_matrix.h>
#include <gsl/gsl_vector.h>

#include <logreg/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Frames ------------------------------------------------------------------------------------------------
 *
 * A frame is a table of named, typed columns of equal length. A column is numeric (doubles, NaN where
 * missing) or a category (a code into its levels). Levels stand in level order: by value where all of them
 * are numbers, else by bytes; so the first level, the reference of a fit, does not depend on the rows' order.
 */
typedef struct logreg_frame logreg_frame;

typedef enum { LOGREG_NUMERIC, LOGREG_CATEGORY } logreg_column_kind;

/* An empty frame. Add columns, then fit. ENOMEM. Free with logreg_frame_free. */
LOGREG_API logreg_status logreg_frame_new(logreg_frame **frame, logreg_error *err);

/* Adds a numeric column: n values, stride apart (1: contiguous; 0: one for all), copied. NaN is missing; infinities are
 * refused. The first column sets the frame's number of rows. EINVAL: another length, an empty or taken name
 * or one that is not UTF-8, an infinity. */
LOGREG_API logreg_status logreg_frame_add_numeric(logreg_frame *frame, const char *name, const double *values,
                                                  size_t n, size_t stride, logreg_error *err);

/* Adds a category: n labels, copied; NULL is missing. EINVAL as above, and for a label that is not UTF-8. */
LOGREG_API logreg_status logreg_frame_add_category(logreg_frame *frame, const char *name,
                                                   const char *const *labels, size_t n, logreg_error *err);

LOGREG_API void logreg_frame_free(logreg_frame *frame);

LOGREG_API size_t logreg_frame_rows(const logreg_frame *frame);
LOGREG_API size_t logreg_frame_columns(const logreg_frame *frame);

/* Name, kind and number of missing cells of column j < columns. Names are borrowed. */
LOGREG_API const char *logreg_frame_name(const logreg_frame *frame, size_t j);
LOGREG_API logreg_column_kind logreg_frame_kind(const logreg_frame *frame, size_t j);
LOGREG_API size_t logreg_frame_missing(const logreg_frame *frame, size_t j);

/* Index of the column called name, or SIZE_MAX. Indices of columns, rows and levels that are given are not checked. */
LOGREG_API size_t logreg_frame_find(const logreg_frame *frame, const char *name);

/* The column whose name is nearest to a mistyped one, or NULL if none is near. For messages. */
LOGREG_API const char *logreg_frame_nearest(const logreg_frame *frame, const char *name);

/* Levels of a category column, in level order; 0 for a numeric one. Borrowed. */
LOGREG_API size_t logreg_frame_levels(const logreg_frame *frame, size_t j);
LOGREG_API const char *logreg_frame_level(const logreg_frame *frame, size_t j, size_t level);

/* One cell: the number of a numeric column (NaN: missing), the label of a category (NULL: missing). */
LOGREG_API double logreg_frame_number(const logreg_frame *frame, size_t row, size_t j);
LOGREG_API const char *logreg_frame_label(const logreg_frame *frame, size_t row, size_t j);

/* What stands in a cell of a file that was read with logreg_csv_options.keep_cells, where its value does not say it: 014, 1.50, a long ID, NA, a stray among
 * numbers. Blanks around it are dropped, and the decimal mark of a number is a point. Borrowed. NULL: its value says it, by logreg_number_text or as a label. */
LOGREG_API const char *logreg_frame_cell(const logreg_frame *frame, size_t row, size_t j);

/* Numbers of a column that are likely to stand for missing values: made of nines (99, -999), in more than one row, and far
 * from the others; or negative where nothing else is; or 7, 8 and 9 beyond the end of a scale of answers. docs/cli.md has the rule. */
#define LOGREG_SENTINELS 9

typedef struct {
    double value[LOGREG_SENTINELS]; /* ascending */
    size_t n_values, n_rows;        /* so many of them, in so many rows */
    double low, high;               /* smallest and largest of the other numbers */
} logreg_sentinel;

/* Looks for them in column j; false: there are none, and found is 0. O(rows), and O(rows log rows) where the ends of the column look
 * like such. */
LOGREG_API bool logreg_frame_sentinel(logreg_sentinel *found, const logreg_frame *frame, size_t j);

/* Classes of an outcome of 0 and 1, or of 1 and 2, that few rows have besides: 9, 8, -1, or 2. As above, for a tenth of the rows at most. */
LOGREG_API bool logreg_frame_odd_class(logreg_sentinel *found, const logreg_frame *frame, size_t j);

/* Levels of a category that people write for missing values: "unknown", "-", "None", "(blank)", "Don't know", "#REF!". They may be honest
 * levels too. */
#define LOGREG_GAPS 8

typedef struct {
    const char *text[LOGREG_GAPS]; /* in level order; borrowed from the frame */
    size_t n_texts, n_rows;        /* so many of them, in so many rows */
} logreg_gap;

/* Looks for them in column j; false: there are none, or the column was named in logreg_csv_options.categorical, which says that its
 * texts are levels. O(rows) where there are some. */
LOGREG_API bool logreg_frame_gap(logreg_gap *found, const logreg_frame *frame, size_t j);

/* Does column j only number the rows, or what they are about? Twenty rows at least; whole numbers that count on from 0 or 1, or from anywhere,
 * passing over some (a time may do so too); or nearly all different under a name such as record_id, nr, hhid or "Unnamed: 0". docs/cli.md
 * has the rule. */
LOGREG_API bool logreg_frame_identifies(const logreg_frame *frame, size_t j);

/* What a column holds that no fit can use, or would take and be warned of: numbers or texts that name rows, dates, names of persons, one value in all rows, nothing.
 * Columns that logreg_csv_options.categorical named are none. O(rows log rows). */
typedef enum {
    LOGREG_ASIDE_NOT,
    LOGREG_ASIDE_ID,
    LOGREG_ASIDE_DATE,
    LOGREG_ASIDE_NAMES,
    LOGREG_ASIDE_SINGLE,
    LOGREG_ASIDE_EMPTY
} logreg_aside;
LOGREG_API logreg_aside logreg_frame_aside(const logreg_frame *frame, size_t j);

/* Is column j one that no dot of a formula means, and nothing but its name: numbers of rows without a name in the file, of queries of a svmlight file? */
LOGREG_API bool logreg_frame_by_name_alone(const logreg_frame *frame, size_t j);

/* Does it tell how many cases a row stands for? More than two whole numbers, none below 0, under a name such as Freq, Count or n; of no case only
 * where the rows are a table of the other columns: all different in these, which have few values. */
LOGREG_API bool logreg_frame_counts_cases(const logreg_frame *frame, size_t j);

/* What else speaks against it as an outcome that nobody named. It measures something: more than LOGREG_NUMBERS_AS_CLASSES different numbers; handwritten digits are ten,
 * months twelve. It remarks on some rows: it holds values in a quarter of them or fewer. It predicts: it is named as what a model predicted, PRE_1 or yhat. O(rows) each. */
#define LOGREG_NUMBERS_AS_CLASSES 12
LOGREG_API bool logreg_frame_measures(const logreg_frame *frame, size_t j);
LOGREG_API bool logreg_frame_remarks(const logreg_frame *frame, size_t j);
LOGREG_API bool logreg_frame_predicts(const logreg_frame *frame, size_t j);

/* What speaks for it: it holds 0 and 1, or the two answers to one question, as yes and no, TRUE and FALSE, died and survived. O(rows). */
LOGREG_API bool logreg_frame_answers(const logreg_frame *frame, size_t j);

/* A condition that parts a column of numbers near its middle, at a number as round as can be: "crowd > 11000". A new text; NULL: it is a category, all its numbers are one,
 * or memory is out. O(n log n) */
LOGREG_API char *logreg_frame_cut(const logreg_frame *frame, size_t j);

/* Keeps the rows that meet a condition, such as age > 18 & (sex == "male" | is.na(dose)): comparisons of columns with
 * numbers, texts and each other, arithmetic, & | ! and parentheses, as R has them. Where it is missing it is not met.
 * Columns keep all their levels; but one whose fault (see logreg_frame_fault) or doubt lay in rows that are gone alone is one of numbers without it.
 * EFORMULA, with the place; EDATA: no row is left, text and numbers mixed; ENOMEM, with all rows or those that meet it.
 * O(rows columns), in place. */
LOGREG_API logreg_status logreg_frame_filter(logreg_frame *frame, const char *condition, logreg_error *err);

/* Adds what a condition, as above, says of each row, for an outcome that is no column: a category of the levels FALSE and TRUE, missing where the condition
 * is, which is called as the condition in normal form, `hours > 24`. A formula has it without backticks, before its ~; no dot means it, nor the columns that it is about where it is the response.
 * text is a condition, or a formula with one before its ~. *column: where it stands, added now or before; that of the column that text names instead, which is none but a name;
 * SIZE_MAX: it is neither condition nor column. EFORMULA, with the place; EDATA: text and numbers mixed, another column is called so; ENOMEM. */
LOGREG_API logreg_status logreg_frame_add_condition(logreg_frame *frame, size_t *column, const char *text,
                                                    logreg_error *err);

/* What may surprise of the texts that a condition compares columns with: that no row has one, with the nearest, or that rows have it in another spelling too, with the command that writes it
 * in one way. *note: a new sentence, or NULL where there is nothing to say. Before rows are filtered. EFORMULA, ENOMEM. O(rows levels) where it compares texts. */
LOGREG_API logreg_status logreg_frame_condition_note(char **note, const logreg_frame *frame, const char *condition,
                                                     logreg_error *err);

/* Which of the rows that a condition keeps hold what may stand for a missing value in a column that it is about (logreg_frame_sentinel, logreg_frame_gap), and that it does not name: 99 of
 * sat > 3, "unknown" of answer != "no". *note: a new sentence, or NULL. Before rows are filtered. EFORMULA, EDATA, ENOMEM. */
LOGREG_API logreg_status logreg_frame_condition_kept(char **note, const logreg_frame *frame, const char *condition,
                                                     logreg_error *err);

/* Was column j added so; and is it one that such a column `condition` is about? */
LOGREG_API bool logreg_frame_is_condition(const logreg_frame *frame, size_t j);
LOGREG_API bool logreg_frame_condition_uses(const logreg_frame *frame, size_t condition, size_t j);

/* How many rows conditions have taken away. */
LOGREG_API size_t logreg_frame_excluded(const logreg_frame *frame);

/* Puts a level of a category first, the others staying in order: the reference of a fit, or, of the target, the class
 * that others are compared with. EDATA: no such column or level, or a column of numbers. O(rows). */
LOGREG_API logreg_status logreg_frame_set_reference(logreg_frame *frame, const char *name, const char *level,
                                                    logreg_error *err);

/* ---- CSV --------------------------------------------------------------------------------------------------- */

/* All columns: whether they are used will be seen. */
#define LOGREG_ANY_COLUMN "*"

/* What a column is to whoever reads a file, whatever its cells look like. */
typedef enum {
    LOGREG_CSV_AS_IT_LOOKS, /* numbers or a category, by its cells */
    LOGREG_CSV_NUMBERS,     /* numbers; text in it is an error, however much there is */
    LOGREG_CSV_CATEGORY,    /* a category, of numbers too, as `categorical` below */
    LOGREG_CSV_TEXTS        /* a category whose labels stand as they are written: 1.1 and 1.10 are two */
} logreg_csv_kind;

typedef struct {
    const char *name;
    logreg_csv_kind kind;
} logreg_csv_column;

/* How to read a file. Take logreg_csv_options_default() and change what differs. */
typedef struct {
    char delimiter; /* ',' ';' '\t' '|' or any other byte; 0 (default): found from the first lines */
    char decimal;   /* decimal mark, '.' or ','; 0 (default): '.', but dots that look like marks between thousands are an error */
    bool header;    /* the first row holds the names (default true); else they are V1, V2, .. */
    bool header_sure; /* it does, though it may look like a row of data; default false: that is an error */
    const char *const *na_values;   /* tokens that mean missing, besides the empty cell; NULL (default): */
    size_t n_na_values;             /*   NA N/A n/a #N/A <NA> NaN nan NaT NULL null . ? \N. "NAME=TEXT" means it in column NAME alone, numbers
                                     *   however written, and does not replace the default ones */
    bool na_values_if_there;        /* pass over those of columns that the file lacks; default false: they are errors */
    const char *const *categorical; /* columns to read as categories though they hold numbers; default none */
    size_t n_categorical;
    bool categorical_if_there;      /* pass over those of them that the file lacks; default false: they are errors */
    const logreg_csv_column *known; /* columns that will be used, and what they are; the first of a name counts, names that the file lacks are passed over. */
    size_t n_known;                 /*   The others are spared (below), and text among their numbers is never an error, however much. NULL (default): all may be
                                     *   used, and are what they look like. logreg_model_csv_columns has what a model knows of new data */
    bool keep_cells;                /* keep what cells of other columns than those of numbers and categories `known` say, for logreg_frame_cell; default false */
    const char *const *spared;      /* columns that nobody will use, as far as is known, or LOGREG_ANY_COLUMN: strays among their numbers (below) */
    size_t n_spared;                /*   are an error where such a column is used after all, not here; default none; names that the file lacks are passed over */
    const char *const *mentioned;   /* beside LOGREG_ANY_COLUMN: texts that name the columns that will be used, such as a formula; of others, nothing but */
    size_t n_mentioned;             /*   their own sentences speaks; default none: all may be used */
    const char *outcome; /* the column that all others will explain, but for those spared, or "" for the last: a sentence on cells that need mending
                          *   tells columns that no fit can use, too, as IDs and dates are; NULL (default): that is not known */
    bool examine;        /* the file is looked at before any use: strays of all columns are no errors here, but, in conditions for an outcome too, missing;
                          *   default false */
    const char *encoding; /* "utf-8", "utf-16", "latin1", "windows-1252", "windows-1250", "windows-1251",
                           * "windows-1253", "windows-1254", "cp850" or "macintosh"; NULL (default): by the byte order mark;
                           *   without one UTF-16 by NUL in every second byte, else UTF-8 */
    bool skip_bad_rows; /* leave out rows with too many or too few cells, or with broken quotes; default false: they
                         *   are errors. Where a quote is broken the line is left out that begins the row. */
    FILE *rejects;      /* receives the header and the rows left out, as they stand in the file (in UTF-8), so that
                         *   they can be mended, read, and added to the others; default NULL */
    int threads; /* at most this many; 0 (default): one a processor. What is read does not depend on it. */
} logreg_csv_options;

LOGREG_API logreg_csv_options logreg_csv_options_default(void);

/* Reads a whole CSV file: RFC 4180 with strict quotes; lines end with LF, CRLF or CR; UTF-8, its byte order mark
 * dropped, or UTF-16, or as options->encoding says; packed by gzip or zstd or not, whatever its name. A first
 * line "sep=;" names the delimiter. Files of other kinds are refused by name. Blanks around a cell or name are dropped, and quotes carry no meaning of their own. A
 * blank line is skipped; in a file of one column it is a missing value, up to the last line.
 * A column whose cells are all numbers (correctly rounded, whatever the locale) or missing is numeric, else a
 * category. A category by options->categorical whose labels are all numbers has one level a number, however it is
 * written: 1, 1.0 and 01 are "1"; where each cell of a level has the same zeros in front, as in 007, they stay.
 * A mostly numeric column with a few strays is an error, so that a typing slip never turns a number
 * into a factor: numbers are the majority, and the strays a tenth of the cells at most or three different texts at
 * most. So is a column of numbers with the other decimal mark. Errors name file:line:column, the column's name and
 * the cell; categories that are not there are EDATA. options may be NULL. EIO, EDATA, EINVAL, ENOMEM. Time and memory are
 * linear in the file. */
LOGREG_API logreg_status logreg_frame_read_csv(logreg_frame **frame, const char *path,
                                               const logreg_csv_options *options, logreg_error *err);

/* The same from a stream that is open for reading, a pipe for one; name stands for it in messages. The stream
 * is left open. A column that shows numbers in the first rows (about a thousand) and is text in the end costs a second
 * reading, which a pipe cannot give: EDATA then, and the column must be named in options->categorical. */
LOGREG_API logreg_status logreg_frame_read_csv_stream(logreg_frame **frame, FILE *stream, const char *name,
                                                      const logreg_csv_options *options, logreg_error *err);

/* How a file is written, as it was found or told. */
typedef struct {
    char delimiter;       /* 0: the frame was not read from a file; all else is then 0 too */
    char decimal;         /* decimal mark */
    bool header;          /* the first row held the names */
    const char *encoding; /* as in logreg_csv_options; static */
    bool mark;            /* it begins with a byte order mark */
    const char *packing;  /* "gzip" or "zstd"; NULL: none. Static */
    size_t lf, crlf, cr;  /* line ends of each kind outside quotes, and */
    size_t quoted;        /*   cells in quotes, in the first 64 KiB */
} logreg_dialect;

LOGREG_API logreg_dialect logreg_frame_dialect(const logreg_frame *frame);

/* The delimiter that was used to read the frame, 0 if it was not read from a file. */
LOGREG_API char logreg_frame_delimiter(const logreg_frame *frame);

/* The name of the file that the frame was read from, or NULL. Borrowed. */
LOGREG_API const char *logreg_frame_source(const logreg_frame *frame);

/* How many rows skip_bad_rows left out. first, unless NULL, receives the sentence on the first of them (borrowed),
 * or NULL. */
LOGREG_API size_t logreg_frame_rejected(const logreg_frame *frame, const char **first);

/* Why column j of numbers, which logreg_csv_options.spared named, cannot be used: the sentence that its strays would have been, borrowed. NULL: it can.
 * What uses it, a fit, a condition, weights, is EDATA with this sentence; its strays are missing. */
LOGREG_API const char *logreg_frame_fault(const logreg_frame *frame, size_t j);

/* What was read, but may have been meant otherwise: sentences, borrowed, of which there are so many; NULL beyond them. */
LOGREG_API size_t logreg_frame_notes(const logreg_frame *frame);
LOGREG_API const char *logreg_frame_note(const logreg_frame *frame, size_t k);

/* ---- Train and test ---------------------------------------------------------------------------------------- */

/* How to part the rows of a file. Take logreg_split_options_default() and change what differs. */
typedef struct {
    const char *target;    /* the column whose values both parts hold in the same shares; NULL (default): none */
    double test_size;      /* share of the rows in the test part, in (0, 1), rounded up to a whole row; or, from 1 on, their
                            *   number; default 0.25 */
    uint64_t random_state; /* the same seed, the same parts, on every machine; default 0 */
} logreg_split_options;

LOGREG_API logreg_split_options logreg_split_options_default(void);

/* A file in two parts, held in memory. */
typedef struct logreg_split logreg_split;

/* Parts the rows of a CSV file that is open for reading; name stands for it in messages; csv tells how to read it, as for
 * logreg_frame_read_csv. Rows stay as they are, byte for byte, and in order; blank lines go, compressed files come out unpacked. A
 * value of the target (as text, without blanks around it; missing ones count as one) with n_k of n rows has n_k / n of each part, up to one row, the largest
 * remainders rounded up; but none lacks rows to train on while there are enough of them for all. Which rows, is random.
 * csv and options may be NULL. EIO; EDATA: a broken row, no such target, fewer than two rows; EINVAL: a part without rows; ENOMEM.
 * Time and memory are linear in the file. */
LOGREG_API logreg_status logreg_split_csv_stream(logreg_split **split, FILE *stream, const char *name,
                                                 const logreg_csv_options *csv, const logreg_split_options *options,
                                                 logreg_error *err);

LOGREG_API void logreg_split_free(logreg_split *split);

/* Rows of the test part, or of the other. */
LOGREG_API size_t logreg_split_rows(const logreg_split *split, bool test);

/* Values of the target, in level order, last NULL if some are missing; 0 of them without a target. Rows of one in a part. */
LOGREG_API size_t logreg_split_classes(const logreg_split *split);
LOGREG_API const char *logreg_split_class(const logreg_split *split, size_t k);
LOGREG_API size_t logreg_split_count(const logreg_split *split, size_t k, bool test);

/* The delimiter that was used, and what skip_bad_rows left out, as logreg_frame_rejected. */
LOGREG_API char logreg_split_delimiter(const logreg_split *split);
LOGREG_API size_t logreg_split_rejected(const logreg_split *split, const char **first);

/* Writes both parts, each under the header, in the encoding of the file: both or, where one cannot be written, none; each as
 * logreg_file_replace. EINVAL: one path is the other, or the file that was read; EIO, ENOMEM. */
LOGREG_API logreg_status logreg_split_write(const logreg_split *split, const char *train, const char *test,
                                            logreg_error *err);

/* ---- Synthetic data ---------------------------------------------------------------------------------------- */

/* scikit-learn's make_classification, parameter by parameter (I. Guyon, "Design of experiments of the NIPS 2003
 * variable selection benchmark", 2003): clusters of points normally distributed about vertices of a hypercube
 * with sides of length 2 class_sep, n_clusters_per_class clusters a class; redundant features are random linear
 * combinations of the informative ones, repeated ones are copies, the others are noise. */
typedef struct {
    size_t n_samples;            /* rows; default 100 */
    size_t n_features;           /* columns; default 20 */
    size_t n_informative;        /* default 2; classes x clusters may not exceed 2^n_informative */
    size_t n_redundant;          /* default 2 */
    size_t n_repeated;           /* default 0 */
    size_t n_classes;            /* default 2 */
    size_t n_clusters_per_class; /* default 2 */
    const double *weights; /* n_weights shares, sum 1; NULL: equal ones; one short: the last is the rest */
    size_t n_weights;
    double flip_y;         /* share of labels replaced by random ones; default 0.01 */
    double class_sep;      /* half the hypercube's side; default 1 */
    bool hypercube;        /* clusters on vertices of a hypercube (default), or of a random polytope */
    const double *shift;   /* n_shift numbers added to features: 1 for all, or n_features; NULL: random */
    size_t n_shift;        /*   in [-class_sep, class_sep]; default one 0 */
    const double *scale;   /* n_scale positive factors after the shift: 1, or n_features; NULL: random */
    size_t n_scale;        /*   in [1, 100]; default one 1 */
    bool shuffle;          /* mix rows and columns; default true */
    uint64_t random_state; /* the same seed, the same data, on every machine; default 0 */
} logreg_classification_options;

LOGREG_API logreg_classification_options logreg_classification_options_default(void);

/* Fills X (n_samples x n_features) and y (n_samples, class codes 0 .. n_classes - 1); both from the caller.
 * Before labels are flipped the classes hold exactly the shares asked for: the row counts differ from
 * n_samples times share by less than one, and rounding favours classes that would be empty. Every purpose has
 * random numbers of its own, so that another flip_y changes labels alone, another n_redundant leaves the
 * informative features as they are, and so on. Without shuffle the columns are informative, redundant, repeated,
 * noise, and rows stand cluster by cluster, cluster c belonging to class c mod n_classes. options may be NULL.
 * EINVAL, with the offending parameter; ENOMEM. O(n_samples (n_features + n_informative^2)). */
LOGREG_API logreg_status logreg_make_classification(gsl_matrix *X, gsl_vector *y,
                                                    const logreg_classification_options *options,
                                                    logreg_error *err);

/* Data from a known logistic model: X (n x p) standard normal, y drawn with P(y = 1) = sigmoid(beta_0 + x'beta);
 * beta has p + 1 entries, the intercept first. y holds 0 and 1. EINVAL, ENOMEM. */
LOGREG_API logreg_status logreg_make_logistic(gsl_matrix *X, gsl_vector *y, const gsl_vector *beta,
                                              uint64_t random_state, logreg_error *err);

#ifdef __cplusplus
}
#endif

#endif
