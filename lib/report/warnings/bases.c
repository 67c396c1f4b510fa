/* What R warns of where splines are made: fewer columns asked for than there can be, and rows beyond the boundary. */
#include "model/model.h"
#include "report/summary/summary.h"
#include "report/warnings/warnings.h"

static void tell_columns(logreg__page *piece, const logreg__made *made)
{
    logreg__page_add(piece, piece->text.length ? " " : "");
    logreg__page_name(piece, made->text, 2 * LOGREG__NAME_ROOM);
    logreg__page_format(piece, ": df is too small, and %zu columns are used.", made->basis.width);
}

static void tell_rows(logreg__page *piece, const logreg__made *made)
{
    logreg__page_add(piece, piece->text.length ? " " : "");
    logreg__write_count(piece, (double)made->basis.n_beyond, "row lies", "rows lie");
    logreg__page_add(piece, " beyond the boundary of ");
    logreg__page_name(piece, made->text, 2 * LOGREG__NAME_ROOM);
    logreg__page_add(piece, ", where its polynomials run on: expect nearly collinear columns. A wider "
                            "Boundary.knots, or ns(), which is a line there, does without.");
}

bool logreg__bases(logreg__page *piece, const logreg_model *model)
{
    bool due = false;
    for (size_t i = 0; i < model->terms->n_variables; i++) {
        const logreg__made *made = model->terms->variable[i].made;
        if (!made || !logreg__basis_bounded(&made->basis))
            continue;
        bool few = !made->basis.has_knots && made->basis.df && made->basis.df < made->basis.width;
        bool beyond = made->basis.kind == &logreg__basis_bs && made->basis.n_beyond;
        if (piece && few)
            tell_columns(piece, made);
        if (piece && beyond)
            tell_rows(piece, made);
        due = due || few || beyond;
    }
    return due;
}
