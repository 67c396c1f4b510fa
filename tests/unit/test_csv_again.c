/* A header that stands further down with other columns than the first. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "csv_files.h"

/* The command that brings rows below such a header under the first; alias: what takes one name for another. */
#define ORDERED(alias)                                                                                       \
    "perl -lne '@F = /(?:^|,)((?:\"[^\"]*\"|[^,])*)/g; if ($. == 1) { sub n { $F[-1] =~ s/\\r//; map lc "    \
    "s/^[\"\\s\\xbb\\xbf\\xef]+|[\"\\s]+$//gr, @F } @h = n; @s = grep /[^\\d .,+-]/, @h } if ($. > 1) { @n " \
    "= n; " alias "%at = (); @at{@n} = 0..$#n; $k = 2 * grep exists $at{$_}, @s; if ($k > @s && $k > grep "  \
    "length, @n) { @p = map $at{$_} // 1e6, @h; next } @F = map $_ // \"\", @F[@p] if @p && @F > 1 } print " \
    "join \",\", @F'"
#define AGAIN "the header stands in this line again, with "
#define INTO "; bring the rows below into the order of the first one: "
#define UNDER "; bring the rows below under the names of the first one: "

static void tells_another_order(void)
{
    static const file_case table[] = {
        GIVES("age,dose,y\n31,2,0\n45,3,1\ny,Age,\"dose\"\n0,52,3\n1,60,1\n",
              "f.csv:4: " AGAIN "its columns in another order: 'y', 'Age', 'dose'" INTO ORDERED("") " f.csv"),
        /* texts alone; a mark of the second file's own; a name for another */
        GIVES("sex,town\nm,A\nf,B\ntown,sex\nA,m\n",
              "f.csv:4: " AGAIN "its columns in another order: 'town', 'sex'" INTO ORDERED("") " f.csv"),
        GIVES("age,dose,y\n31,2,0\n\xef\xbb\xbf"
              "dose,age,y\n3,52,0\n",
              "f.csv:3: " AGAIN "its columns in another order: 'dose', 'age', 'y'" INTO ORDERED("") " f.csv"),
        GIVES("age,dose,y\n31,2,0\n45,3,1\n46,4,0\ny,Years,dose\n0,52,3\n",
              "f.csv:5: " AGAIN "its columns in another order: 'y', 'Years', 'dose' (of which 'Years' is "
              "taken for 'age')" INTO ORDERED("$_ eq q(years) and $_ = q(age) for @n; ") " f.csv"),
        GIVES("age,dose,y\n31,2,0\n45,3,1\n46,4,0\ny,a(ge,dose\n0,52,3\n",
              "f.csv:5: " AGAIN "other columns: 'a(ge' is new and would be left out, 'age' is missing "
              "(--exclude keeps these rows in a fit)" UNDER ORDERED("") " f.csv"),
    };
    CHECK(table);
}

static void tells_other_columns(void)
{
    static const file_case table[] = {
        GIVES("age,dose,y\n31,2,0\n45,3,1\n46,4,0\nage,bmi,dose,y\n52,22,3,0\n",
              "f.csv:5: " AGAIN
              "other columns: 'bmi' is new and would be left out" UNDER ORDERED("") " f.csv"),
        GIVES("age,dose,sex,y\n31,2,m,0\n45,3,f,1\n46,4,f,0\ny,age,dose\n0,52,3\n",
              "f.csv:5: " AGAIN
              "other columns: 'sex' is missing (--exclude keeps these rows in a fit)" UNDER ORDERED(
                  "") " f.csv"),
        GIVES("age,dose,sex,y\n31,2,m,0\n45,3,f,1\n46,4,f,0\ny,bmi,age,hr,dose\n0,22,52,80,3\n",
              "f.csv:5: " AGAIN "other columns: 'bmi', 'hr' are new and would be left out, 'sex' is missing "
              "(--exclude keeps these rows in a fit)" UNDER ORDERED("") " f.csv"),
        GIVES("age,dose,y\n31,2,0\n45,3,1\n46,4,0\nAlter,dose,y\n52,3,0\n",
              "f.csv:5: " AGAIN "'Alter' in place of 'age'; if the column is the same, take the line out: "
              "sed 5d f.csv"),
        /* a long list ends early */
        GIVES("a1,b1,c1\n1,2,0\n4,3,1\n6,4,0\n"
              "c1,b1,a1,name_of_a_column_that_is_rather_long,another_one_that_is_as_long_as_that,z\n"
              "0,2,1,1,1,1\n",
              "f.csv:5: this row has 6 fields, the header has 3; put cells that hold the delimiter in "
              "quotes, or leave such rows out: --on-bad-row skip"),
        GIVES("a1,b1,c1,d1\n1,2,0,1\n4,3,1,1\n6,4,0,2\n"
              "c1,b1,a1,d1,name_of_a_column_that_is_rather_long,another_one_that_is_as_long_as_that,z\n"
              "0,2,1,1,1,1,1\n",
              "f.csv:5: " AGAIN "other columns: 'name_of_a_column_that_is_rather_long', "
              "'another_one_that_is_as_long_as_that', .. are new and would be left out" UNDER ORDERED(
                  "") " f.csv"),
    };
    CHECK(table);
}

static void passes_what_is_none(void)
{
    static const file_case table[] = {
        /* names that are values too */
        GIVES("A,B,C\nB,A,A\nC,A,B\n", "A: [B] [C]; B: [A] [A]; C: [A] [B]"),
        GIVES("red,blue\nblue,x\nblue,red\n", "red: [blue] [blue]; blue: [x] [red]"),
        /* years for names, and numbers; too little in common; names that differ in capitals */
        GIVES("x,2001,2002\n1,2002,2001\n2,2002,2001\n", "x# 1 2; 2001# 2002 2002; 2002# 2001 2001"),
        GIVES("age,sex,town\n31,m,age\n32,f,sex\n33,f,x\n34,age,sex\n",
              "age# 31 32 33 34; sex: [m] [f] [f] [age]; town: [age] [sex] [x] [sex]"),
        /* ticks, beside what other rows have too */
        GIVES("x,y,sex\nu,n,m\nu,n,f\nu,n,m\nx,y,f\nx,n,m\n",
              "x: [u] [u] [u] [x] [x]; y: [n] [n] [n] [y] [n]; sex: [m] [f] [m] [f] [m]"),
        GIVES("a,A,b\n1,2,x\nb,a,A\n", "a: [1] [b]; A: [2] [a]; b: [x] [A]"),
    };
    CHECK(table);
}

static void survives_lack_of_memory(void)
{
    static const file_case numbers = GIVES("age,dose,y\n31,2,0\n45,3,1\ny,age,dose\n0,52,3\n1,60,1\n", NULL);
    static const file_case texts = GIVES("sex,town\nm,A\nf,B\ntown,sex\nA,m\n", NULL);
    CU_ASSERT_TRUE(reads_or_runs_out(&numbers, false));
    CU_ASSERT_TRUE(reads_or_runs_out(&texts, false));
}

const test_case tests[] = {
    {"tells another order", tells_another_order},
    {"tells other columns", tells_other_columns},
    {"passes what is none", passes_what_is_none},
    {"survives lack of memory", survives_lack_of_memory},
    {NULL, NULL},
};
