/* Tables that lie on their side, and rows in which each value has its name in front. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "csv_files.h"

#define SIDE(names, d, word)                                                                                 \
    "f.csv: the table lies on its side: each line is a variable (" names                                     \
    "), and each column a case. Turn it: perl -lne 's/\\r//; @F = /(?:^|" d ")((?:\"[^\"]*\"|[^" d           \
    "])*)/g; push @{$c[$_]}, $F[$_] for 0..$#F; END { $c[0][0] ||= \"case\"; print join \"" d                \
    "\", @$_ for @c }' f.csv; if it does not, use --delimiter '" word "'"

static void tells_tables_on_their_side(void)
{
    static const file_case table[] = {
        GIVES("age,34,51,29,60,41,44,38,52\ndose,1,2,3,1,4,2,3,1\nsex,m,f,f,m,f,m,m,f\ny,0,1,0,1,1,0,0,1\n",
              SIDE("'age', 'dose', 'sex', 'y'", ",", ",")),
        GIVES("id;a;b;c;d;e;f;g;h\r\nage;34;51;29;60;41;44;;52\r\ny;0;1;0;1;1;0;0;1\r\n",
              SIDE("'age', 'y'", ";", ";")),
        GIVES("\ta\tb\tc\td\te\tf\tg\th\nage\t34\t51\t29\t60\t41\t44\t3.5\t52\n\"out "
              "come\"\tx\tn\tx\tx\tn\tn\tn\tx\n",
              SIDE("'age', 'out come'", "\\t", "\\t")),
        GIVES("age,34,51,29,60,41,44,38,52\nb,1,2,3,1,4,2,3,1\nc,1,2,3,1,4,2,3,1\nd,1,2,3,1,4,2,3,1\n\ny,0,1,"
              "0,1,1,0,0,1\n",
              SIDE("'age', 'b', 'c', 'd' and 1 more", ",", ",")),
        /* rows of names, of counts, of numbers without an outcome; lines alike, or of two kinds, or of one name */
        GIVES("k,a,b,c,d,e,f,g,h\nr1,34,51,29,60,41,44,38,52\nr2,1,2,3,1,4,2,3,1\n",
              "k: [r1] [r2]; a# 34 1; b# 51 2; c# 29 3; d# 60 1; e# 41 4; f# 44 2; g# 38 3; h# 52 1"),
        GIVES("k,a,b,c,d,e,f,g,h\nr1,0,1,2,0,3,1,0,4\nr2,0,1,1,0,0,1,0,1\n",
              "k: [r1] [r2]; a# 0 0; b# 1 1; c# 2 1; d# 0 0; e# 3 0; f# 1 1; g# 0 0; h# 4 1"),
        GIVES("k,a,b,c,d,e,f,g,h\nr1,34,51,29,60,41,44,38,x\nr2,0,1,1,0,0,1,0,y\n",
              "k: [r1] [r2]; a# 34 0; b# 51 1; c# 29 1; d# 60 0; e# 41 0; f# 44 1; g# 38 0; h: [x] [y]"),
        GIVES("k,a,b,c,d,e,f,g,h\nr,34,51,29,60,41,44,38,4\nr,0,1,1,0,0,1,0,1\n",
              "k: [r] [r]; a# 34 0; b# 51 1; c# 29 1; d# 60 0; e# 41 0; f# 44 1; g# 38 0; h# 4 1"),
        GIVES("k,a,b,c,d,e,f,g,h\nr1,34,51,29,60,41,44,38,52\nr2,0,1,1,0,0,1,0,1\n",
              "k: [r1] [r2]; a# 34 0; b# 51 1; c# 29 1; d# 60 0; e# 41 0; f# 44 1; g# 38 0; h# 52 1",
              .delimiter = ','),
    };
    CHECK(table);
}

#define LOGGED(names, value)                                                                                 \
    "f.csv: each value has its name in front, such as " names ", as logs have it. Make a header of the "     \
    "names: perl -lne 's/[\\r{}]//g; my %r; while (/(?<![\\w.-])\"?([A-Za-z_][\\w.-]*)\"?" value "/g) { "    \
    "$s{$1}++ or push @k, $1; $r{$1} = $2 } push @r, {%r} if %r; END { print join \",\", @k; for $x (@r) "   \
    "{ print join \",\", map { /^[^\"].*,/ ? qq(\"$_\") : $_ } @{$x}{@k} } }' f.csv; if it has not, use "    \
    "--delimiter ','"

