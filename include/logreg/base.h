/* logreg/base.h - status codes, errors, version.
 *
 * Conventions of every header of the library:
 *   - A function that can fail returns a logreg_status and takes, as its last argument, a logreg_error that
 *     the caller owns and that may be NULL. On failure the error holds one sentence for a person to read.
 *   - Out-parameters come first. What **out receives is owned by the caller; what a getter returns is
 *     borrowed and lives as long as its owner.
 *   - Inputs are const and never changed. Outputs are untouched on failure.
 *   - A pointer must not be NULL where nothing is said of NULL.
 *   - Strings are UTF-8 and end with NUL; those that are given are copied where they are kept. Every free function
 *     accepts NULL.
 *   - Nothing here prints, exits, reads the environment or sets a global; GSL's error handler is left alone.
 *     Different objects may be used from different threads at once; one object from many threads, for reading.
 */
#ifndef LOGREG_BASE_H
#define LOGREG_BASE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(LOGREG_BUILD) && defined(__GNUC__)
#define LOGREG_API __attribute__((visibility("default")))
#else
#define LOGREG_API
#endif

/* What became of a call. Not converging and separation are outcomes that a model stores, not errors. */
typedef enum {
    LOGREG_OK = 0,
    LOGREG_ENOMEM,   /* memory ran out */
    LOGREG_EINVAL,   /* an argument or option makes no sense: shapes, ranges, unknown names of solvers */
    LOGREG_EFORMULA, /* a formula cannot be read, or names a column that is not there */
    LOGREG_EDATA,    /* the data cannot carry the fit: a bad cell, one class only, an unseen level */
    LOGREG_EIO,      /* a file cannot be opened, read or written */
    LOGREG_ENUMERIC  /* arithmetic broke down: a matrix that should be positive definite is not */
} logreg_status;

/* Size of the message of an error, with its closing NUL. Longer sentences are cut at a character's end. */
#define LOGREG_MESSAGE_SIZE 2048

/* An error as the caller sees it. message is one sentence of valid UTF-8 without control characters and
 * without a newline; it names file, line, column and value where there are any. */
typedef struct {
    logreg_status status;
    char message[LOGREG_MESSAGE_SIZE];
} logreg_error;

/* Gives a file new content of n bytes, whole or not at all: at any moment, after a crash for one, path holds the old
 * content or the new. A new file beside it (PATH.PROCESS-COUNT.part) takes its name once it is on the disk. The file's
 * permissions stay; of a symbolic link the target is replaced; what is no regular file, or may not be written to, is refused.
 * EIO. */
LOGREG_API logreg_status logreg_file_replace(const char *path, const void *data, size_t n, logreg_error *err);

/* Did you mean: of the names offered, the one nearest to a mistyped word, whatever the case of their letters. A name is near
 * if one letter in three is off or fewer, three at most, or if it begins with the word.
 *
 *     logreg_nearest near = logreg_nearest_to("targt");
 *     for (size_t i = 0; i < n; i++)
 *         logreg_nearest_offer(&near, name[i]);
 *     if (near.name)
 *         printf("did you mean '%s'?\n", near.name);
 */
typedef struct {
    const char *word;
    const char *name; /* borrowed from the offers, the first of equals; NULL while none is near */
    size_t distance;  /* letters that differ; while none is near, the fewest that are too many */
} logreg_nearest;

LOGREG_API logreg_nearest logreg_nearest_to(const char *word);
LOGREG_API void logreg_nearest_offer(logreg_nearest *near, const char *name);

/* A number as text: the shortest that reads back as the same double, of these the nearest to it, with a decimal point in
 * every locale, with an exponent where that is below -4, or 15 and above (17 for those of as many digits); "nan", "inf",
 * "-inf". Returns its length. */
#define LOGREG_NUMBER_SIZE 32
LOGREG_API size_t logreg_number_text(char text[LOGREG_NUMBER_SIZE], double value);

/* The library's version, as "0.1.0". Static. */
LOGREG_API const char *logreg_version(void);

#ifdef __cplusplus
}
#endif

#endif
