# Only loads the file.
suppressMessages(library(data.table))
setDTthreads(as.integer(Sys.getenv("BENCH_THREADS", "2")))
d <- fread(commandArgs(TRUE)[1])
stopifnot(nrow(d) > 0)