static void tells_values_with_their_names(void)
{
    static const file_case table[] = {
        GIVES("age=34 sex=m y=0\nage=51 sex=f y=1\nsex=f y=0 age=29\n",
              LOGGED("'age' and 'sex'", "=(\"[^\"]*\"|[^ ]*)")),
        GIVES("10:00:01 INFO a=1 msg=\"b=2 c\" y=0\n10:00:02 INFO a=1 msg=\"x\" y=0\n10:00:03 WARN a=2 y=1\n",
              LOGGED("'a' and 'msg'", "=(\"[^\"]*\"|[^ ]*)")),
        GIVES("age: 34, y: 0\nage: 35, y: 1\nage: 36, y: 0\n",
              LOGGED("'age' and 'y'", " *: *(\"[^\"]*\"|[^,]*)")),
        GIVES("a=1\ty=0\na=1\ty=0\na=3\ty=1\n", LOGGED("'a' and 'y'", " *= *(\"[^\"]*\"|[^\\t]*)")),
        /* addresses, times, too few lines, other names in each, one of them alone; who says what parts cells is believed */
        GIVES("u,y\nhttp://a?b=1&c=2,0\nhttp://a?b=1&c=3,1\nhttp://a?b=1&c=2,1\n",
              "u: [http://a?b=1&c=2] [http://a?b=1&c=3] [http://a?b=1&c=2]; y# 0 1 1"),
        GIVES("t,y\n10:30,1\n10:40,0\n", "t: [10:30] [10:40]; y# 1 0"),
        GIVES("a=1,b=2\nc=1,d=2\ne=1,f=2\n", "a=1: [c=1] [e=1]; b=2: [d=2] [f=2]"),
        GIVES("k,v\nx=1,2\nx=2,2\nx=3,1\n", "k: [x=1] [x=2] [x=3]; v# 2 2 1"),
        GIVES("a=1,b=1\na=2,b=1\na=3,b=2\n", "a=1: [a=2] [a=3]; b=1: [b=1] [b=2]", .delimiter = ','),
    };
    CHECK(table);
}

#define BESIDE                                                                                               \
    "; write them beside these, as a column group: perl -lne '@F = /(?:^|,)((?:\"[^\"]*\"|[^,])*)/g; "
#define TAKEN(j, others)                                                                                     \
    "unshift @F, \"group\" if $. == 1; if ($. > 1) { if ($F[" j                                              \
    "] =~ /[^\\d\\s\".,+-]/ && !grep /[^\"\\s]/, @F[" others "]) { $g = $F[" j                               \
    "] =~ s/\\s+$//r; next } unshift @F, $g if /\\S/ } print join \",\", @F' f.csv, or leave it out, "       \
    "--exclude group"

