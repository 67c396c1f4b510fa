#include "data/file_names.h"

#include <string.h>

#include "data/answers.h"

static bool is_file(const char *text)
{
    static const char endings[] =
        " png jpg jpeg gif tif tiff bmp webp svg heic dcm nii pdf txt csv tsv xml json "
        "html htm doc docx xls xlsx ppt pptx rtf odt ods wav mp3 mp4 m4a flac ogg avi "
        "mov mkv zip gz edf npy h5 hdf5 mat fasta fastq bam vcf rds sav dta ";
    const char *dot = strrchr(text, '.');
    return dot && dot > text && !strchr(dot, ' ') && logreg__plain_among(dot + 1, endings);
}

bool logreg__names_files(const logreg__column *column)
{
    size_t others = 0, n = column->kind == LOGREG_CATEGORY ? column->n_levels : 0;
    for (size_t l = 0; l < n && 10 * others <= n; l++)
        others += !is_file(column->levels[l]);
    return n && 10 * others <= n;
}

bool logreg__texts_identify(const logreg__column *column, size_t different, size_t rows)
{
    return 10 * different > 9 * rows || (2 * different > rows && logreg__names_files(column));
}
