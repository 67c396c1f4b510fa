#include "engine/lapack.h"

#include <dlfcn.h>
#include <string.h>

/* POSIX lets a pointer to an object hold one to a function. False: there is no such function. */
static bool find(void *function, void *library, const char *name)
{
    void *found = dlsym(library, name);
    memcpy(function, &found, sizeof found);
    return found;
}

bool logreg__lapack_load(logreg__lapack *lapack)
{
    void *library = dlopen("liblapacke.so.3", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!library)
        return false;
    bool ok = find(&lapack->potrf, library, "LAPACKE_dpotrf_work") &&
              find(&lapack->potrs, library, "LAPACKE_dpotrs_work") &&
              find(&lapack->potri, library, "LAPACKE_dpotri_work") &&
              find(&lapack->trtri, library, "LAPACKE_dtrtri_work") &&
              find(&lapack->syrk, library, "cblas_dsyrk") && /* of the BLAS below it */
              find(&lapack->gemm, library, "cblas_dgemm");
    dlclose(library);
    return ok;
}
