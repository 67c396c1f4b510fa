/* A fit from a CSV file by a formula, printed as the command line prints it.
 *
 *     cc frame_fit.c $(pkg-config --cflags --libs logreg) -o frame_fit
 *     ./frame_fit titanic.csv 'survived ~ class + sex * age'
 */
#include <stdio.h>
#include <stdlib.h>

#include <logreg.h>

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: %s FILE.csv FORMULA\n", argv[0]);
        return 2;
    }

    logreg_frame *frame = NULL;
    logreg_model *model = NULL;
    char *text = NULL;
    logreg_error err;

    /* Each step runs if the one before it went well; err holds the sentence of the one that did not. */
    int ok = logreg_frame_read_csv(&frame, argv[1], NULL, &err) == LOGREG_OK &&
             logreg_fit_formula(&model, frame, argv[2], NULL, &err) == LOGREG_OK &&
             logreg_report_text(&text, model, NULL, &err) == LOGREG_OK;
    if (ok)
        fputs(text, stdout);
    else
        fprintf(stderr, "%s\n", err.message);

    free(text);
    logreg_model_free(model);
    logreg_frame_free(frame);
    return ok ? 0 : 1;
}