static void tells_names_of_groups(void)
{
    static const file_case table[] = {
        GIVES("a,y\nNorth,\n3,0\n4,1\nSouth,\n5,1\n6,0\n",
              "f.csv:2:1: 'North' stands alone in its row, and so does 1 more, as names of groups do above "
              "their rows" BESIDE TAKEN("0", "1..$#F")),
        GIVES("y,a\n,North\n0,3\n1,4\n,South\n1,5\n0,6\n1,7\n,West\n1,5\n0,6\n",
              "f.csv:2:2: 'North' stands alone in its row, and so do 2 more, as names of groups do above "
              "their rows" BESIDE TAKEN("1", "grep $_ != 1, 0..$#F")),
        GIVES("a,y\nNorth\n3,0\n4,1\nSouth\n5,1\n6,0\n",
              "f.csv:2:1: 'North' stands alone in its row, and others further down, as names of groups do "
              "above their rows" BESIDE TAKEN("0", "1..$#F")),
        /* names of persons; the same again; two in a row; none on top; one at the end; NA beside them; too many */
        GIVES("n,a,y\nAnn,,\nBob,3,0\nCis,4,1\nDan,,\nEve,5,1\nFay,6,0\n",
              "n: [Ann] [Bob] [Cis] [Dan] [Eve] [Fay]; a# NA 3 4 NA 5 6; y# NA 0 1 NA 1 0"),
        GIVES("n,a,y\nN,,\nP1,3,0\nP2,4,1\nN,,\nP3,5,1\nP4,6,0\n",
              "n: [N] [P1] [P2] [N] [P3] [P4]; a# NA 3 4 NA 5 6; y# NA 0 1 NA 1 0"),
        GIVES("n,a,y\nN,,\nM,,\nP1,3,0\nP2,4,1\nS,,\nP3,5,1\nP4,6,0\nP5,3,1\n",
              "n: [N] [M] [P1] [P2] [S] [P3] [P4] [P5]; a# NA NA 3 4 NA 5 6 3; y# NA NA 0 1 NA 1 0 1"),
        GIVES("n,a,y\nP0,4,1\nN,,\nP1,3,0\nP2,4,1\nS,,\nP3,5,1\nP4,6,0\n",
              "n: [P0] [N] [P1] [P2] [S] [P3] [P4]; a# 4 NA 3 4 NA 5 6; y# 1 NA 0 1 NA 1 0"),
        GIVES("n,a,y\nN,,\nP1,3,0\nP2,4,1\nP3,5,1\nP4,6,0\nS,,\n",
              "n: [N] [P1] [P2] [P3] [P4] [S]; a# NA 3 4 5 6 NA; y# NA 0 1 1 0 NA"),
        GIVES("n,a,y\nN,NA,NA\nP1,3,0\nP2,4,1\nS,NA,NA\nP3,5,1\nP4,6,0\n",
              "n: [N] [P1] [P2] [S] [P3] [P4]; a# NA 3 4 NA 5 6; y# NA 0 1 NA 1 0"),
        GIVES("n,a,y\nN,,\nP1,3,0\nS,,\nP2,4,1\n", "n: [N] [P1] [S] [P2]; a# NA 3 NA 4; y# NA 0 NA 1"),
        GIVES("n,a,y\nN,,\nP1,3,0\nP2,4,1\nS,,\nP3,5,1\nP4,6,0\n",
              "n: [N] [P1] [P2] [S] [P3] [P4]; a# NA 3 4 NA 5 6; y# NA 0 1 NA 1 0", .categorical = "n"),
    };
    CHECK(table);
    static const file_case numbers = GIVES("a,y\nNorth,\n3,0\n4,1\nSouth,\n5,1\n6,0\n", NULL);
    static const file_case lines = GIVES("a,y\nNorth\n3,0\n4,1\nSouth\n5,1\n6,0\n", NULL);
    CU_ASSERT_TRUE(reads_or_runs_out(&numbers, false));
    CU_ASSERT_TRUE(reads_or_runs_out(&lines, false));
}

static void tells_a_header_among_the_rows(void)
{
#define ON_TOP(line, at)                                                                                     \
    "f.csv:" line ": this line holds names, and all others values: the header, as where a sheet was sorted " \
    "with it; put it on top: perl -lne 'push @l, $_; END { print for splice(@l, " at ", 1), @l }' f.csv"
    static const file_case table[] = {
        GIVES("3.5,0\n4.5,1\n2.5,1\ndose,y\n", ON_TOP("4", "3")),
        GIVES("3,m,0\n4,f,1\nage,sex,y\n5,m,1\n6,f,0\n", ON_TOP("3", "2")),
        /* texts that are no names; two lines of them; a level that comes again; names that are no data; a header is not wanted */
        GIVES("3.5,0\n4.5,1\nx,x\n2.5,1\n", "f.csv:1: the header holds nothing but numbers; if the file has "
                                            "no header, use --no-header; if these are its names, --header"),
        GIVES("3.5,0\n4.5,1\ndose,1\n2.5,y\n3.5,0\n",
              "f.csv:1: the header holds nothing but numbers; if the file has no header, use --no-header; if "
              "these are its names, --header"),
        GIVES("3.5,m\n4.5,f\ndose,m\n2.5,f\n",
              "f.csv:1:1: the name '3.5' in the header is a number; if the "
              "file has no header, use --no-header; if these are its names, --header"),
        GIVES("town,2010\nA,3\nB,4\nC,no\nD,5\n", "f.csv:4:2 '2010': 'no' is not a number (1 of 4 values). "
                                                  "Use --na-values '2010=no' (which leaves out 1 "
                                                  "row), or --categorical 2010"),
        GIVES("3.5,0\n4.5,1\n2.5,1\ndose,y\n",
              "f.csv:4:1 'V1': 'dose' is not a number (1 of 4 values). If line 4 is no row of data, take it "
              "out: sed 4d f.csv; else use --na-values 'V1=dose,V2=y' (which leaves out 1 row), or "
              "--categorical V1",
              .no_header = true),
    };
    CHECK(table);
    static const file_case sorted = GIVES("3.5,0\n4.5,1\n2.5,1\ndose,y\n", NULL);
    CU_ASSERT_TRUE(reads_or_runs_out(&sorted, false));
}

const test_case tests[] = {
    {"tells tables on their side", tells_tables_on_their_side},
    {"tells values with their names", tells_values_with_their_names},
    {"tells names of groups", tells_names_of_groups},
    {"tells a header among the rows", tells_a_header_among_the_rows},
    {NULL, NULL},
};
